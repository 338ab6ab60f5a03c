import {createHash} from 'node:crypto'
import {appendFile, mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {describe, expect, test} from 'vitest'
import {landingFolder} from '../src/index.ts'
import {limited} from '../src/readers/limited.ts'
import {callCentre, rowsIn, townWith} from './lake.fixture.ts'

const header = 'Номер;Дата;Тема;Довгота;Широта\n'
const row = (number: number, topic = 'Яма') => `${number};02.03.2025 10:15;${topic};;\n`
const landed = async (content: string | Uint8Array) => {
  const town = await townWith(callCentre, 'appeals.csv', content, {kind: 'csv', delimiter: ';'})
  const {manifest} = await town.land()
  return {manifest, rows: await rowsIn(join(landingFolder(town.data, 'town', 'call-centre'), manifest.file))}
}

describe('CSV', () => {
  test('a line of 80 MB is refused, whether a quote was opened in it or not', async () => {
    for (const begin of ['', '1;"']) {
      const town = await townWith(callCentre, 'appeals.csv', `${header}${row(1)}${begin}`, {kind: 'csv'})
      const path = join(town.folder, 'appeals.csv')
      for (let part = 0; part < 10; part++) await appendFile(path, 'x'.repeat(8 * 2 ** 20))
      await expect(town.land()).rejects.toThrow(
        'appeals.csv is no CSV: line 3 is longer than 64 MB. Is it that format, and whole?',
      )
    }
  })

  test('a quote that is never closed costs its line, though the rest of the file has 70 MB', async () => {
    const good = row(2, 'Світло '.repeat(100)).repeat(50_000)
    const {manifest} = await landed(`${header}1;02.03.2025 10:15;"Яма;;\n${good}`)
    expect(manifest.records).toEqual({read: 50_001, landed: 50_000, setAside: 1, filtered: 0})
    expect(manifest.findings).toEqual([
      expect.objectContaining({rule: 'unterminated_quote', rows: [2], example: '1;02.03.2025 10:15;"Яма;;'}),
    ])
  })

  test('a cell of 5 MB lands whole', async () => {
    const long = 'довгий текст; '.repeat(200_000)
    const {manifest, rows} = await landed(`${header}${row(1)}2;02.03.2025 10:15;"${long}";;\n${row(3)}`)
    expect(manifest.records.landed).toBe(3)
    const hash = (text: unknown) => createHash('sha256').update(String(text)).digest('hex')
    expect(hash(rows[1]!.Тема)).toBe(hash(long))
  })

  test('a code page that shows only after the first megabyte is found', async () => {
    const ascii = `id;name\n${'1;street\n'.repeat(150_000)}`
    // `2;Яма` and an end of line.
    const cyrillic = Uint8Array.from([0x32, 0x3b, 0xdf, 0xec, 0xe0, 0x0a])
    const town = await townWith(
      {...callCentre, columns: {appeal_id: {...callCentre.columns.appeal_id, from: 'id'}}, key: []} as never,
      'appeals.csv',
      Buffer.concat([Buffer.from(ascii), cyrillic, cyrillic]),
      {kind: 'csv'},
    )
    const {manifest} = await town.land()
    expect(manifest.records).toEqual({read: 150_002, landed: 150_002, setAside: 0, filtered: 0})
    expect(manifest.findings).toEqual([expect.objectContaining({rule: 'encoding', example: 'windows-1251'})])
    const rows = await rowsIn(join(landingFolder(town.data, 'town', 'call-centre'), manifest.file))
    expect(rows.at(-1)).toEqual({id: '2', name: 'Яма'})
  })
})

test('pages of JSON land as one, in order, however many; the last one may hold nothing', async () => {
  const page = (number: number, rows: number) =>
    JSON.stringify({
      data: Array.from({length: rows}, (_, index) => ({
        Номер: String(number * 10 + index),
        Дата: '02.03.2025 10:15',
        Тема: 'Яма',
        ...(number === 99 ? {Канал: 'телефон'} : {}),
      })),
    })
  const pages = await townWith(callCentre, 'ignored', '', {kind: 'json', records: 'data'})
  await mkdir(join(pages.folder, 'pages'))
  for (let number = 0; number < 120; number++)
    await writeFile(
      join(pages.folder, 'pages', `${String(number).padStart(3, '0')}.json`),
      page(number, number === 119 ? 0 : 10),
    )
  pages.city.feeds[0]!.mirror!.path = 'pages/*.json'
  const {manifest} = await pages.land()
  expect(manifest.records).toEqual({read: 1190, landed: 1190, setAside: 0, filtered: 0})
  expect(manifest.findings).toEqual([])
  const rows = await rowsIn(join(landingFolder(pages.data, 'town', 'call-centre'), manifest.file))
  expect(rows.map(one => Number(one.Номер))).toEqual(Array.from({length: 1190}, (_, index) => index))
  expect(rows.filter(one => one.Канал === 'телефон')).toHaveLength(10)
})

test('an element of XML that outgrows memory is refused by its line', async () => {
  const town = await townWith(callCentre, 'a.xml', '<r>\n<request><text>', {kind: 'xml', record: 'request'})
  const path = join(town.folder, 'a.xml')
  for (let part = 0; part < 9; part++) await appendFile(path, 'x'.repeat(8 * 2 ** 20))
  await expect(town.land()).rejects.toThrow('a.xml: the element <request> on line 2 holds more than 64 MB.')
})

test('a record of JSON that outgrows memory is refused by its line', async () => {
  const town = await townWith(callCentre, 'a.json', '[{"a": 1},\n{"a": "', {kind: 'json'})
  const path = join(town.folder, 'a.json')
  for (let part = 0; part < 9; part++) await appendFile(path, 'x'.repeat(8 * 2 ** 20))
  await expect(town.land()).rejects.toThrow('a.json has a record of more than 64 MB on line 2.')
})

test('what unpacks to more than is allowed is stopped, whatever it says of its size', async () => {
  const bytes = () => Readable.from(Array.from({length: 40}, () => Buffer.alloc(1000)))
  expect(await buffer(bytes().pipe(limited('a.zip', 40_000)))).toHaveLength(40_000)
  await expect(buffer(bytes().pipe(limited('a.zip', 2 ** 14)))).rejects.toThrow('a.zip unpacks to more than')
})
