import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {landingFolder, SourceError} from '../src/index.ts'
import {headerOf} from '../src/readers/csv/header-of.ts'
import {scanCsv} from '../src/readers/csv/scan-csv.ts'
import {scanPart} from '../src/readers/csv/scan-part.ts'
import {splitRecord} from '../src/readers/csv/split-record.ts'
import {callCentre, rowsIn, townWith} from './lake.fixture.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const header = 'Номер;Дата;Тема;Довгота;Широта'
const format = {kind: 'csv', delimiter: ';'} as const

// Any text a cell may hold; NUL cannot be in a text file.
const cell = fc.string({unit: 'grapheme', maxLength: 12}).filter(text => !text.includes('\0'))
const record = fc.tuple(cell, cell, cell, cell, cell)

test('whatever cells hold, they land as they were, and the count agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, {minLength: 1, maxLength: 20}),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (records, newline) => {
        const lines = [header, ...records.map(cells => cells.map(quoted).join(';'))]
        const town = await townWith(callCentre, 'appeals.csv', lines.join(newline) + newline, format)
        const {manifest} = await town.land()
        expect(manifest.records).toEqual({
          read: records.length,
          landed: records.length,
          setAside: 0,
          filtered: 0,
        })
        expect(manifest.findings).toEqual([])
        const rows = await rowsIn(join(landingFolder(town.data, 'town', 'call-centre'), manifest.file))
        expect(rows.map(row => Object.values(row).map(value => value ?? ''))).toEqual(records)
      },
    ),
    {numRuns: 40},
  )
})

// Texts that look like CSV without being it: delimiters, quotes and ends of lines in any order.
const scrap = fc.constantFrom(
  '',
  '',
  '"',
  '""',
  ' ',
  'a',
  'я',
  '5" труба',
  '\t',
  ' "b"',
  '"c;d"',
  '"e\nf"',
  '\r',
  ';',
  '\n',
)
const scraps = fc.array(scrap, {maxLength: 2}).map(parts => parts.join(''))
const line = fc.oneof(
  {weight: 4, arbitrary: fc.tuple(scraps, scraps, scraps, scraps, scraps).map(cells => cells.join(';'))},
  {weight: 1, arbitrary: fc.array(scraps, {maxLength: 12}).map(cells => cells.join(';'))},
)
const hostile = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), {minLength: 1, maxLength: 12})
  .map(lines => lines.map(one => one.join('')).join(''))

test('whatever a file holds, each line lands as our own parser splits it, or is set aside as it stands', async () => {
  let [landed, setAside] = [0, 0]
  await fc.assert(
    fc.asyncProperty(hostile, async body => {
      // Good lines keep the file from being refused as a whole.
      const good = Array.from({length: 30}, (_, index) => `${index};d;t;1;2\n`).join('')
      const text = `${header}\n${good}${body}\n${good}`
      const town = await townWith(callCentre, 'appeals.csv', text, format)
      const {manifest} = await town.land().catch(error => {
        if (error instanceof SourceError) return {manifest: null}
        throw error
      })
      if (!manifest) return
      expect(manifest.findings.map(({rule}) => rule)).not.toContain('records_missing')
      const folder = landingFolder(town.data, 'town', 'call-centre')
      const rows = await rowsIn(join(folder, manifest.file))

      const path = join(town.folder, 'appeals.csv')
      const {shape} = await headerOf(path, format, 'appeals.csv')
      const expected: string[][] = []
      const faults: {line: number; text: string}[] = []
      await scanPart(path, shape, 'appeals.csv', {
        on: {
          onRecord: (bytes, start, end, line, fault) => {
            const own = bytes.toString('utf8', start, end)
            if (fault) faults.push({line, text: own})
            else expected.push(splitRecord(own, ';', true))
          },
          onPiece: () => Promise.resolve(),
        },
      })
      expect(rows.map(row => Object.values(row).map(value => value ?? ''))).toEqual(expected)
      const kept = readdirSync(folder).find(name => name.endsWith('.set-aside.ndjson'))
      const told = kept ? readFileSync(join(folder, kept), 'utf8').trimEnd().split('\n') : []
      expect(told.map(line => JSON.parse(line)).map(({line, text}) => ({line, text}))).toEqual(faults)
      expect(manifest.records).toMatchObject({landed: expected.length, setAside: faults.length})
      landed += expected.length - 60
      setAside += faults.length
    }),
    {numRuns: 100, seed: 4},
  )
  expect(landed).toBeGreaterThan(100)
  expect(setAside).toBeGreaterThan(100)
})

test('the scan counts what RFC 4180 counts, wherever its pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, {minLength: 1, maxLength: 30}), async records => {
      // A cell nearly as large as a piece moves every later quote to another place in its piece.
      const padding = 'я'.repeat(2_097_130 + records.length)
      const text = `h1;h2;h3;h4;h5\n${quoted(padding)};;;;\n${records.map(cells => `${cells.map(quoted).join(';')}\n`).join('')}`
      const town = await townWith(callCentre, 'appeals.csv', text, format)
      const shape = {delimiter: ';', cells: 5, from: 0, line: 1, hasHeader: true, hasQuotes: true}
      expect(await scanCsv(join(town.folder, 'appeals.csv'), shape, 'appeals.csv')).toMatchObject({
        records: records.length + 1,
        faulty: 0,
        isOdd: false,
      })
    }),
    {numRuns: 25},
  )
})

test('every line of a file is in a record, above the header, or blank', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async body => {
      // A return alone is an end of line in one place and a letter in another.
      const text = `${header}\n${body.replaceAll('\r', '')}\nx;;;;\n`
      const town = await townWith(callCentre, 'appeals.csv', text, format)
      const path = join(town.folder, 'appeals.csv')
      const {shape} = await headerOf(path, format, 'appeals.csv')
      let lines = 1
      const scan = await scanPart(path, shape, 'appeals.csv', {
        on: {
          onRecord: (bytes, start, end) => {
            lines += bytes.toString('latin1', start, end).split('\n').length
          },
          onPiece: () => Promise.resolve(),
        },
      })
      expect(lines + scan!.blankLines).toBe(text.split('\n').length - 1)
    }),
    {numRuns: 200, seed: 5},
  )
})

test('two threads find what one finds, wherever the file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, {minLength: 4, maxLength: 12}), async bodies => {
      const text = `${header}\n${bodies.join('x;;;;\n')}`
      const town = await townWith(callCentre, 'appeals.csv', text, format)
      const path = join(town.folder, 'appeals.csv')
      const {shape} = await headerOf(path, format, 'appeals.csv')
      const one = await scanCsv(path, shape, 'appeals.csv')
      const two = await scanCsv(path, shape, 'appeals.csv', {alone: 10})
      // Letters beyond ASCII are counted by pieces.
      const told = (scan: typeof one) => ({...scan, lineEnds: scan.lineEnds.toSorted(), beyondAscii: 0})
      expect(told(two)).toEqual(told(one))
    }),
    {numRuns: 30, seed: 6},
  )
})
