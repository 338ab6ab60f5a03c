import {crc32} from 'node:zlib'
import type {OutFile, Written} from './out-file.ts'

/**
 * A ZIP archive of stored entries (APPNOTE 6.3.9): nothing is compressed, because compressors differ between versions,
 * and every entry bears the same date, 1 January 2026. One entry at a time is held in memory.
 */
export class ZipFile {
  #file: OutFile
  #at = 0
  #directory: Buffer[] = []

  constructor(file: OutFile) {
    this.#file = file
  }

  /** An entry with its whole content. Names are ASCII; records count entries. */
  entry(name: string, content: Buffer): void {
    const path = Buffer.from(name, 'ascii')
    const crc = crc32(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    describe(local, 4, crc, content.length, path.length)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(version, 4)
    describe(central, 6, crc, content.length, path.length)
    central.writeUInt32LE(this.#at, 42)
    this.#directory.push(central, path)
    this.#write(local, path, content)
    this.#file.records++
  }

  close(): Written {
    const start = this.#at
    this.#write(...this.#directory)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#file.records, 8)
    end.writeUInt16LE(this.#file.records, 10)
    end.writeUInt32LE(this.#at - start, 12)
    end.writeUInt32LE(start, 16)
    this.#write(end)
    return this.#file.close()
  }

  #write(...pieces: Buffer[]) {
    for (const piece of pieces) {
      this.#file.write(piece)
      this.#at += piece.length
    }
  }
}

/** ZIP 2.0. */
const version = 20

/** Years since 1980, month and day in seven, four and five bits. */
const dosDate = ((2026 - 1980) << 9) | (1 << 5) | 1

/** What an entry's local and central headers share: from the version needed to the length of the extra field. */
function describe(header: Buffer, at: number, crc: number, bytes: number, nameBytes: number) {
  header.writeUInt16LE(version, at)
  header.writeUInt16LE(dosDate, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(bytes, at + 14)
  header.writeUInt32LE(bytes, at + 18)
  header.writeUInt16LE(nameBytes, at + 22)
}
