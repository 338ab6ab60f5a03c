import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Chapter, Dirt, Scope} from '../../chapter.ts'
import {makeScope} from '../../scope.ts'
import type {Written} from '../../tools/write/out-file.ts'
import {Outbox} from '../../tools/write/outbox.ts'

export type Row = Record<string, string>

/** What a chapter wrote, read back by code that knows nothing of how it was written. */
export type WrittenFiles = {
  scope: Scope
  written: Written[]
  /** Text of a file. */
  text: (path: string) => string
  /** Rows of a CSV file, or of all that a `*` stands for. */
  rows: (path: string) => Row[]
  /** How many of this fault the chapter says there are. */
  dirt: (file: string, fault: string) => number
}

/** Writes a chapter into a folder of its own and takes everything back into memory. */
export function writeChapter(
  chapter: Chapter,
  {
    seed = 1,
    scale = 1,
    today = '2026-11-21',
    ground = () => {
      throw new Error(`${chapter.id} asked for the ground.`)
    },
  }: {seed?: number; scale?: number; today?: string; ground?: Scope['ground']} = {},
): WrittenFiles {
  const scope: Scope = {...makeScope({seed, scale, today}), ground}
  const folder = mkdtempSync(join(tmpdir(), `demo-${chapter.id}-`))
  try {
    const outbox = new Outbox(folder)
    const {dirt} = chapter.write(scope, outbox)
    const written = outbox.finish()
    const texts = new Map(written.map(({path}) => [path, readFileSync(join(folder, path), 'utf8')]))
    const matching = (pattern: string) => {
      const [start, end] = pattern.split('*') as [string, string?]
      if (end === undefined) return [pattern]
      return written.map(({path}) => path).filter(path => path.startsWith(start) && path.endsWith(end))
    }
    return {
      scope,
      written,
      text: path => texts.get(path)!,
      rows: pattern =>
        matching(pattern)
          .sort()
          .flatMap(path => parseCsv(texts.get(path)!)),
      dirt: (file, fault) => countOf(dirt, file, fault),
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function countOf(dirt: Dirt[], file: string, fault: string): number {
  const found = dirt.find(one => one.file === file && one.fault.en === fault)
  if (!found)
    throw new Error(`${file} has no fault "${fault}". It has ${dirt.map(one => one.fault.en).join('; ')}.`)
  return found.count
}

/** RFC 4180, with the delimiter that the header has more of. */
function parseCsv(text: string): Row[] {
  const head = text.slice(0, text.indexOf('\n'))
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ','
  const records: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const letter = text[at]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[at++]
      else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === delimiter || letter === '\n') {
      records.at(-1)!.push(cell)
      cell = ''
      if (letter === '\n') records.push([])
    } else if (letter !== '\r') cell += letter
  }
  const [header, ...body] = records.filter(record => record.length > 0)
  return body.map(record => Object.fromEntries(header!.map((name, index) => [name, record[index]!])))
}
