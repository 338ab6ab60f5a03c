import {writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type City, column, defineCity, defineDataset, feed, licences} from '@hromada/datasets'
import {sql} from 'kysely'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {temporaryFolder} from '../../../.config/temporary-folder.ts'
import {wholeSum} from '../../src/functions.ts'
import {defineModel, type Model, openWarehouse, type ReleaseManifest, staging} from '../../src/index.ts'
import {modelFlows} from '../../src/privacy/flows/model-flows.ts'
import {ColumnPolicies} from '../../src/privacy/policy/column-policies.ts'
import {publicAnswer} from '../../src/privacy/release/public-answer.ts'
import {builtCity} from '../city.fixture.ts'

const text = {uk: 'Перевірка', en: 'Test'}
const base = {
  title: text,
  describe: text,
  publisher: text,
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
}

/** What people wish for, as they wrote it. */
const wishes = defineDataset({
  ...base,
  id: 'wishes',
  key: ['id'],
  homes: {lon: 'lon', lat: 'lat', shownWhere: 'is_shown'},
  columns: {
    id: column.text({from: 'id', describe: text}),
    title: column.text({from: 'title', freeText: 'redact', privacy: 'public_by_law', describe: text}),
    body: column.text({from: 'body', nullable: true, freeText: true, describe: text}),
    office: column.text({from: 'office', nullable: true, describe: text}),
    secret: column.text({from: 'secret', nullable: true, privacy: 'internal', describe: text}),
    phone: column.text({from: 'phone', nullable: true, privacy: 'forbidden', describe: text}),
    lon: column.number({from: 'lon', nullable: true, describe: text}),
    lat: column.number({from: 'lat', nullable: true, describe: text}),
    is_shown: column.boolean({from: 'shown', nullable: true, privacy: 'internal', describe: text}),
  },
})

const visits = defineDataset({
  ...base,
  id: 'visits',
  key: [],
  rowsAre: 'persons',
  columns: {
    district: column.text({from: 'district', describe: text}),
    age: column.text({from: 'age', privacy: 'aggregate_only', describe: text}),
  },
})

const wishLines = [
  'id;title;body;office;secret;phone;lon;lat;shown',
  '1;Лавка в парку;Просимо лавку.;Відділ № 1;ааа;+380001111111;30.501234;50.401234;True',
  '2;Дзвоніть +380002222222;Мій телефон 000 222-22-22.;тел. (000) 222-22-22;ббб;+380002222222;30.502345;50.402345;False',
  '3;Ліхтар – Бульметюк Іван Іванович;Гр. Бульметюк І. І., a@example.com;;ввв;;30.503456;50.403456;',
  '4;Смітник;;Відділ № 2;ггг;;;;True',
]
/** [district, age, persons] */
const visitors: [string, string, number][] = [
  ['Північний', 'young', 12],
  ['Північний', 'old', 3],
  ['Північний', 'middle', 40],
  ['Південний', 'young', 25],
  ['Південний', 'old', 30],
  ['Південний', 'middle', 60],
  ['Східний', 'young', 14],
  ['Східний', 'old', 21],
  ['Східний', 'middle', 33],
]

const counted = (): Model =>
  defineModel({
    name: 'visitors',
    title: text,
    describe: text,
    grain: ['city', 'district', 'age'],
    publish: true,
    inputs: [staging(visits)],
    columns: {persons: text, district: text, age: text},
    counts: {of: 'persons', measures: ['persons'], dimensions: [['district'], ['age']]},
    query: db => {
      const one = db
        .selectFrom('stg_visits')
        .select(eb => ['city', 'district', 'age', eb.lit<number>(1).as('n')])
      const everywhere = db
        .selectFrom(one.as('a'))
        .select(eb => ['city', eb.val('').as('district'), 'age', 'n'])
      const places = db.selectFrom(one.as('b')).selectAll().unionAll(everywhere)
      const all = db.selectFrom(places.as('c')).select(eb => ['city', 'district', eb.val('').as('age'), 'n'])
      return db
        .selectFrom(db.selectFrom(places.as('d')).selectAll().unionAll(all).as('e'))
        .select(eb => ['city', 'district', 'age', wholeSum(eb.ref('n')).as('persons')])
        .groupBy(['city', 'district', 'age'])
    },
  }) as unknown as Model

