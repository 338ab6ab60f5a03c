import type {ColumnSource} from '@hromada/datasets'

/** A column's source as a line of a city's profile: `received_at: {from: ['Дата', 'Date'], format: '%d.%m.%Y'},`. */
export function sourceLine(column: string, source: ColumnSource): string {
  const {from, ...rest} = source
  const isPlain = from !== undefined && Object.keys(rest).length === 0
  const entries = Object.entries(source).filter(([, value]) => value !== undefined)
  return `${column}: ${isPlain ? written(from) : `{${entries.map(([name, value]) => `${name}: ${written(value)}`).join(', ')}}`},`
}

function written(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value))
    return value.length === 1 ? written(value[0]) : `[${value.map(written).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(
        ([key, inner]) => `${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : quoted(key)}: ${written(inner)}`,
      )
      .join(', ')}}`
  return String(value)
}

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`
