import {
  AsyncByteQueue,
  Field,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
} from 'apache-arrow'
import {arrowColumn} from './arrow-column.ts'
import type {Format} from './format.ts'

const rowsPerBatch = 16_384
const bytesPerBatch = 4 * 1024 * 1024

/**
 * An Arrow IPC stream. Integers and numbers keep the width of the file, decimals are Decimal128 with the scale of
 * the file, timestamps milliseconds in UTC, dates days, everything else UTF-8 without dictionaries. The schema's
 * metadata name the release and the table, a field's its unit and its published type.
 */
export const arrow: Format = async function* (download) {
  const {release, table, query, rowCount} = download
  const columns = query.select.map(arrowColumn)
  const fields = query.select.map((column, index) => {
    const metadata = new Map<string, string>([['hromada:type', column.type]])
    if (column.unit !== null) metadata.set('hromada:unit', column.unit)
    return new Field(column.name, columns[index]!.type, true, metadata)
  })
  const metadata = new Map([
    ['hromada:release', release.id],
    ['hromada:table', table.name],
    ['hromada:row_count', String(rowCount)],
  ])
  const schema = new Schema(fields, metadata)
  const sink = new Bytes()
  const writer = new RecordBatchStreamWriter()
  writer.reset(sink, schema)

  let rows = 0
  const flush = () => {
    const children = columns.map(column => column.take())
    writer.write(
      new RecordBatch(schema, makeData({type: new Struct(fields), length: rows, nullCount: 0, children})),
    )
    rows = 0
  }
  const expressions = columns.map(column => column.expression)
  for await (const chunk of release.chunks(download.rows(expressions), rowCount)) {
    for (const [index, column] of columns.entries())
      column.append(chunk.getColumnVector(index), chunk.rowCount)
    rows += chunk.rowCount
    if (rows < rowsPerBatch && columns.reduce((bytes, column) => bytes + column.bytes, 0) < bytesPerBatch)
      continue
    flush()
    yield* sink.take()
  }
  if (rows > 0) flush()
  writer.finish()
  yield* sink.take()
}

/** Keeps what the writer writes until it is taken, so that no more is made than is read. */
class Bytes extends AsyncByteQueue<Uint8Array> {
  #written: Uint8Array[] = []

  override write(bytes: Uint8Array): void {
    this.#written.push(bytes)
  }

  take(): Uint8Array[] {
    const taken = this.#written
    this.#written = []
    return taken.length === 0 ? [] : [Buffer.concat(taken)]
  }
}
