import {Buffer} from 'node:buffer'
import type {DuckDBVector} from '@duckdb/node-api'
import duckdb from '@duckdb/node-bindings'
import {rawVector} from './raw-vector.ts'

// A text in a vector is a slot of 16 bytes: its length, then the text itself where it has at most 12 bytes, else
// its first 4 and the address of all of them. (`duckdb_string_t` in DuckDB's public C header.)
const slotBytes = 16
const inlineOffset = 4
const inlineBytes = 12
const addressOffset = 8

/** UTF-8 of the text in that slot, which must not be missing. It is the database's memory: copy it before the next chunk. */
export function textAt(slots: DataView, row: number): Uint8Array {
  const slot = row * slotBytes
  const bytes = slots.getUint32(slot, true)
  return bytes <= inlineBytes
    ? new Uint8Array(slots.buffer, slots.byteOffset + slot + inlineOffset, bytes)
    : bytesBehind(slots, slot, bytes)
}

/**
 * All texts of a vector, one after another, as UTF-8; missing ones are left out. Texts that a query made lie one
 * after another in memory, so nearly all are copied in one piece instead of decoded and encoded row by row.
 */
export function textBytes(vector: DuckDBVector): Buffer {
  const {bytes: slots, isMissing} = rawVector(vector)
  const rows = vector.itemCount
  const length = (row: number) => slots.getUint32(row * slotBytes, true)
  const address = (row: number) => slots.getBigUint64(row * slotBytes + addressOffset, true)
  const pieces: Uint8Array[] = []

  for (let row = 0; row < rows; ) {
    const first = row++
    if (isMissing(first)) continue
    let bytes = length(first)
    if (bytes <= inlineBytes) {
      pieces.push(textAt(slots, first))
      continue
    }
    // Take in the texts that follow for as long as each begins where the one before it ends.
    const start = address(first)
    while (
      row < rows &&
      !isMissing(row) &&
      length(row) > inlineBytes &&
      address(row) === start + BigInt(bytes)
    )
      bytes += length(row++)
    pieces.push(bytesBehind(slots, first * slotBytes, bytes))
  }
  return Buffer.concat(pieces)
}

const bytesBehind = (slots: DataView, slot: number, bytes: number): Uint8Array =>
  duckdb.get_data_from_pointer(slots.buffer as ArrayBuffer, slots.byteOffset + slot + addressOffset, bytes)