/** Changes with the word, and has nothing private. */
const other = (word: string): Model =>
  defineModel({
    name: 'other',
    title: text,
    describe: text,
    grain: ['city', 'id'],
    publish: true,
    inputs: [staging(wishes)],
    columns: {word: text},
    query: db =>
      db
        .selectFrom('stg_wishes')
        .select(eb => ['city', 'id', 'title', 'body', 'office', 'lon', 'lat', eb.val(word).as('word')])
        .orderBy('id'),
  }) as unknown as Model

function town(): {city: City; mirror: string} {
  const mirror = temporaryFolder('gate')
  writeFileSync(join(mirror, 'wishes.csv'), `${wishLines.join('\n')}\n`)
  const lines = visitors.flatMap(([district, age, persons]) =>
    Array.from({length: persons}, () => `${district};${age}`),
  )
  writeFileSync(join(mirror, 'visits.csv'), `${['district;age', ...lines].join('\n')}\n`)
  const csv = {kind: 'csv', delimiter: ';'} as const
  const city = defineCity({
    id: 'town',
    name: text,
    nameOf: text,
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: [
      feed(wishes, {mirror: {path: 'wishes.csv', format: csv}}),
      feed(visits, {mirror: {path: 'visits.csv', format: csv}}),
    ],
  })
  return {city, mirror}
}

const place = town()
const built = (models: Model[], data?: string) =>
  builtCity([place.city], place.mirror, {models, ...(data ? {data} : {})})

