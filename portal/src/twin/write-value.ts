import type {Format} from '../format.ts'
import type {ColumnWords} from './setup.ts'
import type {TwinTexts} from './texts.ts'

/** A value of a row as people read it: numbers and dates in the reader's way, missing ones as a word. */
export function writeValue(value: unknown, {name, type, unit}: ColumnWords, t: TwinTexts, f: Format): string {
  if (value === null || value === undefined || value === '') return t.unknown
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (type === 'timestamp') return f.moment(new Date(value as number).toISOString())
  if (type === 'date') return f.date(new Date(value as number).toISOString().slice(0, 10))
  if (typeof value !== 'number') return t.words[name]?.[String(value)] ?? String(value)
  if (isYear(name)) return String(value)
  const decimals = name === 'lon' || name === 'lat' ? 5 : Number.isInteger(value) ? 0 : 1
  const number = f.number(value, decimals)
  // Where the label is ours it holds the unit already.
  const symbol = unit === null || name in t.labels ? '' : (t.units[unit] ?? unit)
  return symbol ? `${number}\u00a0${symbol}` : number
}

/** Years are names of years: 1985, not 1 985. */
export const isYear = (column: string): boolean => /(^|_)year$/.test(column)

/**
 * What a column is called: short words of ours for what is often seen, else the publisher's. These may go on to say what
 * its codes mean, which are shown in words, or what an empty value means.
 */
export function labelOf({name, label}: ColumnWords, t: TwinTexts): string {
  const isCoded = name in t.words
  return t.labels[name] ?? label.replace(isCoded ? /[:;].*$/ : /; (?:empty|порожньо).*$/, '')
}
