import {codeFingerprint} from '@hromada/warehouse'

/** Changes when tiles are made in another way, so that a release with old tiles is made anew. */
export const tilesVersion = (): Promise<string> => codeFingerprint(new URL('../', import.meta.url))
