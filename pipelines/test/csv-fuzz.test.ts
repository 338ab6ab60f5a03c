import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {landingFolder} from '../src/index.ts'
import {scanCsv} from '../src/readers/csv/scan-csv.ts'
import {callCentre, rowsIn, townWith} from './lake.fixture.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

// Any text a cell may hold; NUL cannot be in a text file.
const cell = fc
  .string({unit: 'grapheme', maxLength: 12})
  .filter(text => !text.includes('\0'))
  .map(text => text.replaceAll('\r', '\n'))
const record = fc.tuple(cell, cell, cell, cell, cell)

test('whatever cells hold, they land as they were, and the count agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, {minLength: 1, maxLength: 20}),
      fc.constantFrom('\n', '\r\n'),
      async (records, newline) => {
        const lines = ['Номер;Дата;Тема;Довгота;Широта', ...records.map(cells => cells.map(quoted).join(';'))]
        const town = await townWith(callCentre, 'appeals.csv', lines.join(newline) + newline, {
          kind: 'csv',
          delimiter: ';',
        })
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

test('the scan counts what RFC 4180 counts, wherever its chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, {minLength: 1, maxLength: 30}), async records => {
      // A cell larger than a chunk moves every later quote to another place in its chunk.
      const padding = 'я'.repeat(524_270 + records.length)
      const text = `h1;h2;h3;h4;h5\n${quoted(padding)};;;;\n${records.map(cells => `${cells.map(quoted).join(';')}\n`).join('')}`
      const town = await townWith(callCentre, 'appeals.csv', text, {kind: 'csv', delimiter: ';'})
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