describe('a release', () => {
  let city: Awaited<ReturnType<typeof built>>
  let manifest: ReleaseManifest
  let folder: string
  const shown = (table: string) => city.rows(`select * exclude (city) from '${join(folder, table)}.parquet'`)
  const told = (table: string) =>
    manifest
      .privacy!.filter(one => one.table === table)
      .map(({column: name, rule, action, cells}) => [name, rule, action, cells])

  beforeAll(async () => {
    city = await built([other('first'), counted()])
    ;({manifest, folder} = await city.release())
  })
  afterAll(() => city.warehouse.close())

  test('withholds texts, or what must not be told in them; the rows stay', async () => {
    expect((await shown('other')).map(({id, title, body, office}) => [id, title, body, office])).toEqual([
      ['1', 'Лавка в парку', 'Просимо лавку.', 'Відділ № 1'],
      ['2', 'Дзвоніть […]', null, null],
      // The law has authors published; what they write beside has other rules.
      ['3', 'Ліхтар – Бульметюк Іван Іванович', null, null],
      ['4', 'Смітник', null, 'Відділ № 2'],
    ])
    expect(told('other')).toEqual([
      ['title', 'phone', 'redacted', 1],
      ['body', 'email', 'withheld', 1],
      ['body', 'named_citizen', 'withheld', 1],
      ['body', 'phone', 'withheld', 1],
      ['office', 'phone', 'withheld', 1],
    ])
  })

  test('shows homes as squares, unless somebody agreed; nothing closer is in the warehouse', async () => {
    const [agreed, not, unsaid] = (await shown('other')) as {lon: number; lat: number}[]
    expect([agreed!.lon, agreed!.lat]).toEqual([30.501234, 50.401234])
    const exact = [
      [30.502345, 50.402345],
      [30.503456, 50.403456],
    ] as const
    for (const [index, home] of [not!, unsaid!].entries()) {
      const [lon, lat] = exact[index]!
      const east = (home.lon - lon) * 111_320 * Math.cos((lat * Math.PI) / 180)
      const north = (home.lat - lat) * 111_320
      expect(Math.abs(east)).toBeLessThanOrEqual(126)
      expect(Math.abs(north)).toBeLessThanOrEqual(126)
      expect(Math.abs(east) + Math.abs(north)).toBeGreaterThan(1)
    }
    // Neighbours in one square are at one place.
    const squares = await city.rows<{n: number}>(
      'select count(distinct (lon, lat)) as n from stg_wishes where not coalesce(is_shown, false) and lon is not null',
    )
    expect(squares[0]!.n).toBeLessThanOrEqual(2)
    const [kept] = await city.rows<{n: number}>(
      'select count(*) as n from stg_wishes where lon in (30.502345, 30.503456)',
    )
    expect(kept!.n).toBe(0)
    expect(
      manifest
        .privacy!.filter(({rule}) => rule === 'home_place')
        .map(({column: name, cells}) => [name, cells]),
    ).toEqual([
      ['lon', 2],
      ['lat', 2],
    ])
  })

  test('leaves forbidden columns in the landed file', async () => {
    const columns = await city.rows<{column_name: string}>(`describe stg_wishes`)
    expect(columns.map(({column_name}) => column_name)).not.toContain('phone')
    expect(
      manifest
        .privacy!.filter(({action}) => action === 'kept_back')
        .map(({column: name, policy, cells}) => [name, policy, cells]),
    ).toEqual([
      ['secret', 'internal', 4],
      ['phone', 'forbidden', 4],
      ['is_shown', 'internal', 4],
      ['age', 'aggregate_only', 238],
    ])
  })

  test('hides a small count and those from which it could be worked out', async () => {
    const rows = (await shown('visitors')) as {district: string; age: string; persons: number | null}[]
    const at = (district: string, age: string) =>
      rows.find(row => row.district === district && row.age === age)
    // Which ages there are is told by persons alone, so that hidden rows are not there.
    expect(at('Північний', 'old')).toBeUndefined()
    expect(at('', '')?.persons).toBe(238)
    expect(16 - rows.length).toBe(4)
    expect(told('visitors')).toEqual([
      ['persons', 'small_count', 'suppressed', 1],
      ['persons', 'complementary_count', 'suppressed', 3],
    ])
    // With all totals there, every row and every column that misses one misses two.
    for (const dimension of ['district', 'age'] as const)
      for (const value of new Set(rows.map(row => row[dimension])))
        expect([value, rows.filter(row => row[dimension] === value).length]).not.toEqual([value, 3])
    expect(manifest.tables.find(({name}) => name === 'visitors')!.row_count).toBe(rows.length)
  })

  test('publishes the report as a table too, in both languages and without a value', async () => {
    const report = await shown('privacy_report')
    expect(report).toHaveLength(manifest.privacy!.length)
    expect(report).toContainEqual({
      dataset: 'wishes',
      table_name: 'other',
      column_name: 'body',
      rule: 'phone',
      policy: 'public',
      action: 'withheld',
      cells: 1,
      message_uk: 'У тексті є телефон; текст не опубліковано',
      message_en: 'The text has a telephone and is not published',
    })
    const said = JSON.stringify([report, manifest])
    for (const value of ['000222', '222-22-22', 'a@example.com', '30.502345', 'ббб', '1111111'])
      expect(said).not.toContain(value)
  })

  test('says the same of a table whose file is taken over', async () => {
    const again = await built([other('second'), counted()], city.data)
    const next = await again.release(new Date('2026-11-22T08:00:00Z'))
    await again.warehouse.close()
    expect(next.isNew).toBe(true)
    const file = (of: ReleaseManifest) => of.tables.find(({name}) => name === 'visitors')!.sha256
    expect(file(next.manifest)).toBe(file(manifest))
    expect(next.manifest.privacy).toEqual(manifest.privacy)
  })

  test('answers what its other files may show, and nothing else', async () => {
    const models = city.built.models.map(({model}) => model)
    const ask = publicAnswer(
      await modelFlows(models, city.warehouse),
      new ColumnPolicies(models),
      models.filter(({publish}) => publish),
      city.warehouse,
    )
    expect(await ask(`select id from other where id < '3' order by id`)).toEqual([{id: '1'}, {id: '2'}])
    expect(await ask('select table_name from information_schema.tables')).not.toEqual([])
    for (const [question, why] of [
      ['select secret from stg_wishes', 'wishes.secret, which is internal'],
      ['select id from stg_wishes order by secret', 'wishes.secret, which is internal'],
      ['select title from other', 'wishes.title, which people write'],
      ['select persons from visitors', 'visits.* , which is aggregate_only'.replace(' ,', ',')],
      ['select district from stg_visits', 'rows by visits.*'],
      [`select * from '${join(city.data, 'x.parquet')}'`, 'cannot be followed'],
      ['select table_name, 1 from information_schema.tables', 'cannot be followed'],
    ])
      await expect(ask(question!), question).rejects.toThrow(why)
  })
})

