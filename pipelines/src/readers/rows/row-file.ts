import {open} from 'node:fs/promises'
import {join} from 'node:path'
import {identifier, literal} from '../../duckdb.ts'
import {type Finding, type FindingRule, finding, placesShown} from '../../findings.ts'
import {plainName} from '../csv/header-of.ts'
import {type Read, type ReadContext, type SetAside, SourceError, type SourceFile} from '../reader.ts'

/** A cell's name as a path, such as `attributes`, `state`; its text, null where there is none. */
export type Cell = [path: readonly string[], text: string | null]

/** `at`: where its text stands among those of row `row`; `repeated`: rows in which it came more than once. */
type Column = {
  key: string
  path: readonly string[]
  isFilled: boolean
  row: number
  at: number
  repeated: number[]
}

/** More columns than any table has: the keys of such a file are values. */
const mostColumns = 5000
/** What set-aside records may take together: more of them are no slips, but another kind of file. */
const mostSetAsideBytes = 256 * 2 ** 20
const usualObjectBytes = 16 * 2 ** 20
const [flushedBytes, longRowBytes, longRowsTogether] = [2 ** 20, 16_384, 2048]

/**
 * Rows on their way from a reader of our own into the database: one line of JSON each, all texts, under short keys.
 * Columns come as rows bring them. What cannot be read is set aside here too, so that both are counted together.
 */
export class RowFile {
  rows = 0
  readonly setAside: SetAside[] = []
  readonly findings: Finding[] = []
  #file: SourceFile
  #path: string
  #out: Awaited<ReturnType<typeof open>>
  #columns = new Map<string, Column>()
  #pending: string[] = []
  #pendingLength = 0
  #bytes = 0
  #longest = 0
  #setAsideBytes = 0
  #under: string | null
  #signal: AbortSignal | undefined

  private constructor(
    file: SourceFile,
    path: string,
    out: Awaited<ReturnType<typeof open>>,
    under: string | null,
    signal: AbortSignal | undefined,
  ) {
    this.#signal = signal
    this.#file = file
    this.#path = path
    this.#out = out
    this.#under = under
  }

  /** @param under what is below this name, such as `properties`, is known by its own name; others' names come first */
  static async in(
    {scratch, signal}: Pick<ReadContext, 'scratch' | 'signal'>,
    file: SourceFile,
    under: string | null = null,
  ): Promise<RowFile> {
    const path = join(scratch, 'rows.ndjson')
    return new RowFile(file, path, await open(path, 'w'), under, signal)
  }

