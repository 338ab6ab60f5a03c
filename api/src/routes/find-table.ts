import {ApiError} from '../errors.ts'
import type {OpenRelease, OpenTable} from '../release/open-release.ts'

/** The published table of that name. Throws TABLE_NOT_FOUND, naming those there are. */
export function findTable(release: OpenRelease, name: string): OpenTable {
  const table = release.tables.get(name)
  if (table) return table
  const known = [...release.tables.keys()].join(', ')
  throw new ApiError(
    'TABLE_NOT_FOUND',
    `There is no table "${name.slice(0, 100)}". Published tables: ${known}.`,
  )
}
