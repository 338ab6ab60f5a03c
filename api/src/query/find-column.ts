import {ApiError} from '../errors.ts'
import type {OpenColumn} from '../release/open-column.ts'

/** The column of that name. Throws UNKNOWN_COLUMN, naming those there are. */
export function findColumn(name: string, columns: OpenColumn[]): OpenColumn {
  const column = columns.find(each => each.name === name)
  if (column) return column
  throw new ApiError(
    'UNKNOWN_COLUMN',
    `There is no column "${name.slice(0, 100)}". Columns: ${columns.map(each => each.name).join(', ')}.`,
  )
}
