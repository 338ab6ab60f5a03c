import {jsonLine} from '../sql/row-text.ts'
import {type Format, lines} from './format.ts'
import {pieces} from './pieces.ts'

const separator = ',\n'

/** `{release, row_count, rows: [{…}]}`, a row a line; values as in NDJSON. */
export const json: Format = download => {
  const about = JSON.stringify({release: download.release.id, row_count: download.rowCount})
  return pieces(lines(download, jsonLine(download.query.select, separator, '')), {
    head: `${about.slice(0, -1)},"rows":[\n`,
    tail: '\n]}\n',
    separatorBytes: separator.length,
  })
}
