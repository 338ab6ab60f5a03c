import {readdir} from 'node:fs/promises'
import {column, type Dataset, defineDataset, type Feed, type Format} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {latestLanding, SchemaDrift, SourceError} from '../src/index.ts'
import {townWith} from './lake.fixture.ts'

const text = {uk: 'Для перевірок', en: 'For tests'}

const calls = defineDataset({
  id: 'calls',
  title: text,
  describe: text,
  publisher: text,
  licence: {id: 'CC-BY-4.0', title: text},
  theme: 'GOVE',
  cadence: 'DAILY',
  key: ['call_id'],
  columns: {
    call_id: column.text({from: 'Номер', describe: text}),
    received_at: column.timestamp({
      from: 'Дата',
      format: '%d.%m.%Y %H:%M',
      zone: 'Europe/Kyiv',
      describe: text,
    }),
    topic: column.text({from: 'Тема', nullable: true, describe: text}),
    minutes: column.number({from: 'Хвилин', nullable: true, describe: text}),
    state: column.text({from: 'Стан', nullable: true, allowed: ['new', 'done'], describe: text}),
  },
}) as unknown as Dataset

type Row = Record<string, string>
const csv = {kind: 'csv', delimiter: ';'} as const

/** Forty calls, and each row changed as told. */
const rows = (change: (row: Row, index: number) => Row = row => row): Row[] =>
  Array.from({length: 40}, (_, index) =>
    change(
      {
        Номер: String(1000 + index),
        Дата: `${String((index % 28) + 1).padStart(2, '0')}.03.2025 10:15`,
        Тема: `Яма на вулиці ${'абвгґдеєжзиіїйклмнопрст'[index % 23]} №${index}`,
        Хвилин: `${index}.5`,
        Стан: index % 2 ? 'new' : 'done',
      },
      index,
    ),
  )

const written = (all: Row[]) =>
  `${[Object.keys(all[0]!), ...all.map(row => Object.values(row))].map(cells => cells.join(';')).join('\n')}\n`

const renamed = (from: string, to: string) => (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name === from ? to : name, value]))

async function townOf(content = written(rows()), format: Format = csv) {
  const town = await townWith(calls, 'calls.csv', content, format)
  const [feed] = town.city.feeds as [Feed]
  await town.land()
  return {
    ...town,
    feed,
    /** What is said of a file in place of the first one; null where it lands. */
    drift: async (other: Row[] | string) => {
      await town.write(typeof other === 'string' ? other : written(other))
      return town.land().then(
        () => null,
        (error: unknown) => {
          if (!(error instanceof SchemaDrift)) throw error
          return error
        },
      )
    },
    findings: async () =>
      (await latestLanding(town.data, 'town', 'calls'))!.findings.map(({rule, column: name}) => [rule, name]),
  }
}

test('a renamed column is known again by the rows that have the same key; its line makes the file land', async () => {
  const town = await townOf()
  const before = await latestLanding(town.data, 'town', 'calls')
  const other = rows((row, index) => renamed('Дата', 'Отримано')({...row, Хвилин: `${index * 3}.25`}))
  const drift = await town.drift(other)
  expect(drift!.message).toBe(
    [
      'calls: calls.csv has no column "Дата". It has Номер, Отримано, Тема, Хвилин, Стан.',
      '  "Дата" is called "Отримано" now: of rows with the same key 100 % hold the same value.',
      '    In datasets/cities/town/city.ts:',
      "      received_at: ['Дата', 'Отримано'],",
    ].join('\n'),
  )
  expect(drift!.changes.map(({kind, column: name}) => [kind, name])).toEqual([['renamed', 'received_at']])
  expect(await latestLanding(town.data, 'town', 'calls')).toEqual(before)
  expect(
    (await readdir(`${town.data}/landing/town/calls`)).filter(name => name.startsWith('.landing-')),
  ).toEqual([])
  town.feed.columns = {received_at: {from: ['Дата', 'Отримано']}}
  expect(await town.drift(other)).toBeNull()
})

test('what the profile says of a column stays in the line', async () => {
  const town = await townOf()
  town.feed.columns = {
    state: {from: ['Стан', 'State'], map: {нове: 'new', 'у роботі': 'new', "об'єднано": 'done'}},
  }
  const drift = await town.drift(rows(renamed('Стан', 'Стан звернення')))
  expect(drift!.changes[0]!.lines).toEqual([
    {
      file: 'datasets/cities/town/city.ts',
      line: "state: {from: ['Стан', 'State', 'Стан звернення'], map: {нове: 'new', 'у роботі': 'new', 'об\\'єднано': 'done'}},",
    },
  ])
})

