import {createHash} from 'node:crypto'
import type {ReleaseManifest} from './release-manifest.ts'

/** SHA-256 over every table's and artefact's path and hash: same content, same digest. */
export const releaseDigest = ({tables, artefacts}: Pick<ReleaseManifest, 'tables' | 'artefacts'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...tables.map(({file, sha256}) => [file, sha256]),
        ...artefacts.map(({path, sha256}) => [path, sha256]),
      ]),
    )
    .digest('hex')
