import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {
  column,
  type Dataset,
  defineCity,
  defineDataset,
  feed,
  type Load,
  licences,
  type RowOf,
} from '@hromada/datasets'
import {land, landingsInUse} from '@hromada/pipelines'
import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import {
  build,
  defineModel,
  type Landing,
  type Model,
  openWarehouse,
  type ReleaseFeed,
  staging,
  verifyRelease,
} from '../src/index.ts'
import {builtCity} from './city.fixture.ts'

const text = {uk: 'Для перевірок', en: 'For tests'}
const load = {mode: 'snapshot'} as const

const stands = defineDataset({
  id: 'stands',
  title: text,
  describe: text,
  publisher: text,
  licence: licences.ccBy4,
  theme: 'TRAN',
  cadence: 'DAILY',
  key: ['id'],
  load,
  columns: {
    id: column.text({from: 'id', describe: text}),
    places: column.integer({from: 'places', nullable: true, describe: text}),
    state: column.text({from: 'state', describe: text}),
  },
})

/** A line of a published file: id, places, state; the state is empty where the publisher forgot it. */
type Line = readonly [id: string, places: string, state: string]
/** What is published on one day: a file for each name. */
type Day = Record<string, Line[]>

const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 1 + index, 8)).toISOString()

/** A town that publishes day after day, loaded in some way; answers its table after the last day. */
async function tableOf(how: Load, days: Day[], {each = false} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'modes-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const dataset = {...stands, load: how} as unknown as Dataset
  const format = {kind: 'csv', delimiter: ';'} as const
  const city = defineCity({
    id: 'town',
    name: text,
    nameOf: text,
    country: 'UA',
    zone: 'UTC',
    bbox: [30, 50, 31, 51],
    feeds: [feed(dataset, {mirror: {path: '*.csv', format}})],
  })
  const [only] = city.feeds
  const data = join(folder, 'data')
  const signal = new AbortController().signal
  const buildIt = async (place: string) => {
    const used = await landingsInUse(data, 'town', dataset)
    const landings: Landing[] = [{city, feed: only!, manifest: used.at(-1)!, earlier: used.slice(0, -1)}]
    const warehouse = await openWarehouse(place)
    const built = await build(
      warehouse,
      {models: [staging(dataset as never) as Model], rules: [], cities: [city], landings, data},
      {now: () => new Date(), signal, onModel: () => {}},
    )
    const rows = await warehouse.rows('select * exclude (city) from stg_stands')
    await warehouse.close()
    return {rows, findings: built.staged[0]!.findings, isNew: built.models[0]!.isNew}
  }
  let result = {rows: [] as Record<string, unknown>[], findings: [] as unknown[], isNew: false}
  for (const [index, files] of days.entries()) {
    rmSync(join(folder, 'published'), {recursive: true, force: true})
    for (const [name, lines] of Object.entries(files)) writeFile(folder, name, lines)
    await land(city, only!, data, join(folder, 'published'), {
      sleep: () => Promise.resolve(),
      signal,
      onBytes: () => {},
      onRows: () => {},
      now: () => new Date(dayOf(index)),
    })
    if (each || index === days.length - 1) result = await buildIt(data)
  }
  return {...result, again: () => buildIt(join(mkdtempSync(join(folder, 'again-'))))}
}

function writeFile(folder: string, name: string, lines: Line[]) {
  const place = join(folder, 'published')
  mkdirSync(place, {recursive: true})
  writeFileSync(
    join(place, name),
    `${['id;places;state', ...lines.map(line => line.join(';'))].join('\n')}\n`,
  )
}

/** What a file says, as it is typed: rows without a state are left out, of equal ids the last stays. */
const meaning = (files: Day) =>
  new Map(
    Object.keys(files)
      .sort()
      .flatMap(name => files[name]!)
      .filter(([, , state]) => state !== '')
      .map(([id, places, state]) => [id, {id, places: places === '' ? null : Number(places), state}]),
  )

const line = fc.tuple(
  fc.constantFrom('a', 'b', 'c'),
  fc.constantFrom('', '1', '2'),
  fc.constantFrom('new', 'old', ''),
)
// Something is in every file that is published.
const lines = fc.array(line, {minLength: 1, maxLength: 4}).map(all => [['z', '1', 'new'] as Line, ...all])
const days = fc.array(fc.record({'1.csv': lines, '2.csv': lines}, {requiredKeys: ['1.csv']}), {
  minLength: 1,
  maxLength: 5,
}) as fc.Arbitrary<Day[]>

