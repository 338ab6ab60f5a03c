import {rmSync} from 'node:fs'
import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {check, defineCity, feed} from '@hromada/datasets'
import type {LandingManifest} from '@hromada/pipelines'
import {afterAll, expect, test} from 'vitest'
import {defineModel, heldBackLine, type Model, ReleaseRefused, staging} from '../src/index.ts'
import {builtCity, dataFolder} from './city.fixture.ts'
import {places, things, townOf} from './rules.fixture.ts'

const text = {uk: 'Перевірка', en: 'Test'}
const blocking = things([
  check.range('number', {from: 0, severity: 'block', allow: {share: 0.25}}),
  check.filled('name'),
])

const models = (dataset: typeof blocking = blocking): Model[] => [
  defineModel({
    name: 'listed',
    title: text,
    describe: text,
    grain: ['city', 'name'],
    publish: true,
    largestDrop: 1,
    inputs: [staging(dataset)],
    query: db => db.selectFrom('stg_things').select(['city', 'name', 'number']).orderBy('name'),
  }) as unknown as Model,
]

const header = ['name', 'number', 'size', 'price', 'day', 'other_day', 'at', 'place', 'kind', 'lon', 'lat']
const rowsOf = (numbers: Record<string, number | string>) => [
  header,
  ...Object.entries(numbers).map(([name, number]) => [
    name,
    String(number),
    ...header.slice(2).map(() => ''),
  ]),
]
const placesOf = (...names: string[]) => [['place', 'note'], ...names.map(name => [name, '-'])]
const day = (date: number) => new Date(`2026-11-${date}T08:00:00Z`)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

async function start(dataset = blocking, first: Record<string, number | string> = {a: 1, b: 2}) {
  const data = dataFolder()
  const files = [
    {dataset, rows: rowsOf(first)},
    {dataset: places, rows: placesOf('here')},
  ]
  const {city, mirror, write} = townOf(files)
  folders.push(data, mirror)
  return {
    data,
    mirror,
    city,
    write,
    run: (cities = [city], made = models(dataset)) => builtCity(cities, mirror, {data, models: made}),
  }
}

