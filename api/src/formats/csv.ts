import {csvLine} from '../sql/row-text.ts'
import {type Format, lines} from './format.ts'
import {pieces} from './pieces.ts'

/**
 * RFC 4180 in UTF-8, lines end with \n, the first names the columns. Missing is empty, the empty text is "".
 * Cells are the data as it is: one that begins with = is not disarmed, because that would change it.
 */
export const csv: Format = download => {
  const {select} = download.query
  return pieces(lines(download, csvLine(select)), {head: `${select.map(column => column.name).join(',')}\n`})
}