test('the build stops at a model that reads what no model may, and the release at one that shows what it may not', async () => {
  const reading = (name: string, query: string) =>
    defineModel({
      name,
      title: text,
      describe: text,
      grain: ['city', 'x'],
      publish: true,
      inputs: [staging(wishes)],
      columns: {x: text},
      query: db => db.selectFrom('stg_wishes').select(['city', sql<string>`${sql.raw(query)}`.as('x')]),
    }) as unknown as Model
  await expect(built([reading('calls', 'upper(phone)')])).rejects.toThrow(
    'calls.x is made from stg_wishes.phone, which is forbidden: it stays in the landed file.',
  )
  const leaky = await built([reading('leaky', 'md5(secret)')])
  await expect(leaky.release()).rejects.toThrow('leaky.x shows wishes.secret, which is internal')
  await expect(leaky.release()).rejects.toMatchObject({exitCode: 3})
  await leaky.warehouse.close()
})

test('a decision is published with what it lets through', async () => {
  const model = defineModel({
    name: 'keyed',
    title: text,
    describe: text,
    grain: ['city', 'key'],
    publish: true,
    inputs: [staging(wishes)],
    columns: {key: text},
    releases: {key: {of: ['wishes.secret'], because: {uk: 'Ключ незворотний', en: 'The key leads nowhere'}}},
    query: db => db.selectFrom('stg_wishes').select(['city', sql<string>`left(md5(secret), 12)`.as('key')]),
  }) as unknown as Model
  const city = await built([model])
  const {manifest} = await city.release()
  await city.warehouse.close()
  expect(manifest.privacy!.filter(({action}) => action === 'published')).toEqual([
    {
      city: '',
      dataset: 'wishes',
      table: 'keyed',
      column: 'key',
      rule: 'exception',
      policy: 'internal',
      action: 'published',
      cells: 4,
      description: {uk: 'Ключ незворотний', en: 'The key leads nowhere'},
    },
  ])
})

test('rows lie in the warehouse as they came, with homes on a grid too', async () => {
  const mirror = temporaryFolder('gate')
  const lines = Array.from({length: 30_000}, (_, index) => `${(index * 7919) % 30_000};т;;;;;30.5;50.4;`)
  writeFileSync(join(mirror, 'wishes.csv'), `${[wishLines[0], ...lines].join('\n')}\n`)
  const city = {...place.city, feeds: place.city.feeds.slice(0, 1)}
  const many = await builtCity([city], mirror, {models: [staging(wishes) as unknown as Model]})
  const rows = await many.rows<{id: string}>('select id from stg_wishes')
  await many.warehouse.close()
  expect(rows.map(({id}) => Number(id))).toEqual(lines.map((_, index) => (index * 7919) % 30_000))
})

test('the functions of the gate are there for whoever opens the warehouse', async () => {
  const data = temporaryFolder('gate')
  const warehouse = await openWarehouse(data)
  const [row] = await warehouse.rows(
    `select personal_rules('тел. 000 123-45-67, a@example.com', 'all') as rules, withheld_text('тел. 000 123-45-67', 'all') as withheld,
      redacted_text('тел. 000 123-45-67!', 'all') as redacted, withheld_text(null, 'all') as nothing`,
  )
  await warehouse.close()
  expect(row).toEqual({rules: 'email,phone', withheld: null, redacted: 'тел. […]!', nothing: null})
  expect(await readFile(join(place.mirror, 'wishes.csv'), 'utf8')).toContain('000 222-22-22')
})
