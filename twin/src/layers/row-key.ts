import type {Vector} from 'apache-arrow'
import type {Layer} from './layer.ts'

/** The columns that name a row of a layer within its city. */
export const keyColumns = ({key, keyBeside = []}: Pick<Layer, 'key' | 'keyBeside'>): string[] => [
  key,
  ...keyBeside,
]

/** The values of a row's key columns as one text: a single one as it is, several with a slash between them. */
export function rowKey(columns: (Vector | null)[], row: number): string {
  const parts = columns.map(column => partOf(column, row))
  return parts.length === 1 ? parts[0]! : parts.map(escapePart).join('/')
}

/** Dates and times as ISO writes them, which is how they are asked for. */
function partOf(column: Vector | null, row: number): string {
  const value: unknown = column?.get(row)
  if (typeof value !== 'number') return String(value)
  // Arrow's numbers of these types; its code is fetched only when there is a table to read.
  const [date, timestamp] = [8, 10]
  if (column?.type.typeId === date) return new Date(value).toISOString().slice(0, 10)
  if (column?.type.typeId === timestamp) return new Date(value).toISOString().replace('.000Z', 'Z')
  return String(value)
}

/** The values a row key was made of, as texts. */
export const keyParts = (layer: Pick<Layer, 'key' | 'keyBeside'>, key: string): string[] =>
  layer.keyBeside?.length ? key.split('/').map(unescapePart) : [key]

const escapePart = (text: string) => text.replaceAll('%', '%25').replaceAll('/', '%2F')
const unescapePart = (text: string) => text.replaceAll('%2F', '/').replaceAll('%25', '%')
