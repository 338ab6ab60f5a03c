import type {Table} from './figures/figure.ts'

/** A table as RFC 4180 CSV: values as they are, not as the page writes them. */
export function toCsv({columns, rows}: Table): string {
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value)
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [columns.map(({key}) => key), ...rows.map(row => columns.map(({key}) => row[key]))]
    .map(line => `${line.map(cell).join(',')}\r\n`)
    .join('')
}
