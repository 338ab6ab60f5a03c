import type {Cell} from '../rows/row-file.ts'

/** Objects within objects beyond this stay JSON: no table is so deep. */
const deepest = 32

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const blanks = /[ \t\r\n]*/y
const mark = /["[\]{}]/g

/**
 * The cells of a JSON object: nested objects become longer paths; lists, and what is in `whole`, keep their JSON text
 * without its blanks. A number is the publisher's own text, so that nothing is rounded. @throws Error: no JSON object
 */
export function flattenJson(text: string, whole: ReadonlySet<string> = new Set()): Cell[] {
  const reading = new Reading(text, whole)
  reading.blanks()
  if (text[reading.at] !== '{') throw new Error('it is no object')
  reading.object([])
  reading.blanks()
  if (reading.at < text.length) throw new Error('it goes on after its end')
  return reading.cells
}

class Reading {
  at = 0
  cells: Cell[] = []
  #text: string
  #whole: ReadonlySet<string>

  constructor(text: string, whole: ReadonlySet<string>) {
    this.#text = text
    this.#whole = whole
  }

  blanks() {
    const code = this.#text.charCodeAt(this.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    blanks.lastIndex = this.at
    blanks.exec(this.#text)
    this.at = blanks.lastIndex
  }

  object(path: readonly string[]) {
    const text = this.#text
    this.at++
    this.blanks()
    if (text[this.at] === '}') {
      this.at++
      // It may hold something in another row.
      if (path.length > 0) this.cells.push([path, null])
      return
    }
    for (;;) {
      this.blanks()
      if (text[this.at] !== '"') throw new Error(`it has no key at ${this.at}`)
      const key = this.#string()
      this.blanks()
      if (text[this.at] !== ':') throw new Error(`it has no value for "${key}"`)
      this.at++
      this.blanks()
      this.#value([...path, key])
      this.blanks()
      const end = text[this.at++]
      if (end === '}') return
      if (end !== ',') throw new Error(`it breaks after "${key}"`)
    }
  }

  #value(path: readonly string[]) {
    const first = this.#text[this.at]
    if (first === '"') this.cells.push([path, this.#string()])
    else if (first === '{' && path.length < deepest && !(path.length === 1 && this.#whole.has(path[0]!)))
      this.object(path)
    else if (first === '{' || first === '[') this.cells.push([path, this.#nested()])
    else {
      const token = this.#token(number) ?? this.#token(word)
      if (token === null) throw new Error(`it has no value for "${path.at(-1)}"`)
      this.cells.push([path, token === 'null' ? null : token])
    }
  }

  #token(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  #string(): string {
    const from = this.at
    this.#skipString()
    const inner = this.#text.slice(from + 1, this.at - 1)
    // Escapes and what must be escaped are the language's own business.
    return /\\|\p{Cc}/u.test(inner) ? (JSON.parse(this.#text.slice(from, this.at)) as string) : inner
  }

  #skipString() {
    const text = this.#text
    let end = text.indexOf('"', this.at + 1)
    while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
    if (end === -1) throw new Error('it ends within a text')
    this.at = end + 1
  }

  /** A list or an object as it is. */
  #nested(): string {
    const text = this.#text
    const from = this.at
    let level = 0
    do {
      mark.lastIndex = this.at
      const next = mark.exec(text)
      if (!next) throw new Error('it ends within a list')
      this.at = next.index
      const character = next[0]
      if (character === '"') this.#skipString()
      else {
        level += character === '[' || character === '{' ? 1 : -1
        this.at++
      }
    } while (level > 0)
    const raw = text.slice(from, this.at)
    JSON.parse(raw)
    return /[ \t\r\n]/.test(raw) ? raw.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|[ \t\r\n]+/g, '$1') : raw
  }
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0
  while (text[quote - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}
