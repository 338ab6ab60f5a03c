import type {Format} from '@hromada/datasets'

/** Formats in which every row names its own columns. */
const byRow: ReadonlySet<Format['kind']> = new Set<Format['kind']>(['json', 'ndjson', 'xml', 'geojson'])

/** Does a file of that format name its columns for all rows? In others a column is there only where some row has it. */
export const hasHeader = (format: Format): boolean =>
  format.kind === 'zip' ? hasHeader(format.format) : !byRow.has(format.kind)