  /** Adds a row. A path that comes twice keeps its last text, and is told of. True: await `flush()` before the next one. */
  add(cells: Iterable<Cell>): boolean {
    this.rows++
    const texts: string[] = []
    for (const [path, text] of cells) {
      const column = this.#column(path)
      if (text !== null) column.isFilled = true
      else if (column.row !== this.rows) continue
      if (column.row === this.rows) {
        if (column.repeated.at(-1) !== this.rows) column.repeated.push(this.rows)
      } else {
        column.row = this.rows
        column.at = texts.length
      }
      texts[column.at] =
        text === null
          ? `"${column.key}":null`
          : `"${column.key}":${JSON.stringify(text.isWellFormed() ? text : text.toWellFormed())}`
    }
    const line = `{${texts.join(',')}}\n`
    this.#pending.push(line)
    this.#pendingLength += line.length
    // Escapes aside, a character takes three bytes of UTF-8 at most.
    if (line.length * 3 > this.#longest) this.#longest = Math.max(this.#longest, Buffer.byteLength(line))
    return this.#pendingLength > flushedBytes
  }

  /** Writes what there is; @throws what the signal says, where one came */
  async flush() {
    this.#signal?.throwIfAborted()
    const text = this.#pending.join('')
    this.#pending = []
    this.#pendingLength = 0
    this.#bytes += (await this.#out.write(text)).bytesWritten
  }

  /** Sets a record aside, as it is. */
  reject(rule: FindingRule, line: number, text: string) {
    this.#setAsideBytes += text.length
    if (this.#setAsideBytes > mostSetAsideBytes)
      throw new SourceError(
        `${this.#file.address} has ${this.setAside.length} records that cannot be read up to line ${line}, too many to set aside.`,
      )
    this.setAside.push({address: this.#file.address, line, rule, text})
  }

  /** Closes the file without reading it. */
  close = () => this.#out.close()

  /**
   * @param more columns that are the same in every row, as SQL by their names
   * @throws SourceError where more records are set aside than read, or there are none
   */
  async read(more: Record<string, string> = {}): Promise<Read> {
    await this.flush()
    await this.#out.close()
    const {address} = this.#file
    const [rejected, records] = [this.setAside.length, this.rows + this.setAside.length]
    if (rejected * 2 > records) {
      const {line, text} = this.setAside[0]!
      throw new SourceError(
        `${rejected} of ${records} records of ${address} cannot be read. The first is on line ${line}: ${text?.slice(0, 200)}`,
      )
    }
    const named = this.#named(Object.keys(more))
    for (const {name, repeated} of named)
      if (repeated.length > 0)
        this.findings.push(
          finding('repeated_value', {
            column: name,
            count: repeated.length,
            rows: repeated.slice(0, placesShown),
          }),
        )
    const shape = named.map(({key}) => `${literal(key)}: 'VARCHAR'`).join(', ')
    const select = [
      ...named.map(({key, name}) => `${identifier(key)} as ${identifier(name)}`),
      ...Object.entries(more).map(([name, sql]) => `${sql} as ${identifier(name)}`),
    ]
    const byRule = Map.groupBy(this.setAside, ({rule}) => rule)
    const found = [...byRule].map(([rule, lines]) =>
      finding(rule as FindingRule, {
        count: lines.length,
        rows: lines.slice(0, placesShown).map(({line}) => line),
        example: lines[0]!.text?.slice(0, 500) ?? null,
      }),
    )
    // The database holds twice as much for every file it reads: no more than it needs for a small one.
    const size = Math.max(this.#longest, Math.min(usualObjectBytes, this.#bytes)) + 1024
    return {
      relation:
        `(select ${select.join(', ')} from read_json(${literal(this.#path)}, format = 'newline_delimited', ` +
        `columns = {${shape}}, maximum_object_size = ${size}))`,
      columns: [...named.map(({name}) => name), ...Object.keys(more)],
      findings: this.findings,
      ...(this.#bytes > longRowBytes * this.rows ? {rowsTogether: longRowsTogether} : {}),
      afterwards: () => Promise.resolve({findings: found, setAside: this.setAside, records}),
    }
  }

  #column(path: readonly string[]): Column {
    const id = path.length === 1 ? path[0]! : path.join('\0')
    let column = this.#columns.get(id)
    if (!column) {
      if (this.#columns.size === mostColumns)
        throw new SourceError(
          `${this.#file.address} has more than ${mostColumns} columns; its names look like values, such as "${path.join('.')}".`,
        )
      column = {key: String(this.#columns.size), path, isFilled: false, row: 0, at: 0, repeated: []}
      this.#columns.set(id, column)
    }
    return column
  }

  /**
   * Columns by their dotted names, numbered where a name comes twice, whatever its case. One that was never filled and
   * holds others in other rows (`owner: null` beside `owner.name`) is none.
   */
  #named(taken: string[]): {key: string; name: string; repeated: number[]}[] {
    const columns = [...this.#columns.values()]
    const parents = new Set(
      columns.flatMap(({path}) => path.slice(1).map((_, index) => path.slice(0, index + 1).join('\0'))),
    )
    const there = columns.filter(({path, isFilled}) => isFilled || !parents.has(path.join('\0')))
    const isUnder = ({path}: Column) => path.length > 1 && path[0] === this.#under
    const seen = new Set(taken.map(name => name.toLowerCase()))
    const names = new Map<Column, string>()
    for (const column of [...there.filter(one => !isUnder(one)), ...there.filter(isUnder)]) {
      const path = isUnder(column) ? column.path.slice(1) : column.path
      const name = plainName(path.join('.')) || `column_${there.indexOf(column) + 1}`
      let unique = name
      for (let n = 2; seen.has(unique.toLowerCase()); n++) unique = `${name}_${n}`
      if (unique !== name) this.findings.push(finding('duplicate_header', {column: name}))
      seen.add(unique.toLowerCase())
      names.set(column, unique)
    }
    return there.map(column => ({...column, name: names.get(column)!}))
  }
}
