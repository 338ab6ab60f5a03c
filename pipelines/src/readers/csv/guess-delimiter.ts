import {RecordScanner} from './record-scanner.ts'

/** What a one-column file is split at: no text has it. */
const none = '\x1f'

const candidates = [',', ';', '\t', '|']
const recordsLookedAt = 200

/**
 * The delimiter by which most of the first records have as many cells as the header; of several, the one that makes most
 * cells. A file that none of them splits has one column, whose cells may well hold commas.
 * @param head the file's first bytes, from its header on
 */
export function guessDelimiter(head: Buffer, isWhole: boolean, hasQuotes = true): string {
  const counted = candidates.map(delimiter => ({
    delimiter,
    ...agreement(head, isWhole, delimiter, hasQuotes),
  }))
  const splitting = counted.filter(({cells}) => cells > 1)
  if (splitting.length === 0 || (counted[0]!.records > 0 && counted.every(({single}) => single === 1)))
    return none
  return splitting.toSorted((a, b) => b.share - a.share || b.cells - a.cells)[0]!.delimiter
}

/** Cells of the header; the share of records that have as many, and of those that have one. */
function agreement(head: Buffer, isWhole: boolean, delimiter: string, hasQuotes: boolean) {
  const scanner = new RecordScanner(delimiter, 0, hasQuotes)
  scanner.open(head)
  let [cells, records, like, single, at] = [0, 0, 0, 0, 0]
  while (at < head.length && records < recordsLookedAt) {
    const next = scanner.read(at, isWhole)
    if (next === -1) break
    const isBlank = scanner.end === at
    at = next
    if (isBlank) continue
    if (cells === 0) {
      cells = Math.max(1, scanner.cells)
      continue
    }
    records++
    if (scanner.cells === cells || (scanner.cells === cells + 1 && scanner.endsEmpty)) like++
    if (scanner.cells === 1) single++
  }
  return {
    cells,
    records,
    share: records === 0 ? 1 : like / records,
    single: records === 0 ? 0 : single / records,
  }
}
