import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Chapter, Dirt} from '../../chapter.ts'
import {dateOf, dayOf, parseDay} from '../../tools/time/days.ts'
import type {Written} from '../../tools/write/out-file.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {eventsBefore} from '../../world/events.ts'
import type {Ground} from '../../world/ground/ground.ts'

export type Row = Record<string, string>

/** What a chapter of money wrote, as bytes and as rows. */
type ReadBack = {
  written: Written[]
  dirt: Dirt[]
  bytes: (path: string) => Buffer
  /** Rows of every file whose path fits, in the order of paths. */
  rows: (fits: RegExp) => Row[]
  /** How many of a fault the chapter says there are, in all files. */
  count: (fault: string) => number
}

/** Writes a chapter that needs no weather, and no ground but what it is given, and reads its files, in windows-1251 or UTF-8, with code of its own. */
export function readBack(
  chapter: Chapter,
  {
    seed = 1,
    scale = 0.01,
    today: date = '2026-11-21',
    encoding = 'utf-8',
    ground = (): Ground => {
      throw new Error(`${chapter.id} asked for the ground.`)
    },
  } = {},
): ReadBack {
  const today = parseDay(date)
  const no = () => {
    throw new Error(`${chapter.id} asked for the weather.`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'demo-money-'))
  try {
    const outbox = new Outbox(folder)
    const firstDay = dayOf(dateOf(today - 90).year - 5, 1, 1)
    const {dirt} = chapter.write(
      {seed, scale, today, firstDay, events: eventsBefore(today), ground, weather: no},
      outbox,
    )
    const written = outbox.finish()
    const files = new Map(written.map(({path}) => [path, readFileSync(join(folder, path))]))
    const decoder = new TextDecoder(encoding, {fatal: true})
    const parsed = new Map<string, Row[]>()
    const rowsOf = (path: string) => {
      const rows = parsed.get(path) ?? parse(decoder.decode(files.get(path)!))
      parsed.set(path, rows)
      return rows
    }
    return {
      written,
      dirt,
      bytes: path => files.get(path)!,
      rows: fits =>
        [...files.keys()]
          .filter(path => fits.test(path))
          .sort()
          .flatMap(rowsOf),
      count: fault => dirt.reduce((sum, one) => (one.fault.en === fault ? sum + one.count : sum), 0),
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** Cells are parted by semicolons; one that holds a semicolon or a quotation mark is quoted. None holds a line break. */
function parse(text: string): Row[] {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/)
  const names = header!.split(';')
  return lines.map(line => {
    const cells = line.includes('"') ? quotedCells(line) : line.split(';')
    if (cells.length !== names.length)
      throw new Error(`${cells.length} cells, where the header has ${names.length}: ${line}`)
    const row: Row = {}
    for (let index = 0; index < names.length; index++) row[names[index]!] = cells[index]!
    return row
  })
}

const quotedCells = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  )

/** Kopiykas of hryvnias with a comma or a point and blanks between thousands; an empty cell is 0. */
export function kopiykas(text: string): number {
  if (text === '') return 0
  const [, sign, whole, rest] = /^(-?)(\d+)[.,](\d\d)$/.exec(text.replaceAll(/[\s\u00a0]/g, '')) ?? []
  if (!whole) throw new Error(`"${text}" is no amount.`)
  const amount = Number(whole) * 100 + Number(rest)
  return sign ? -amount : amount
}

/** Sums by a key. */
export function sumBy<T>(
  rows: readonly T[],
  key: (row: T) => string,
  amount: (row: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + amount(row))
  return sums
}
