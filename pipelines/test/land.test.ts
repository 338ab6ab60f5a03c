import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {landingFolder, latestLanding} from '../src/index.ts'
import {callCentre, rowsIn, townWith} from './lake.fixture.ts'

const csv = {kind: 'csv', delimiter: ';'} as const
const header = 'Номер;Дата;Тема;Довгота;Широта'
const good = `${header}\n12345;02.03.2025 10:15;Яма на дорозі;30.5234;50.4501\n12346;02.03.2025 11:00;Немає світла;;\n`
const data = realData()

const landedRows = async (town: Awaited<ReturnType<typeof townWith>>) => {
  const manifest = (await latestLanding(town.data, 'town', 'call-centre'))!
  return rowsIn(join(landingFolder(town.data, 'town', 'call-centre'), manifest.file))
}

test('lands every value as the publisher wrote it, with a manifest', async () => {
  const town = await townWith(callCentre, 'appeals.csv', good, csv)
  const {manifest, isNew} = await town.land()
  expect(isNew).toBe(true)
  expect(manifest).toMatchObject({
    city: 'town',
    dataset: 'call-centre',
    retrievedAt: '2026-11-21T08:00:00.000Z',
    licence: 'CC-BY-4.0',
    columns: ['Номер', 'Дата', 'Тема', 'Довгота', 'Широта'],
    records: {read: 2, landed: 2, setAside: 0, filtered: 0},
    findings: [],
  })
  // sha256sum of the file, by another program's rules
  expect(manifest.sources).toEqual([
    {address: 'appeals.csv', bytes: Buffer.byteLength(good), sha256: expect.stringMatching(/^[0-9a-f]{64}$/)},
  ])
  expect(await landedRows(town)).toEqual([
    {Номер: '12345', Дата: '02.03.2025 10:15', Тема: 'Яма на дорозі', Довгота: '30.5234', Широта: '50.4501'},
    {Номер: '12346', Дата: '02.03.2025 11:00', Тема: 'Немає світла', Довгота: null, Широта: null},
  ])
})

test('the same bytes twice do nothing; other bytes land beside the first', async () => {
  const town = await townWith(callCentre, 'appeals.csv', good, csv)
  await town.land()
  const folder = landingFolder(town.data, 'town', 'call-centre')
  const landings = async () => (await readdir(folder)).filter(name => !name.startsWith('.'))
  const before = await landings()
  const again = await town.land({now: () => new Date('2026-11-22T08:00:00Z')})
  expect(again.isNew).toBe(false)
  expect(await landings()).toEqual(before)

  // As long as the first, so that only the hash can tell.
  await town.write(good.replace('12346', '12347'))
  const other = await town.land({now: () => new Date('2026-11-23T08:00:00Z')})
  expect(other.isNew).toBe(true)
  expect(await landings()).toHaveLength(4)
  expect((await landedRows(town)).map(row => row.Номер)).toEqual(['12345', '12347'])
})

test('a file without a column is refused by name, and the last landing stays', async () => {
  const town = await townWith(callCentre, 'appeals.csv', good, csv)
  const {manifest} = await town.land()
  await town.write('Номер;Date;Тема\n1;02.03.2025 10:15;Яма\n')
  await expect(town.land()).rejects.toThrow(
    'call-centre: appeals.csv has no column "Дата", "Довгота", "Широта". It has Номер, Date, Тема.',
  )
  expect(await latestLanding(town.data, 'town', 'call-centre')).toEqual(manifest)
  const left = await readdir(landingFolder(town.data, 'town', 'call-centre'))
  expect(left.filter(name => name.startsWith('.landing-'))).toEqual([])
})

test.each([
  ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'it is a web page (HTML)'],
  ['a zip', 'PK\u0003\u0004rest', 'it is a zip archive'],
  ['JSON', '[{"a": 1}]', 'it is JSON'],
  ['nothing', '', 'is empty'],
  ['a header alone', `${header}\n`, 'has a header but no rows'],
])('%s instead of CSV is refused', async (_, content, message) => {
  const town = await townWith(callCentre, 'appeals.csv', content, csv)
  await expect(town.land()).rejects.toThrow(message)
  expect(await latestLanding(town.data, 'town', 'call-centre')).toBeNull()
})

test('where events may not have happened yet a header alone is an answer; what had happened does not vanish', async () => {
  const town = await townWith({...callCentre, mayBeEmpty: true}, 'appeals.csv', `${header}\n`, csv)
  const {manifest, isNew} = await town.land()
  expect(isNew).toBe(true)
  expect(manifest.records).toEqual({read: 0, landed: 0, setAside: 0, filtered: 0})
  expect(manifest.columns).toEqual(['Номер', 'Дата', 'Тема', 'Довгота', 'Широта'])
  expect(await landedRows(town)).toEqual([])
  // None yet, in another file.
  await town.write(`${header}\r\n`)
  await town.land({now: () => new Date('2026-11-22T08:00:00Z')})
  await town.write(good)
  await town.land({now: () => new Date('2026-11-23T08:00:00Z')})
  expect(await landedRows(town)).toHaveLength(2)
  await town.write(`${header}\n`)
  await expect(town.land({now: () => new Date('2026-11-24T08:00:00Z')})).rejects.toThrow(
    'has a header but no rows',
  )
  // No bytes are no answer.
  const other = await townWith({...callCentre, mayBeEmpty: true}, 'appeals.csv', '', csv)
  await expect(other.land()).rejects.toThrow('is empty')
})