const runs = {numRuns: 6, seed: 4}
const byId = (a: {id?: unknown}, b: {id?: unknown}) => (String(a.id) < String(b.id) ? -1 : 1)

test('snapshots say of every day what a table of that day alone would have said', async () => {
  await fc.assert(
    fc.asyncProperty(days, async published => {
      const {rows, again} = await tableOf({mode: 'snapshot'}, published)
      const states = rows as (RowOf<typeof stands> & Record<string, unknown>)[]
      for (const [index, files] of published.entries()) {
        const at = new Date(dayOf(index))
        const then = states.filter(
          ({valid_from, valid_to}) => valid_from <= at && (valid_to === null || at < valid_to),
        )
        expect(then.map(({id, places, state}) => ({id, places, state})).sort(byId)).toEqual(
          [...meaning(files).values()].sort(byId),
        )
      }
      // A state ends where the next begins or the row is gone, and two that follow each other differ.
      for (const group of Map.groupBy(states, ({id}) => id).values()) {
        const inTurn = group.toSorted((a, b) => a.valid_from.getTime() - b.valid_from.getTime())
        for (const [index, one] of inTurn.entries()) {
          const next = inTurn[index + 1]
          expect(one.is_current).toBe(one.valid_to === null)
          if (!next) continue
          expect(one.valid_to!.getTime()).toBeLessThanOrEqual(next.valid_from.getTime())
          if (one.valid_to!.getTime() === next.valid_from.getTime())
            expect([one.places, one.state]).not.toEqual([next.places, next.state])
        }
      }
      expect((await again()).rows).toEqual(rows)
    }),
    runs,
  )
})

test('upsert keeps of each row the last that was said, and forgets none', async () => {
  await fc.assert(
    fc.asyncProperty(days, async published => {
      const {rows, again} = await tableOf({mode: 'upsert'}, published)
      // A file that is as it was is not news.
      const said = new Map<string, object>()
      const before = new Map<string, string>()
      for (const files of published) {
        const news = Object.fromEntries(
          Object.entries(files).filter(([name, all]) => before.get(name) !== JSON.stringify(all)),
        )
        for (const [name, all] of Object.entries(files)) before.set(name, JSON.stringify(all))
        for (const [id, row] of meaning(news)) said.set(id, row)
      }
      expect(rows.toSorted(byId)).toEqual([...said.values()].sort(byId))
      expect((await again()).rows).toEqual(rows)
    }),
    runs,
  )
})

test('append adds every file that was ever published, once', async () => {
  await fc.assert(
    fc.asyncProperty(days, async published => {
      const numbered = published.map((files, day) =>
        Object.fromEntries(
          Object.entries(files).map(([name, all]) => [
            name,
            // Rows of their own in each file, as where files add up.
            all.map(([id, ...rest], index): Line => [`${day}-${name}-${index}-${id}`, ...rest]),
          ]),
        ),
      )
      const both = [...numbered, numbered[0]!]
      const {rows, again} = await tableOf({mode: 'append'}, both, {each: true})
      expect(rows).toEqual(numbered.flatMap(files => [...meaning(files).values()]))
      expect((await again()).rows).toEqual(rows)
    }),
    runs,
  )
})

test('replace is the last day alone', async () => {
  await fc.assert(
    fc.asyncProperty(days, async published => {
      const {rows, again} = await tableOf({mode: 'replace'}, published)
      expect(rows.toSorted(byId)).toEqual([...meaning(published.at(-1)!).values()].sort(byId))
      expect((await again()).rows).toEqual(rows)
    }),
    runs,
  )
})

test('what was built day after day is what is built at the end', async () => {
  const published: Day[] = [
    {
      '1.csv': [
        ['a', '1', 'new'],
        ['b', '2', 'new'],
      ],
    },
    {
      '1.csv': [
        ['a', '1', 'old'],
        ['c', '', 'new'],
      ],
    },
    {
      '1.csv': [
        ['a', '1', 'old'],
        ['c', '', 'new'],
      ],
    },
    {
      '1.csv': [
        ['c', '3', 'new'],
        ['b', '2', 'new'],
      ],
    },
  ]
  for (const mode of ['replace', 'append', 'upsert', 'snapshot'] as const) {
    const one = await tableOf({mode}, published, {each: true})
    const other = await tableOf({mode}, published)
    expect(one.rows).toEqual(other.rows)
    expect(one.findings).toEqual(other.findings)
  }
})

