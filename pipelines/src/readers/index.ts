import {stat} from 'node:fs/promises'
import type {Format} from '@hromada/datasets'
import {finding} from '../findings.ts'
import {readAsciiGrid} from './ascii-grid.ts'
import {readCityGml} from './citygml.ts'
import {readCityJson} from './cityjson.ts'
import {readCityJsonSeq} from './cityjsonseq.ts'
import {readCsv} from './csv.ts'
import {readGeoPackage} from './geopackage.ts'
import {readGeoTiff} from './geotiff.ts'
import {readGeoJson, readJson} from './json.ts'
import {readNdjson} from './ndjson.ts'
import {NoRows} from './no-rows.ts'
import {readParquet} from './parquet.ts'
import type {Read, ReadContext, Reader, SourceFile} from './reader.ts'
import {readShapefile} from './shapefile.ts'
import {unpackGzip} from './unpack-gzip.ts'
import {readXlsx} from './xlsx.ts'
import {readXmlRecords} from './xml.ts'
import {zipReader} from './zip.ts'

/** One reader per format. Adding a format: a file beside its siblings, a line here, a kind in `Format`. */
const readers: {[K in Format['kind']]: Reader<K>} = {
  csv: readCsv,
  parquet: readParquet,
  json: readJson,
  ndjson: readNdjson,
  xml: readXmlRecords,
  geojson: readGeoJson,
  xlsx: readXlsx,
  shapefile: readShapefile,
  geopackage: readGeoPackage,
  cityjson: readCityJson,
  cityjsonseq: readCityJsonSeq,
  citygml: readCityGml,
  geotiff: readGeoTiff,
  asciigrid: readAsciiGrid,
  // What is inside is read by its own reader.
  zip: zipReader(format => readerOf(format)),
}

/** Reads a file of that format, gzipped or not. */
export const readerOf =
  (format: Format) =>
  async (file: SourceFile, context: ReadContext): Promise<Read> => {
    const plain = await unpackGzip(file, context)
    if ((await stat(plain.path)).size === 0)
      throw new NoRows(`${file.address} is empty.`, finding('empty_file', {example: file.address}))
    return (readers[format.kind] as Reader)(plain, format, context)
  }