test('without common keys it is known by its values, or by how they are written', async () => {
  const later = (row: Row) => ({...row, Номер: `9${row.Номер}`})
  const byValues = await (await townOf()).drift(rows(row => renamed('Тема', 'Питання')(later(row))))
  expect(byValues!.changes).toMatchObject([
    {kind: 'renamed', text: expect.stringContaining('"Питання" now: 100 % of its different values were in')},
  ])
  const otherDay = (row: Row) => ({...later(row), Дата: row.Дата!.replace('.03.2025', '.04.2026')})
  const byWriting = await (await townOf()).drift(rows(row => renamed('Дата', 'Коли')(otherDay(row))))
  expect(byWriting!.changes).toMatchObject([
    {kind: 'renamed', text: expect.stringContaining('"Коли" now: 100 % of its values are written as')},
  ])
})

test('where two new columns are written as the old one, a person decides', async () => {
  const town = await townOf()
  const drift = await town.drift(
    rows(({Дата: day, ...row}) => ({
      ...row,
      Номер: `9${row.Номер}`,
      Отримано: day!.replace('2025', '2026'),
      Закрито: day!.replace('2025', '2027'),
    })),
  )
  expect(drift!.changes).toMatchObject([
    {
      kind: 'vanished',
      text: '"Дата" (received_at) is gone. "Отримано" and "Закрито" are both written as it was.',
      lines: [
        {when: 'If "Отримано" is it', line: "received_at: ['Дата', 'Отримано'],"},
        {when: 'If "Закрито" is it', line: "received_at: ['Дата', 'Закрито'],"},
        {when: 'If it is gone for good', file: 'datasets/calls/dataset.ts'},
        {when: 'and then', line: "received_at: {from: 'Дата', mayBeAbsent: true},"},
      ],
    },
  ])
})

test('a column that is gone stops the dataset though it may be empty, until the profile says that it may be gone', async () => {
  const town = await townOf()
  const without = rows(({Хвилин: _, ...row}) => row)
  const drift = await town.drift(without)
  expect(drift!.message).toContain('"Хвилин" (minutes) is gone. No new column looks like it.')
  expect(drift!.changes[0]!.lines).toEqual([
    {
      file: 'datasets/cities/town/city.ts',
      line: "minutes: {from: 'Хвилин', mayBeAbsent: true},",
      when: 'If it is gone for good',
    },
  ])
  town.feed.columns = {minutes: {from: 'Хвилин', mayBeAbsent: true}}
  expect(await town.drift(without)).toBeNull()
  expect(await town.findings()).toEqual([['column_absent', 'minutes']])
  // Once it has landed without, that is how it is.
  town.feed.columns = {}
  expect(await town.drift(without.slice(1))).toBeNull()
})

test('new columns land and are noted; so are those that go and that nothing is read from', async () => {
  const town = await townOf(written(rows(row => ({...row, Канал: 'телефон'}))))
  expect(await town.findings()).toEqual([])
  expect(await town.drift(rows(row => ({...row, Район: 'Центр'})))).toBeNull()
  expect(await town.findings()).toEqual([
    ['column_added', 'Район'],
    ['column_gone', 'Канал'],
  ])
  expect(await town.drift(rows(row => ({...row, Тема: 'Сніг', Район: 'Центр'})))).toBeNull()
  expect(await town.findings()).toEqual([])
})

const ways: [string, (row: Row) => Row, string][] = [
  [
    'dates are written otherwise',
    row => ({...row, Дата: `2025-03-${row.Дата!.slice(0, 2)}T10:15:00`}),
    "received_at: {format: ['%d.%m.%Y %H:%M', 'iso']},",
  ],
  [
    'the month comes first now',
    row => ({...row, Дата: `03/${row.Дата!.slice(0, 2)}/2025 10:15 AM`}),
    "received_at: {format: ['%d.%m.%Y %H:%M', '%m/%d/%Y %I:%M %p']},",
  ],
  [
    'numbers got a comma',
    row => ({...row, Хвилин: row.Хвилин!.replace('.', ',')}),
    "minutes: {decimal: ','},",
  ],
  ['a word means nothing', row => ({...row, Хвилин: 'немає'}), "nulls: ['немає'],"],
]
test.each(ways)('%s: the line that is offered makes the file land', async (_, change, line) => {
  const town = await townOf()
  const drift = await town.drift(rows(change))
  expect(drift!.changes).toHaveLength(1)
  expect(drift!.changes[0]).toMatchObject({kind: 'retyped'})
  expect(drift!.changes[0]!.text).toMatch(/100 % of its values could be read, now 0 %\./)
  expect(drift!.changes[0]!.lines.map(one => one.line)).toEqual([line])
  // As a person would paste it.
  const [name, value] = /^(\w+): (.*),$/.exec(line)!.slice(1) as [string, string]
  const pasted = new Function(`return ${value}`)() as never
  if (name === 'nulls') town.feed.nulls = pasted
  else town.feed.columns = {[name]: pasted}
  expect(await town.drift(rows(change))).toBeNull()
})

