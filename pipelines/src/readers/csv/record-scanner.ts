const [lineFeed, carriageReturn, quote, space, tab] = [10, 13, 34, 32, 9]

/** What a byte may mean outside quotes; everything else is a part of its cell. */
const [separates, endsLine, returns, quotes] = [1, 2, 3, 4]

/**
 * Finds where records of CSV end, and counts their cells, in bytes. RFC 4180 with what real files need: a quote opens a
 * cell only at its beginning (blanks may stand before it), elsewhere it is a character; a line may end with LF, CR LF or
 * CR, and a CR within a record that has not all its cells yet is a character. It knows nothing of the parser whose work
 * is held against it.
 */
export class RecordScanner {
  /** Cells of the record, and whether the last of them is empty and follows a delimiter. */
  cells = 0
  endsEmpty = false
  /** Where the record's bytes end, without its end of line. */
  end = 0
  /** Ends of lines in it, its own among them. */
  lines = 0
  lineEnd: 'none' | 'lf' | 'crlf' | 'cr' = 'none'
  /** Its cells mean something else to other parsers, and must be quoted anew. */
  isOdd = false
  fault: 'broken_line' | 'unterminated_quote' | null = null

  #meanings = new Uint8Array(256)
  /** The same for two bytes at once, which makes the scan three times as fast: see `pairOf`. */
  #pairs = new Uint8Array(65_536)
  #quotedPairs = new Uint8Array(65_536)
  #bytes: Uint8Array = new Uint8Array(0)
  #words: Uint16Array = new Uint16Array(0)
  #separator: number
  #expected: number
  /** Where the quoted cell that was read last is closed. */
  #closing = -1

  /** @param expected cells of a whole record: before it has so many, a CR alone does not end it */
  constructor(delimiter: string, expected: number, hasQuotes = true) {
    this.#separator = delimiter.charCodeAt(0)
    this.#expected = expected
    this.#meanings[this.#separator] = separates
    this.#meanings[lineFeed] = endsLine
    this.#meanings[carriageReturn] = returns
    if (hasQuotes) this.#meanings[quote] = quotes
    for (let pair = 0; pair < 65_536; pair++) {
      const [one, other] = [pair & 255, pair >> 8]
      this.#pairs[pair] = pairOf(this.#meanings[one]!, this.#meanings[other]!)
      this.#quotedPairs[pair] = quotedMeanings[one]! | quotedMeanings[other]!
    }
  }

  /** Sets the bytes that are read from now on. They must begin at an even place in their memory. */
  open(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#words = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1)
  }

  /**
   * Reads the record that begins at `start`. A quote that is never closed, or is closed in another line by what is no
   * closing quote, costs just the line it is in.
   * @param isLast nothing follows after the bytes @returns where the next record begins; -1: it does not end in them
   */
  read(start: number, isLast: boolean): number {
    const [meanings, pairs, bytes, words] = [this.#meanings, this.#pairs, this.#bytes, this.#words]
    const limit = bytes.length
    this.fault = null
    this.isOdd = false
    this.lines = 1
    let [at, cells, cell] = [start, 1, start]
    for (;;) {
      // Letters and delimiters are most of a file.
      if ((at & 1) === 0) {
        let word = at >> 1
        for (; word < words.length; word++) {
          const pair = pairs[words[word]!]!
          if (pair === 0) continue
          if (pair === mixed) break
          cells += pair === bothSeparate ? 2 : 1
          cell = (word << 1) + (pair === firstSeparates ? 1 : 2)
        }
        at = word << 1
      }
      if (at >= limit) return isLast ? this.#ends(cells, cell, limit, 'none', limit) : -1
      const meaning = meanings[bytes[at]!]
      if (meaning === 0) at++
      else if (meaning === separates) {
        cells++
        cell = ++at
      } else if (meaning === endsLine) return this.#ends(cells, cell, at, 'lf', at + 1)
      else if (meaning === returns) {
        if (at + 1 >= limit && !isLast) return -1
        if (at + 1 < limit && bytes[at + 1] === lineFeed) return this.#ends(cells, cell, at, 'crlf', at + 2)
        if (cells >= this.#expected || at === start) return this.#ends(cells, cell, at, 'cr', at + 1)
        this.isOdd = true
        at++
      } else if (this.#isBlank(cell, at)) {
        const after = this.#afterQuoted(at, cells, isLast)
        if (after === incomplete) return -1
        // Other parsers know spaces around quotes, but not tabs.
        if (after >= 0 && at > cell) this.isOdd = true
        if (after >= 0) at = after
        else if (after === notClosing && at > cell) {
          // Not a quoted cell, but one that begins with a blank and a quote.
          this.isOdd = true
          at++
        } else return this.#gaveUp(start, at, isLast)
      } else at++
    }
  }

  #ends(cells: number, cell: number, end: number, lineEnd: typeof this.lineEnd, next: number): number {
    this.cells = cells
    this.endsEmpty = cells > 1 && cell === end
    this.end = end
    this.lineEnd = lineEnd
    return next
  }

  /** The next quote or end of line, or the end. */
  #skipQuoted(from: number): number {
    const [bytes, words, pairs] = [this.#bytes, this.#words, this.#quotedPairs]
    if (from >= bytes.length || quotedMeanings[bytes[from]!] !== 0) return from
    let word = (from + 1) >> 1
    while (word < words.length && pairs[words[word]!] === 0) word++
    const at = word << 1
    return at < bytes.length && quotedMeanings[bytes[at]!] === 0 ? at + 1 : Math.min(at, bytes.length)
  }

  #isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (!this.#isBlankByte(this.#bytes[at]!)) return false
    return true
  }