test.each([
  ['parquet', 'Номер;Дата\n1;2\n', 'is not Parquet: it is text'],
  ['xlsx', 'Номер;Дата\n1;2\n', 'is not XLSX: it is text'],
  [
    'geojson',
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": 1}}]}',
    'is JSON but not GeoJSON',
  ],
  ['json', '[{"a": 1}, {"a": 2]', 'is not JSON'],
] as const)('a file that is not %s is refused', async (kind, content, message) => {
  const town = await townWith(callCentre, `file.${kind}`, content, {kind})
  await expect(town.land()).rejects.toThrow(message)
})

test.skipIf(!data)('a truncated Parquet file is refused', async () => {
  const whole = await readFile(join(data!, 'budgets/ua_openbudget/credits.parquet'))
  const town = await townWith(callCentre, 'credits.parquet', whole.subarray(0, whole.length - 4000), {
    kind: 'parquet',
  })
  await expect(town.land()).rejects.toThrow('credits.parquet is cut short')
  // Cut and closed again with the right mark, it is damaged all the same.
  await town.write(Buffer.concat([whole.subarray(0, 30_000), Buffer.from('PAR1')]))
  await expect(town.land()).rejects.toThrow('credits.parquet is damaged')
})

test('windows-1251, UTF-16 and a byte-order mark are read and noted', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')])
  for (const [bytes, rule, example] of [
    [windows1251(good), 'encoding', 'windows-1251'],
    [utf16, 'encoding', 'utf-16le'],
    [Buffer.from(`\uFEFF${good}`), 'byte_order_mark', null],
  ] as const) {
    const town = await townWith(callCentre, 'appeals.csv', bytes, csv)
    const {manifest} = await town.land()
    expect(manifest.findings).toContainEqual(expect.objectContaining({rule, example, severity: 'info'}))
    expect((await landedRows(town))[0]).toMatchObject({Номер: '12345', Тема: 'Яма на дорозі'})
  }
})

