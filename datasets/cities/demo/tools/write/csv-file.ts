import type {OutFile, Written} from './out-file.ts'
import {encodeWindows1251} from './windows-1251.ts'

export type CsvStyle = {
  delimiter?: ',' | ';' | '\t'
  encoding?: 'utf-8' | 'windows-1251'
  /** A byte order mark in front, as spreadsheets write it. */
  hasMark?: boolean
  lineEnd?: '\n' | '\r\n'
}

export type Cell = string | number | null

const flushAt = 1 << 16

/** A CSV file, written row by row. */
export class CsvFile {
  #file: OutFile
  #delimiter: string
  #lineEnd: string
  #encode: (text: string) => Buffer
  #special: RegExp
  #text = ''

  constructor(
    file: OutFile,
    header: readonly string[],
    {delimiter = ',', encoding = 'utf-8', hasMark = false, lineEnd = '\n'}: CsvStyle = {},
  ) {
    this.#file = file
    this.#delimiter = delimiter
    this.#lineEnd = lineEnd
    this.#encode = encoding === 'utf-8' ? text => Buffer.from(text, 'utf8') : encodeWindows1251
    this.#special = delimiter === ';' ? /[;"\r\n]/ : delimiter === ',' ? /[,"\r\n]/ : /[\t"\r\n]/
    if (hasMark) this.#text = '\ufeff'
    this.row(header)
    this.#file.records = 0
  }

  /** A row. Numbers are written shortest; null is an empty cell. */
  row(cells: readonly Cell[]): void {
    let line = ''
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!
      if (index > 0) line += this.#delimiter
      if (cell === null) continue
      line += typeof cell === 'string' && this.#special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    }
    this.line(line)
  }

  /** A line as it is: for what publishers get wrong. Counts as one record. */
  line(text: string): void {
    this.#text += text + this.#lineEnd
    this.#file.records++
    if (this.#text.length >= flushAt) this.#flush()
  }

  close(): Written {
    this.#flush()
    return this.#file.close()
  }

  #flush() {
    this.#file.write(this.#encode(this.#text))
    this.#text = ''
  }
}
