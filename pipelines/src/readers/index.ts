import type {Format} from '@hromada/datasets'
import {readAsciiGrid} from './ascii-grid.ts'
import {readCityJson} from './cityjson.ts'
import {readCsv} from './csv.ts'
import {readGeoTiff} from './geotiff.ts'
import {readGeoJson, readJson} from './json.ts'
import {readParquet} from './parquet.ts'
import type {Read, ReadContext, Reader, SourceFile} from './reader.ts'
import {readXlsx} from './xlsx.ts'
import {zipReader} from './zip.ts'

/** One reader per format. Adding a format: a file beside its siblings, a line here, a kind in `Format`. */
const readers: {[K in Format['kind']]: Reader<K>} = {
  csv: readCsv,
  parquet: readParquet,
  json: readJson,
  geojson: readGeoJson,
  xlsx: readXlsx,
  cityjson: readCityJson,
  geotiff: readGeoTiff,
  asciigrid: readAsciiGrid,
  // What is inside is read by its own reader.
  zip: zipReader(({kind}) => readers[kind] as Reader),
}

export const readerOf =
  (format: Format) =>
  (file: SourceFile, context: ReadContext): Promise<Read> =>
    (readers[format.kind] as Reader)(file, format, context)