test('lines with too many and too few cells are set aside with their line, and nothing is lost', async () => {
  const town = await townWith(
    callCentre,
    'appeals.csv',
    `${good}12347;03.03.2025 09:00;Зайва;30.5;50.4;ще;одна\n12348;03.03.2025 09:05\n12349;03.03.2025 09:10;Добра;;\n`,
    csv,
  )
  const {manifest} = await town.land()
  expect(manifest.records).toEqual({read: 5, landed: 3, setAside: 2, filtered: 0})
  expect(manifest.findings).toEqual([
    expect.objectContaining({rule: 'too_many_cells', count: 1, rows: [4]}),
    expect.objectContaining({rule: 'too_few_cells', count: 1, rows: [5]}),
  ])
  const folder = landingFolder(town.data, 'town', 'call-centre')
  const kept = (await readdir(folder)).find(name => name.endsWith('.set-aside.ndjson'))!
  expect(
    (await readFile(join(folder, kept), 'utf8'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    {
      address: 'appeals.csv',
      line: 4,
      rule: 'too_many_cells',
      text: '12347;03.03.2025 09:00;Зайва;30.5;50.4;ще;одна',
    },
    {address: 'appeals.csv', line: 5, rule: 'too_few_cells', text: '12348;03.03.2025 09:05'},
  ])
})

test('a quote that is never closed is named with its line', async () => {
  const town = await townWith(
    callCentre,
    'appeals.csv',
    `${good}12347;03.03.2025 09:00;"Яма;;\n12348;03.03.2025 09:05;Світло;;\n`,
    csv,
  )
  const {manifest} = await town.land()
  expect(manifest.records).toEqual({read: 4, landed: 3, setAside: 1, filtered: 0})
  expect(manifest.findings).toContainEqual(expect.objectContaining({rule: 'unterminated_quote', rows: [4]}))
})

test('a wrong delimiter is suspected, not obeyed', async () => {
  const commas = good.replaceAll(';', ',')
  const town = await townWith(callCentre, 'appeals.csv', commas, {kind: 'csv', delimiter: ';'})
  await expect(town.land()).rejects.toThrow('has no column "Номер"')
  const undeclared = await townWith(callCentre, 'appeals.csv', commas, {kind: 'csv'})
  expect((await undeclared.land()).manifest.records.landed).toBe(2)
})

test('rows of other places stay out, and are counted', async () => {
  const town = await townWith(callCentre, 'appeals.csv', good, csv)
  town.city.feeds[0]!.mirror!.where = {Тема: ['Яма на дорозі']}
  expect((await town.land()).manifest.records).toEqual({read: 2, landed: 1, setAside: 0, filtered: 1})
  town.city.feeds[0]!.mirror!.where = {Тема: 'Сніг'}
  await expect(town.land()).rejects.toThrow(`none of the 2 rows of appeals.csv has "Тема" = Сніг`)
})

test('a sources folder or file that is not there is named', async () => {
  const town = await townWith(callCentre, 'appeals.csv', good, csv)
  town.city.feeds[0]!.mirror!.path = 'elsewhere/*.csv'
  await expect(town.land()).rejects.toThrow(`${town.folder} has no elsewhere/*.csv`)
})

test('several files land as one, in order of their names', async () => {
  const town = await townWith(callCentre, 'b.csv', good, csv)
  await mkdir(join(town.folder, 'more'))
  await writeFile(join(town.folder, 'a.csv'), `${header};Канал\n1;01.01.2025 00:00;Перша;;;телефон\n`)
  town.city.feeds[0]!.mirror!.path = '{a,b}.csv'
  const {manifest} = await town.land()
  expect(manifest.sources.map(({address}) => address)).toEqual(['a.csv', 'b.csv'])
  expect((await landedRows(town)).map(row => [row.Номер, row.Канал])).toEqual([
    ['1', 'телефон'],
    ['12345', null],
    ['12346', null],
  ])
})

test('headers that differ by the case of Latin letters are one column, of Ukrainian ones two', async () => {
  const line = '02.03.2025 10:15;Яма;;'
  const town = await townWith(callCentre, 'a.csv', `${header};ID;Назва\n1;${line};x;один\n`, csv)
  await writeFile(join(town.folder, 'b.csv'), `${header};iD;НАЗВА\n2;${line};y;два\n`)
  town.city.feeds[0]!.mirror!.path = '*.csv'
  const {manifest} = await town.land()
  expect(manifest.columns.slice(5)).toEqual(['ID', 'Назва', 'НАЗВА'])
  expect(manifest.sources.map(({lacks}) => lacks)).toEqual([['НАЗВА'], ['Назва']])
  expect((await landedRows(town)).map(row => [row.Номер, row.ID, row.Назва, row.НАЗВА])).toEqual([
    ['1', 'x', 'один', null],
    ['2', 'y', null, 'два'],
  ])
  // Nothing is new the next day, and what a column is read from keeps its own spelling.
  await writeFile(join(town.folder, 'b.csv'), `${header};iD;НАЗВА\n3;${line};z;три\n`)
  town.city.feeds[0]!.columns = {topic: {from: ['Тема', 'iD']}}
  const next = await town.land({now: () => new Date('2026-11-22T08:00:00Z')})
  expect(next.manifest.findings).toEqual([])
  expect(next.manifest.columns.slice(5)).toEqual(['iD', 'Назва', 'НАЗВА'])
})

test('as many files as are put together in the database, whose headers differ by case', async () => {
  const names = Array.from({length: 120}, (_, index) => `${String(index).padStart(3, '0')}.csv`)
  const file = (index: number) =>
    `${header};${index % 2 ? 'ID' : 'id'}\n${index};02.03.2025 10:15;Яма;;;x${index}\n`
  const town = await townWith(callCentre, names[0]!, file(0), csv)
  for (const [index, name] of names.entries()) await town.write(file(index), name)
  town.city.feeds[0]!.mirror!.path = '*.csv'
  await town.land()
  expect((await landedRows(town)).map(row => [row.Номер, row.id])).toEqual(
    names.map((_, index) => [`${index}`, `x${index}`]),
  )
})

test('of several files, the one at fault is named and stops the dataset; an empty one is noted', async () => {
  const town = await townWith(callCentre, 'a.csv', good, csv)
  town.city.feeds[0]!.mirror!.path = '*.csv'
  await writeFile(join(town.folder, 'b.csv'), good.replace('Тема', 'Topic'))
  await expect(town.land()).rejects.toThrow(
    'call-centre: b.csv has no column "Тема". It has Номер, Дата, Topic',
  )
  await writeFile(
    join(town.folder, 'b.csv'),
    `${header}\n${'1,02.03.2025 10:15,Яма,,\n'.repeat(3)}9;02.03.2025 10:15;Яма;;\n`,
  )
  await expect(town.land()).rejects.toThrow('3 of 4 lines of b.csv do not fit its header')
  await writeFile(join(town.folder, 'b.csv'), '')
  const {manifest} = await town.land()
  expect(manifest.records.landed).toBe(2)
  expect(manifest.findings).toEqual([expect.objectContaining({rule: 'empty_file', example: 'b.csv'})])
})

/** Cyrillic text as windows-1251: letters А…я are 0xC0…0xFF, and four Ukrainian letters apart. */
function windows1251(text: string): Buffer {
  const apart: Record<string, number> = {
    і: 0xb3,
    І: 0xb2,
    ї: 0xbf,
    Ї: 0xaf,
    є: 0xba,
    Є: 0xaa,
    ґ: 0xb4,
    Ґ: 0xa5,
  }
  return Buffer.from(
    [...text].map(character => {
      const code = character.charCodeAt(0)
      return apart[character] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code)
    }),
  )
}