test('words that are not listed any more stop the dataset', async () => {
  const town = await townOf()
  const drift = await town.drift(rows(row => ({...row, Стан: row.Стан === 'new' ? 'нове' : 'закрите'})))
  expect(drift!.message).toBe(
    [
      'calls: calls.csv holds other values than before in state.',
      '  "Стан" (state, text): 100 % of its values could be read, now 0 %. Tell its new words apart with `map` in the city’s profile.',
    ].join('\n'),
  )
})

test('a few bad values are findings of the rows, not a change of the columns', async () => {
  const town = await townOf()
  const broken = (share: number) =>
    rows((row, index) => ({...row, Хвилин: index < 40 * share ? 'багато' : row.Хвилин!}))
  expect(await town.drift(broken(0.4))).toBeNull()
  expect(await town.drift(broken(0.9))).toBeInstanceOf(SchemaDrift)
})

test('what could never be read has not changed', async () => {
  const bad = rows(row => ({...row, Хвилин: `${row.Хвилин} хв`}))
  const town = await townOf(written(bad))
  expect(await town.drift(bad.slice(1))).toBeNull()
})

test('a declaration that changed is no change of the file', async () => {
  const town = await townOf()
  town.feed.columns = {received_at: {format: '%Y/%m/%d'}}
  expect(await town.drift(rows(row => ({...row, Тема: 'Сніг'})))).toBeNull()
})

test('of four rows nothing is said', async () => {
  const town = await townOf()
  expect(await town.drift(rows(row => ({...row, Хвилин: 'х'})).slice(0, 4))).toBeNull()
})

test('a column that is empty all at once is a finding', async () => {
  const town = await townOf()
  expect(await town.drift(rows(row => ({...row, Хвилин: ''})))).toBeNull()
  expect(await town.findings()).toEqual([['column_emptied', 'minutes']])
})

test('of a large file its beginning, its middle and its end are looked at', async () => {
  const many = (broken: (index: number) => boolean) =>
    Array.from({length: 100_000}, (_, index) => ({
      Номер: String(index),
      Дата: '02.03.2025 10:15',
      Тема: 'Яма',
      Хвилин: broken(index) ? 'х' : '1.5',
      Стан: 'new',
    }))
  const town = await townOf(written(many(() => false)))
  expect(await town.drift(many(index => index >= 97_000))).toBeNull()
  expect(await town.drift(many(index => index >= 45_000))).toBeInstanceOf(SchemaDrift)
})

test('where nothing has landed, a header that looks alike is offered', async () => {
  const town = await townWith(calls, 'calls.csv', written(rows(renamed('Дата', 'дата '))), csv)
  await expect(town.land()).rejects.toThrow(SourceError)
  await expect(town.land()).rejects.toThrow(
    [
      'calls: calls.csv has no column "Дата". It has Номер, дата, Тема, Хвилин, Стан.',
      '  If "дата" is it, in datasets/cities/town/city.ts:',
      "    received_at: 'дата',",
    ].join('\n'),
  )
})

test('in JSON a column that no row happens to have is not gone, one that many should have is', async () => {
  const asJson = (all: Row[]) => JSON.stringify(all)
  const town = await townOf(asJson(rows()), {kind: 'json'})
  const without = rows(({Хвилин: _, ...row}) => row)
  expect(await town.drift(asJson(without.slice(0, 10)))).toBeNull()
  expect(await town.drift(asJson(rows()))).toBeNull()
  const drift = await town.drift(asJson(without))
  expect(drift!.changes).toMatchObject([{kind: 'vanished', column: 'minutes'}])
})

test('each of several files is held against itself', async () => {
  const old = written(rows(({Хвилин: _, ...row}) => ({...row, Номер: `9${row.Номер}`})))
  const town = await townWith({...calls, load: {mode: 'upsert'}}, '2024.csv', written(rows()), csv)
  town.city.feeds[0]!.mirror!.path = '*.csv'
  await town.write(old, '2015.csv')
  await town.land()
  // The file of 2015 never had that column.
  await town.write(old.replace('Яма', 'Вибоїна'), '2015.csv')
  expect((await town.land()).manifest.sources.map(({address}) => address)).toEqual(['2015.csv'])
  await town.write(written(rows(({Хвилин: _, ...row}) => row)), '2024.csv')
  await expect(town.land()).rejects.toThrow('calls: 2024.csv has no column "Хвилин"')
})
