import type {FormatName} from '../contract/index.ts'
import {arrow} from './arrow.ts'
import {csv} from './csv.ts'
import type {Format} from './format.ts'
import {geojson} from './geojson.ts'
import {json} from './json.ts'
import {ndjson} from './ndjson.ts'
import {parquet} from './parquet.ts'

/** How each format is written. */
export const formats: Record<FormatName, Format> = {csv, json, ndjson, parquet, arrow, geojson}