  #isBlankByte = (byte: number) => byte === space || (byte === tab && this.#separator !== tab)

  /** From an opening quote to what follows the closing one and its blanks. */
  #afterQuoted(opening: number, cells: number, isLast: boolean): number {
    const bytes = this.#bytes
    const limit = bytes.length
    let at = opening + 1
    let lines = 0
    for (;;) {
      at = this.#skipQuoted(at)
      if (at < limit && bytes[at] === lineFeed) {
        lines++
        at++
        continue
      }
      if (at >= limit) {
        this.#closing = -1
        return isLast ? neverClosed : incomplete
      }
      if (at + 1 >= limit && !isLast) return incomplete
      if (at + 1 >= limit || bytes[at + 1] !== quote) break
      at += 2
    }
    this.#closing = at++
    const closed = at
    while (at < limit && this.#isBlankByte(bytes[at]!)) at++
    if (at > closed) this.isOdd = true
    if (at >= limit && !isLast) return incomplete
    const meaning = at < limit ? this.#meanings[bytes[at]!] : endsLine
    if (meaning === 0 || meaning === quotes) return notClosing
    if (meaning === returns && cells < this.#expected) {
      // Before the last cell a return alone is a letter, and none may follow the quote.
      if (at + 1 >= limit && !isLast) return incomplete
      if (at + 1 >= limit || bytes[at + 1] !== lineFeed) return notClosing
    }
    this.lines += lines
    return at
  }

  /** Gives up the line a quote was opened in; it may hold cells that went over several lines before. */
  #gaveUp(start: number, opening: number, isLast: boolean): number {
    const bytes = this.#bytes
    const limit = bytes.length
    let at = opening
    while (at < limit && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++
    if (at >= limit && !isLast) return -1
    const isSameLine = this.#closing > opening && this.#closing < at
    this.fault = isSameLine ? 'broken_line' : 'unterminated_quote'
    if (at >= limit) return this.#ends(0, start, at, 'none', limit)
    if (bytes[at] === lineFeed) return this.#ends(0, start, at, 'lf', at + 1)
    const isPair = at + 1 < limit && bytes[at + 1] === lineFeed
    return this.#ends(0, start, at, isPair ? 'crlf' : 'cr', at + (isPair ? 2 : 1))
  }
}

/** What two bytes together mean outside quotes: nothing, delimiters alone, or something that asks for a closer look. */
const [firstSeparates, secondSeparates, bothSeparate, mixed] = [1, 2, 3, 4]

function pairOf(one: number, other: number): number {
  if (one > separates || other > separates) return mixed
  return (one === separates ? firstSeparates : 0) + (other === separates ? secondSeparates : 0)
}

const quotedMeanings = new Uint8Array(256)
quotedMeanings[quote] = quotedMeanings[lineFeed] = 1

const [incomplete, neverClosed, notClosing] = [-1, -2, -3]
