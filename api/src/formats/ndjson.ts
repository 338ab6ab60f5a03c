import {jsonLine} from '../sql/row-text.ts'
import {type Format, lines} from './format.ts'
import {pieces} from './pieces.ts'

/** One JSON object a line. Integers and decimals with all their digits, timestamps as ISO 8601 texts in UTC. */
export const ndjson: Format = download => pieces(lines(download, jsonLine(download.query.select, '', '\n')))
