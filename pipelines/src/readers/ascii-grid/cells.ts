import {createReadStream} from 'node:fs'
import {SourceError} from '../reader.ts'

/** What a character of the text is: part of a number, between numbers, or neither. */
const [between, numeric] = [1, 2]
const classes = new Uint8Array(256)
for (const character of ' \t\r\n\v\f') classes[character.charCodeAt(0)] = between
for (const character of '0123456789+-.,eE') classes[character.charCodeAt(0)] = numeric

/** Longer than any number is written. */
const mostCharacters = 400

/** The numbers of an ASCII grid, in turn, however they are broken into lines. Holds a piece of the file at a time. */
export class AsciiCells {
  #pieces: AsyncIterator<Buffer>
  #address: string
  #text = ''
  #at = 0
  #line: number
  #isOver = false

  /** @param start the byte at which the values begin, on `line` */
  constructor(path: string, start: number, line: number, address: string) {
    const stream = createReadStream(path, {start, highWaterMark: 1 << 20})
    this.#pieces = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    this.#line = line
    this.#address = address
  }

  /**
   * Fills `into` with the next values; what is no number is NaN, and told of with its text and line.
   * @returns how many there were: fewer than `length` only at the end of the file
   */
  async read(
    into: Float64Array,
    length: number,
    onFault: (cell: number, text: string, line: number) => void,
  ): Promise<number> {
    let cell = 0
    for (;;) {
      cell = this.#readHeld(into, cell, length, onFault)
      if (cell === length || this.#isOver) return cell
      await this.#hold()
    }
  }

  /** Ends the reading, wherever it is. */
  async close() {
    await this.#pieces.return?.()
  }

  async #hold() {
    const rest = this.#text.slice(this.#at)
    if (rest.length > mostCharacters)
      throw new SourceError(
        `${this.#address} is not an ASCII grid: line ${this.#line} has "${rest.slice(0, 40)}…" where a number should be.`,
      )
    const {value, done} = await this.#pieces.next()
    this.#isOver = done === true
    this.#text = rest + (done ? '' : value.toString('latin1'))
    this.#at = 0
  }

  #readHeld(
    into: Float64Array,
    start: number,
    length: number,
    onFault: (cell: number, text: string, line: number) => void,
  ): number {
    const text = this.#text
    let [cell, at] = [start, this.#at]
    while (cell < length) {
      let character = text.charCodeAt(at)
      while (at < text.length && classes[character] === between) {
        if (character === 10) this.#line++
        character = text.charCodeAt(++at)
      }
      const begin = at
      let isNumeric = true
      let hasComma = false
      while (at < text.length && classes[character] !== between) {
        if (classes[character] !== numeric) isNumeric = false
        else if (character === 44) hasComma = true
        character = text.charCodeAt(++at)
      }
      // What touches the end may go on in the next piece.
      if (begin === at || (at === text.length && !this.#isOver)) {
        at = begin
        break
      }
      const word = text.slice(begin, at)
      const value = isNumeric ? Number(hasComma ? word.replace(',', '.') : word) : Number.NaN
      into[cell] = value
      if (!Number.isFinite(value)) onFault(cell, word, this.#line)
      cell++
    }
    this.#at = at
    return cell
  }
}
