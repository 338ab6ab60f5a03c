/** Splits the first record of a CSV text into its cells (RFC 4180). */
export function firstRecord(text: string, delimiter: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') break
    else if (character !== '\r') cell += character
  }
  return [...cells, cell]
}

/** The delimiter that splits the first record into most cells. */
export const likelyDelimiter = (text: string): ',' | ';' | '\t' =>
  ([',', ';', '\t'] as const).reduce((best, next) =>
    firstRecord(text, next).length > firstRecord(text, best).length ? next : best,
  )

/** True when records end now in CR LF, now in LF alone: DuckDB's strict parser stops at such a file. */
export function hasMixedLineEnds(text: string): boolean {
  let [quoted, pairs, singles] = [false, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '"') quoted = !quoted
    else if (character === '\n' && !quoted) text[i - 1] === '\r' ? pairs++ : singles++
  }
  return pairs > 0 && singles > 0
}