test('a landing in which a rule that blocks is broken is not used: the last good one is, and the rest goes on', async () => {
  const town = await start()
  const first = await town.run()
  expect(first.built.heldBack).toEqual([])
  const before = await first.release(day(21))
  await first.warehouse.close()

  // Three of four rows are below zero; a quarter may be.
  town.write('things', rowsOf({a: -1, b: -2, c: -3, d: 4}))
  town.write('places', placesOf('here', 'there'))
  const second = await town.run()
  const [held] = second.built.heldBack
  expect(second.built.heldBack).toHaveLength(1)
  expect(held!.faults).toMatchObject([
    {
      rule: 'out_of_range',
      column: 'number',
      severity: 'block',
      count: 3,
      asked: 4,
      allowed: 1,
      rows: [1, 2, 3],
    },
  ])
  expect(heldBackLine(held!, second.built.landings)).toMatch(
    /^town\/things: what was fetched at \S+ is held back\. out_of_range number: The value is less than 0, 3 of 4 \(records 1, 2, 3\)\. What was fetched at 2026-11-21T08:00:00\.000Z stays in use\.$/,
  )
  expect(await second.rows('select name, number from listed order by name')).toEqual([
    {name: 'a', number: 1},
    {name: 'b', number: 2},
  ])
  expect(
    second.built.models
      .filter(({isNew}) => isNew)
      .map(({model}) => model.name)
      .sort(),
  ).toEqual(['places', 'stg_places'])

  const {manifest} = await second.release(day(22))
  const table = (name: string, of = manifest) => of.tables.find(one => one.name === name)!
  expect(table('listed').sha256).toBe(table('listed', before.manifest).sha256)
  expect(table('places').row_count).toBe(2)
  const [{held_back: told, ...shown} = {held_back: undefined}] = manifest.datasets.find(
    ({id}) => id === 'things',
  )!.feeds as [(typeof manifest.datasets)[number]['feeds'][number]]
  expect(shown).toMatchObject({
    retrieved_at: '2026-11-21T08:00:00.000Z',
    rows_staged: 2,
    landing: before.manifest.datasets.find(({id}) => id === 'things')!.feeds[0]!.landing,
    findings: [],
    checks: [
      {rule: 'out_of_range', column: 'number', severity: 'block', checked: 2, failures: 0, allowed: 0},
      {rule: 'not_filled', column: 'name', severity: 'warn', checked: 2, failures: 0, allowed: 0},
    ],
  })
  expect(told).toMatchObject({
    shown: 'earlier',
    since: held!.landing.manifest.retrievedAt,
    retrieved_at: held!.landing.manifest.retrievedAt,
    rows_landed: 4,
    // Numbers may be quoted: their column is public.
    findings: [{rule: 'out_of_range', severity: 'block', count: 3, checked: 4, allowed: 1, example: '-1'}],
  })
  const report = async (name: string) => {
    const path = join(town.data, 'releases', manifest.id, `${name}.parquet`)
    return second.rows(`select * from read_parquet('${path}') order by all`)
  }
  expect(await report('findings')).toMatchObject([
    {
      dataset: 'things',
      rule: 'out_of_range',
      severity: 'block',
      faults: 3,
      checked: 4,
      share: 0.75,
      is_held_back: true,
    },
  ])
  expect(await report('dataset_health')).toMatchObject([
    {dataset: 'places', rows: 2, rows_landed: 2, rows_landed_before: 1, rules: 0, held_back_since: null},
    {
      dataset: 'things',
      rows: 2,
      rules: 2,
      rules_broken: 0,
      next_due_at: day(22),
      held_back_since: new Date(held!.since),
    },
  ])
  await second.warehouse.close()

  // Nothing is staged again to find the same.
  const third = await town.run()
  expect(third.built.models.filter(({isNew}) => isNew)).toEqual([])
  expect(third.built.heldBack).toEqual(second.built.heldBack)
  expect((await third.release(day(23))).manifest.id).toBe(manifest.id)
  await third.warehouse.close()

  // Another bad one: it has been so since the first of them.
  town.write('things', rowsOf({a: -7}))
  const fourth = await town.run()
  expect(fourth.built.heldBack).toMatchObject([{since: held!.since, faults: [{count: 1, asked: 1}]}])
  expect(fourth.built.heldBack[0]!.landing.manifest.retrievedAt > held!.since).toBe(true)
  await fourth.warehouse.close()

  town.write('things', rowsOf({a: 7, b: 8, c: -9, d: 10}))
  const fifth = await town.run()
  expect(fifth.built.heldBack).toEqual([])
  expect((await fifth.row('select count(*) as n from listed')).n).toBe(4)
  // What stays within what a rule allows is noted.
  expect(fifth.built.checked.find(({dataset}) => dataset === 'things')!.faults).toMatchObject([
    {rule: 'out_of_range', severity: 'info', count: 1, asked: 4, allowed: 1},
  ])
  const mended = await fifth.release(day(24))
  expect(mended.manifest.datasets.find(({id}) => id === 'things')!.feeds[0]).not.toHaveProperty('held_back')
  await fifth.warehouse.close()
})

test('where there is nothing earlier the dataset is told of and the rest goes on; with nothing left it is refused', async () => {
  const town = await start(blocking, {a: -1})
  const first = await town.run()
  const {manifest} = await first.release()
  expect(manifest.tables.map(({name}) => name)).toEqual([
    'places',
    'findings',
    'dataset_health',
    'compliance',
    'compliance_departments',
    'compliance_fields',
    'privacy_report',
  ])
  expect(manifest.datasets.find(({id}) => id === 'things')).toMatchObject({
    tables: [],
    feeds: [
      {rows_landed: 1, rows_staged: 0, findings: [], held_back: {shown: 'nothing', findings: [{count: 1}]}},
    ],
  })
  await first.warehouse.close()

  const alone = defineCity({...town.city, feeds: town.city.feeds.slice(0, 1)})
  const second = await builtCity([alone], town.mirror, {models: models()})
  await expect(second.release()).rejects.toThrow(ReleaseRefused)
  await expect(second.release()).rejects.toThrow(
    /town\/things: what was fetched at \S+ is held back\. out_of_range number: The value is less than 0, 1 of 1 \(records 1\)\. There is nothing earlier/,
  )
  await second.warehouse.close()
})

