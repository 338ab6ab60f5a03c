import type {Format} from '@hromada/datasets'
import type {Ask} from './fetcher.ts'

/** What must come back for a file of that format; readers look closer. */
export const expectation = ({kind}: Format): Ask['expect'] =>
  kind === 'json' || kind === 'geojson' || kind === 'cityjson' ? 'json' : 'anything'
