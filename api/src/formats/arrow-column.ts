import {type DuckDBDecimalType, DuckDBTypeId, type DuckDBVector} from '@duckdb/node-api'
import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Decimal,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  makeData,
  TimestampMillisecond,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Utf8,
} from 'apache-arrow'
import type {OpenColumn} from '../release/open-column.ts'
import {type RawVector, rawVector} from '../release/raw-vector.ts'
import {textAt} from '../release/text-bytes.ts'
import {identifier} from '../sql/identifier.ts'

/** Gathers a column's values from the database's vectors until they are taken as Arrow data. */
export type ArrowColumn = {
  type: DataType
  /** SQL that gives the values in the form in which Arrow keeps them. */
  expression: string
  /** Bytes gathered so far. */
  readonly bytes: number
  append(vector: DuckDBVector, rows: number): void
  take(): Data
}

export function arrowColumn(column: OpenColumn): ArrowColumn {
  const name = identifier(column.name)
  switch (column.type) {
    case 'integer':
    case 'number': {
      const [type, width] = numberTypes[column.physical.typeId] ?? unknown(column)
      return new FixedColumn(type, name, width)
    }
    case 'decimal': {
      const {width, scale} = column.physical as DuckDBDecimalType
      return new FixedColumn(new Decimal(scale, width, 128), `${name}::decimal(38, ${scale})`, 16)
    }
    case 'date':
      return new FixedColumn(new DateDay(), name, 4)
    case 'timestamp':
      return new FixedColumn(new TimestampMillisecond('UTC'), `epoch_ms(${name})`, 8)
    case 'boolean':
      return new BooleanColumn(name)
    case 'text':
    case 'json':
    case 'geometry':
      return new TextColumn(name)
  }
}

const numberTypes: Partial<Record<DuckDBTypeId, [DataType, number]>> = {
  [DuckDBTypeId.TINYINT]: [new Int8(), 1],
  [DuckDBTypeId.SMALLINT]: [new Int16(), 2],
  [DuckDBTypeId.INTEGER]: [new Int32(), 4],
  [DuckDBTypeId.BIGINT]: [new Int64(), 8],
  [DuckDBTypeId.UTINYINT]: [new Uint8(), 1],
  [DuckDBTypeId.USMALLINT]: [new Uint16(), 2],
  [DuckDBTypeId.UINTEGER]: [new Uint32(), 4],
  [DuckDBTypeId.UBIGINT]: [new Uint64(), 8],
  [DuckDBTypeId.FLOAT]: [new Float32(), 4],
  [DuckDBTypeId.DOUBLE]: [new Float64(), 8],
}

function unknown(column: OpenColumn): never {
  throw new Error(`No Arrow type for the column "${column.name}" of type ${column.physical}.`)
}

/** Bytes that grow by doubling. */
class Growing {
  array = new Uint8Array(64 * 1024)
  length = 0

  /** Makes room for `bytes` more and says where they go. */
  reserve(bytes: number): number {
    const at = this.length
    this.length += bytes
    if (this.length > this.array.length) {
      const grown = new Uint8Array(Math.max(this.length, this.array.length * 2))
      grown.set(this.array.subarray(0, at))
      this.array = grown
    }
    return at
  }

  push(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length)
    this.array.set(bytes, at)
  }

  /** The bytes so far; begins anew in fresh memory, because a reader may still hold the old one. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.array.subarray(0, this.length)
    this.array = new Uint8Array(this.array.length)
    this.length = 0
    return taken
  }
}

/** Which rows have a value: a bit a row, least first, as Arrow wants it. */
class Validity {
  #bits = new Growing()
  rows = 0
  nulls = 0

  append({isMissing, hasMissing}: RawVector, rows: number): void {
    this.#bits.reserve(Math.ceil((this.rows + rows) / 8) - this.#bits.length)
    const bits = this.#bits.array
    for (let row = 0; row < rows; row++) {
      const bit = this.rows + row
      if (hasMissing && isMissing(row)) this.nulls++
      else bits[bit >> 3]! |= 1 << (bit & 7)
    }
    this.rows += rows
  }

  take() {
    const taken = {length: this.rows, nullCount: this.nulls, nullBitmap: this.#bits.take()}
    this.rows = 0
    this.nulls = 0
    return taken
  }
}

/** Values of a fixed number of bytes, which the database keeps as Arrow does. */
class FixedColumn implements ArrowColumn {
  readonly type: DataType
  readonly expression: string
  readonly #width: number
  readonly #values = new Growing()
  readonly #validity = new Validity()

  constructor(type: DataType, expression: string, width: number) {
    this.type = type
    this.expression = expression
    this.#width = width
  }

  get bytes(): number {
    return this.#values.length
  }

  append(vector: DuckDBVector, rows: number): void {
    const source = rawVector(vector)
    const {buffer, byteOffset} = source.bytes
    this.#values.push(new Uint8Array(buffer, byteOffset, rows * this.#width))
    this.#validity.append(source, rows)
  }

  take(): Data {
    const bytes = this.#values.take()
    const {ArrayType} = this.type
    const data = new ArrayType(bytes.buffer, bytes.byteOffset, bytes.byteLength / ArrayType.BYTES_PER_ELEMENT)
    return makeData({type: this.type, data, ...this.#validity.take()} as Parameters<typeof makeData>[0])
  }
}

/** Truth values: a byte each in the database, a bit each in Arrow. */
class BooleanColumn implements ArrowColumn {
  readonly type = new Bool()
  readonly expression: string
  readonly #bits = new Growing()
  readonly #validity = new Validity()

  constructor(expression: string) {
    this.expression = expression
  }

  get bytes(): number {
    return this.#bits.length
  }

  append(vector: DuckDBVector, rows: number): void {
    const source = rawVector(vector)
    const before = this.#validity.rows
    this.#bits.reserve(Math.ceil((before + rows) / 8) - this.#bits.length)
    for (let row = 0; row < rows; row++)
      if (source.bytes.getUint8(row) !== 0)
        this.#bits.array[(before + row) >> 3]! |= 1 << ((before + row) & 7)
    this.#validity.append(source, rows)
  }

  take(): Data {
    return makeData({type: this.type, data: this.#bits.take(), ...this.#validity.take()})
  }
}

/** Texts: one after another, and where each begins. */
class TextColumn implements ArrowColumn {
  readonly type = new Utf8()
  readonly expression: string
  readonly #texts = new Growing()
  readonly #validity = new Validity()
  #offsets: number[] = [0]

  constructor(expression: string) {
    this.expression = expression
  }

  get bytes(): number {
    return this.#texts.length
  }

  append(vector: DuckDBVector, rows: number): void {
    const source = rawVector(vector)
    for (let row = 0; row < rows; row++) {
      if (!source.hasMissing || !source.isMissing(row)) this.#texts.push(textAt(source.bytes, row))
      this.#offsets.push(this.#texts.length)
    }
    this.#validity.append(source, rows)
  }

  take(): Data {
    const valueOffsets = Int32Array.from(this.#offsets)
    this.#offsets = [0]
    return makeData({type: this.type, valueOffsets, data: this.#texts.take(), ...this.#validity.take()})
  }
}