test('of a row that a later landing mends no fault is left', async () => {
  const published: Day[] = [
    {
      '1.csv': [
        ['a', 'x', 'new'],
        ['b', '1', ''],
        ['c', 'y', 'new'],
      ],
    },
    {
      '1.csv': [
        ['a', '1', 'new'],
        ['b', '1', 'new'],
      ],
    },
  ]
  const faults = async (mode: 'upsert' | 'snapshot' | 'append') =>
    ((await tableOf({mode}, published)).findings as {rule: string; column: string; rows: number[]}[]).map(
      ({rule, column: name, rows}) => [rule, name, rows],
    )
  // Nobody has mended c, which has not been heard of since.
  expect(await faults('upsert')).toEqual([['type', 'places', [3]]])
  expect(await faults('snapshot')).toEqual([])
  expect(await faults('append')).toEqual([
    ['type', 'places', [1, 3]],
    ['required', 'state', [2]],
    ['duplicate_key', 'id', [1]],
  ])
})

test('a release names every landing it is made of; verifying looks at all of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'modes-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const city = defineCity({
    id: 'town',
    name: text,
    nameOf: text,
    country: 'UA',
    zone: 'UTC',
    bbox: [30, 50, 31, 51],
    feeds: [feed(stands, {mirror: {path: '*.csv', format: {kind: 'csv', delimiter: ';'}}})],
  })
  const data = join(folder, 'data')
  const published = join(folder, 'published')
  writeFile(folder, '1.csv', [['a', '1', 'new']])
  await (await builtCity([city], published, {data, models: []})).warehouse.close()
  writeFile(folder, '1.csv', [['a', '2', 'new']])
  const town = await builtCity([city], published, {data, models: []})
  const {manifest} = await town.release()
  const again = await builtCity([city], published, {data, models: []})
  expect(again.built.models.map(({isNew}) => isNew)).toEqual([false, false])
  await Promise.all([town.warehouse.close(), again.warehouse.close()])

  const [table] = manifest.tables
  expect(table).toMatchObject({name: 'stands', row_count: 2, grain: ['city', 'id', 'valid_from']})
  expect(table!.columns.map(({name}) => name)).toEqual([
    ...['city', 'id', 'places', 'state'],
    ...['valid_from', 'valid_to', 'is_current'],
  ])
  const [{landing, earlier, rows_landed, sources}] = manifest.datasets[0]!.feeds as [ReleaseFeed]
  expect([rows_landed, sources.length, earlier!.length]).toEqual([2, 2, 1])
  expect(manifest.models.find(({name}) => name === 'stg_stands')!.columns[1]).toEqual({
    name: 'id',
    from: [`${landing.file}#id`],
  })
  const verify = () =>
    verifyRelease(data, manifest.id, {signal: new AbortController().signal, onFile: () => {}})
  expect(await verify()).toEqual([])
  writeFileSync(join(data, earlier![0]!.file), 'something else')
  expect(await verify()).toEqual([`${earlier![0]!.file} has another content than was sealed.`])
})

test('a table of snapshots knows its columns', () => {
  const table = staging(stands)
  expect(table.grain).toEqual(['city', 'id', 'valid_from'])
  const current = defineModel({
    name: 'stands_now',
    title: text,
    describe: text,
    grain: ['city', 'id'],
    inputs: [table],
    query: db =>
      db
        .selectFrom('stg_stands')
        .select(['city', 'id', 'places', 'valid_from'])
        .where('is_current', '=', true),
  })
  expect(current.columns.valid_from?.en).toBe(
    'Since when the row is so: when the file was fetched in which it first was',
  )
  const other = staging({...stands, load: {mode: 'upsert'} as const})
  const plain = {title: text, describe: text, grain: [], inputs: [other]} as const
  // @ts-expect-error only snapshots have validity
  defineModel({...plain, name: 'plain', query: db => db.selectFrom('stg_stands').select('is_current')})
})