test('a rule that no landing keeps takes no table away without a reason', async () => {
  const town = await start()
  const first = await town.run()
  await first.release(day(21))
  await first.warehouse.close()

  const strict = things([check.range('number', {from: 100, severity: 'block'})])
  const city = defineCity({
    ...town.city,
    feeds: town.city.feeds.map(one => (one.dataset.id === 'things' ? {...one, dataset: strict} : one)),
  })
  const second = await town.run([city], models(strict))
  await expect(second.release(day(22))).rejects.toThrow('listed: the table would be gone (2 rows).')
  await expect(second.release(day(22))).rejects.toThrow('There is nothing earlier that could be used.')
  expect((await second.release(day(22), 'Not one of the numbers was right')).manifest.reason).toBe(
    'Not one of the numbers was right',
  )
  await second.warehouse.close()
})

test('a city’s bad file keeps no other city from its new one', async () => {
  const town = await start()
  const twin = defineCity({
    ...town.city,
    id: 'twin',
    feeds: [feed(blocking, {mirror: {path: 'twin.csv', format: {kind: 'csv', delimiter: ';'}}})],
  })
  town.write('twin', rowsOf({x: 1}))
  const first = await town.run([town.city, twin])
  await first.warehouse.close()
  town.write('things', rowsOf({a: -1}))
  town.write('twin', rowsOf({x: 2}))
  const second = await town.run([town.city, twin])
  expect(await second.rows('select city, name, number from listed order by 1, 2')).toEqual([
    {city: 'town', name: 'a', number: 1},
    {city: 'town', name: 'b', number: 2},
    {city: 'twin', name: 'x', number: 2},
  ])
  expect(second.built.heldBack.map(({landing}) => landing.city.id)).toEqual(['town'])
  await second.warehouse.close()
})

test('a file that loses records without saying so is held back before it is typed', async () => {
  const town = await start()
  await (await town.run()).warehouse.close()
  town.write('things', rowsOf({a: 5}))
  await (await town.run()).warehouse.close()
  const folder = join(town.data, 'landing', 'town', 'things')
  const newest = (await readdir(folder))
    .filter(name => name.endsWith('.json'))
    .sort()
    .at(-1)!
  const manifest = JSON.parse(await readFile(join(folder, newest), 'utf8')) as LandingManifest
  manifest.findings.push({
    rule: 'records_missing',
    column: null,
    severity: 'block',
    count: 7,
    rows: [],
    example: null,
  })
  await writeFile(join(folder, newest), JSON.stringify(manifest))
  const {built, row, warehouse} = await town.run()
  expect(built.heldBack.map(one => heldBackLine(one, built.landings))).toEqual([
    expect.stringContaining('records_missing: 7'),
  ])
  expect((await row('select count(*) as n from listed')).n).toBe(2)
  await warehouse.close()
})

test('a landing is held against the middle one of the five before it, whatever they hold', async () => {
  const dataset = things([check.volume({drop: 0.5, growth: 1, severity: 'block'})])
  const many = (count: number, first = 0) =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`n${index}`, index + first]))
  const town = await start(dataset, many(10))
  const used: number[] = []
  // Rows of each landing after the first, and how many are in use then.
  for (const [index, count] of [12, 4, 21, 5, 4, 4, 4].entries()) {
    await (await town.run()).warehouse.close()
    town.write('things', rowsOf(many(count, index)))
    const {row, warehouse} = await town.run()
    used.push(Number((await row('select count(*) as n from listed')).n))
    await warehouse.close()
  }
  // Middles: 10, 11, 10, 11, 10, 5, 4.
  expect(used).toEqual([12, 12, 12, 12, 12, 4, 4])
})
