/** The cells of one whole record, without its end of line (RFC 4180; blanks around quotes are no part of a cell). */
export function splitRecord(record: string, delimiter: string, hasQuotes: boolean): string[] {
  if (!hasQuotes) return record.split(delimiter)
  const cells: string[] = []
  for (let at = 0; ; ) {
    const quoted = quotedCell(record, at, delimiter)
    if (quoted) cells.push(quoted.text)
    const next = quoted ? quoted.end : record.indexOf(delimiter, at)
    const end = next === -1 ? record.length : next
    if (!quoted) cells.push(record.slice(at, end))
    if (end >= record.length) return cells
    at = end + 1
  }
}

/** The quoted cell that begins at `start` and where it ends; null where the cell is none, or goes on after its quotes. */
function quotedCell(record: string, start: number, delimiter: string): {text: string; end: number} | null {
  const opening = afterBlanks(record, start, delimiter)
  if (record[opening] !== '"') return null
  let closing = record.indexOf('"', opening + 1)
  while (closing !== -1 && record[closing + 1] === '"') closing = record.indexOf('"', closing + 2)
  if (closing === -1) return null
  const end = afterBlanks(record, closing + 1, delimiter)
  if (end < record.length && record[end] !== delimiter) return null
  return {text: record.slice(opening + 1, closing).replaceAll('""', '"'), end}
}

function afterBlanks(record: string, start: number, delimiter: string): number {
  let at = start
  while (record[at] === ' ' || (record[at] === '\t' && delimiter !== '\t')) at++
  return at
}
