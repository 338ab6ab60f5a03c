import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {defineCity, feed} from '@hromada/datasets'
import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {expect, test} from 'vitest'
import {inOrder} from '../src/build/order.ts'
import {currentRelease, defineModel, type Model, ReleaseRefused, staging} from '../src/index.ts'
import {builtCity, dataFolder, sampleCity} from './city.fixture.ts'

const title = {uk: 'Перевірка', en: 'Test'}
const describe = title

const topics = (publish: boolean, limit: number, severity: 'block' | 'warn' = 'block') =>
  defineModel({
    name: 'topics',
    title,
    describe,
    grain: ['city', 'category'],
    publish,
    inputs: [staging(appealsData)],
    columns: {appeals: {uk: 'Звернень', en: 'Appeals'}},
    query: db =>
      db
        .selectFrom('stg_appeals')
        .select(eb => ['city', 'category', eb.fn.countAll<number>().as('appeals')])
        .groupBy(['city', 'category']),
    audits: {
      not_too_many: {
        describe: {uk: 'Не забагато', en: 'Not too many'},
        severity,
        faults: db => db.selectFrom('topics').select('category').where('appeals', '>', limit),
      },
    },
  }) as Model

const demoAppeals = async () => {
  const demo = await sampleCity()
  return {...demo, feeds: demo.feeds.filter(({dataset}) => dataset.id === 'appeals')}
}

test('a model is built after every model it reads', async () => {
  const {default: appealsMonthly} = await import('../models/marts/appeals/appeals_monthly.ts')
  expect(inOrder([appealsMonthly as Model]).map(({name}) => name)).toEqual([
    'stg_appeals',
    'cities',
    'appeal_words',
    'appeal_terms',
    'int_appeals_coded',
    'int_appeals_watch',
    'int_appeals_durations',
    'int_appeals_events',
    'int_appeals_months',
    'appeals',
    'appeals_monthly',
  ])
})

test('a second build makes nothing; a changed model makes itself and what reads it', async () => {
  const city = await demoAppeals()
  const first = await builtCity([city], null, {models: [topics(true, 1000)]})
  expect(first.built.models.map(({model, isNew}) => [model.name, isNew])).toEqual([
    ['stg_appeals', true],
    ['topics', true],
  ])
  await first.warehouse.close()
  const second = await builtCity([city], null, {data: first.data, models: [topics(true, 1000)]})
  expect(second.built.models.map(({isNew}) => isNew)).toEqual([false, false])
  expect(second.built.models[1]?.audits.map(({name}) => name)).toEqual([
    'grain_filled',
    'grain_unique',
    'not_too_many',
  ])
  await second.warehouse.close()
  const third = await builtCity([city], null, {data: first.data, models: [topics(true, 999)]})
  expect(third.built.models.map(({isNew}) => isNew)).toEqual([false, true])
  expect(third.built.models.map(({seconds}) => seconds > 0)).toEqual([false, true])
  await third.warehouse.close()
})

test('a table whose model is gone goes too', async () => {
  const city = await demoAppeals()
  const first = await builtCity([city], null, {models: [topics(true, 1000)]})
  await first.warehouse.close()
  const second = await builtCity([city], null, {data: first.data, models: [staging(appealsData) as Model]})
  expect(
    await second.rows(`select table_name from information_schema.tables where table_name = 'topics'`),
  ).toEqual([])
  await second.warehouse.close()
})

test('a release is sealed, unchanged content makes no second one, and a failed audit leaves it serving', async () => {
  const city = await demoAppeals()
  const data = dataFolder()
  const first = await builtCity([city], null, {data, models: [topics(true, 1000)]})
  const sealed = await first.release()
  expect(sealed.isNew).toBe(true)
  expect(sealed.manifest.id).toMatch(/^2026-11-21T08-00Z-[0-9a-f]{8}$/)
  expect(sealed.manifest.tables.map(({name}) => name)).toEqual([
    'topics',
    'findings',
    'dataset_health',
    'compliance',
    'compliance_departments',
    'compliance_fields',
    'privacy_report',
  ])
  expect(sealed.manifest.tables[0]).toMatchObject({
    grain: ['city', 'category'],
    is_demo: true,
    datasets: ['appeals'],
    columns: [
      {name: 'city', type: 'text', unit: null, description: {uk: 'Місто', en: 'City'}},
      {name: 'category', type: 'text', unit: null, description: {uk: 'Тема', en: 'Topic'}},
      {name: 'appeals', type: 'integer', unit: null, description: {uk: 'Звернень', en: 'Appeals'}},
    ],
  })
  expect((await first.release(new Date('2026-11-22T08:00:00Z'))).manifest.id).toBe(sealed.manifest.id)
  await first.warehouse.close()

  const broken = await builtCity([city], null, {data, models: [topics(true, 3)]})
  await expect(broken.release()).rejects.toThrow(ReleaseRefused)
  await expect(broken.release()).rejects.toThrow(/topics: Not too many – not so in \d of 6 \(not_too_many\)/)
  await broken.warehouse.close()
  expect((await currentRelease(data))?.manifest.id).toBe(sealed.manifest.id)
  expect((await readFile(join(data, 'current'), 'utf8')).trim()).toBe(sealed.manifest.id)

  const warned = await builtCity([city], null, {data, models: [topics(true, 3, 'warn')]})
  expect((await warned.release(new Date('2026-11-23T08:00:00Z'))).isNew).toBe(true)
  await warned.warehouse.close()
})

test('private columns and columns without a description cannot be published', async () => {
  const leaky = defineModel({
    name: 'leaky',
    title,
    describe,
    grain: ['city', 'appeal_id'],
    publish: true,
    inputs: [staging(appealsData)],
    query: db =>
      db.selectFrom('stg_appeals').select(eb => ['city', 'appeal_id', 'address', eb.val(1).as('mystery')]),
  }) as Model
  const town = await builtCity([await demoAppeals()], null, {models: [leaky]})
  await expect(town.release()).rejects.toThrow('leaky.address shows appeals.address, which is internal')
  await expect(town.release()).rejects.toThrow('leaky: mystery has no description')
  await town.warehouse.close()
})

test('the same text key in two cities is two rows', async () => {
  const demo = await demoAppeals()
  const twin = defineCity({
    ...demo,
    id: 'other',
    feeds: [feed(appealsData, {sample: demo.feeds[0]!.sample!})],
  })
  const town = await builtCity([demo, twin], null, {models: [topics(true, 1000)]})
  expect(await town.row('select count(*) as rows, count(distinct city) as cities from stg_appeals')).toEqual({
    rows: 360,
    cities: 2,
  })
  await town.warehouse.close()
})

test('a misspelt column does not pass the type check', () => {
  const inputs = [staging(appealsData)] as const
  const rows = {name: 'misspelt', title, describe, inputs} as const
  // @ts-expect-error there is no column "categry"
  defineModel({...rows, grain: [], query: db => db.selectFrom('stg_appeals').select(['city', 'categry'])})
  // @ts-expect-error the query returns no "town"
  defineModel({...rows, grain: ['town'], query: db => db.selectFrom('stg_appeals').select(['city'])})
  expect(inputs[0].name).toBe('stg_appeals')
})

const ofEach = (materialise: NonNullable<Parameters<typeof defineModel>[0]['materialise']>, factor = 1) =>
  defineModel({
    name: 'by_category',
    title,
    describe,
    grain: ['city', 'category'],
    tags: ['counted'],
    materialise: materialise as {as: 'table'},
    inputs: [staging(appealsData)],
    columns: {appeals: {uk: 'Звернень', en: 'Appeals'}},
    query: db =>
      db
        .selectFrom('stg_appeals')
        .select(eb => ['city', 'category', eb(eb.fn.countAll<number>(), '*', eb.val(factor)).as('appeals')])
        .groupBy(['city', 'category'])
        .orderBy('city')
        .orderBy('category'),
  }) as unknown as Model

const total = (input: Model) =>
  defineModel({
    name: 'total',
    title,
    describe,
    grain: ['city'],
    inputs: [
      input as unknown as ReturnType<typeof topics> & {
        name: 'by_category'
        row: {city: string; appeals: number}
      },
    ],
    columns: {appeals: {uk: 'Звернень', en: 'Appeals'}},
    query: db =>
      db
        .selectFrom('by_category')
        .select(eb => ['city', eb.fn.sum<number>('appeals').as('appeals')])
        .groupBy('city'),
  }) as unknown as Model

test('a view holds no rows and answers as its table would', async () => {
  const city = await demoAppeals()
  const data = dataFolder()
  const kinds = async (as: 'table' | 'view') => {
    const input = ofEach({as})
    const town = await builtCity([city], null, {data, models: [input, total(input)]})
    const [{table_type} = {}] = await town.rows<{table_type: string}>(
      `select table_type from information_schema.tables where table_name = 'by_category'`,
    )
    const rows = await town.rows('select * from by_category')
    const [sum] = await town.rows('select * from total')
    await town.warehouse.close()
    return {table_type, rows, sum}
  }
  const table = await kinds('table')
  const view = await kinds('view')
  expect([table.table_type, view.table_type]).toEqual(['BASE TABLE', 'VIEW'])
  expect(view.rows).toEqual(table.rows)
  expect(view.sum).toEqual({city: 'demo', appeals: 180})
  expect((await kinds('table')).table_type).toBe('BASE TABLE')
})

test('of a partitioned table only the parts whose input changed are made anew', async () => {
  const city = await demoAppeals()
  const data = dataFolder()
  const partitioned = (factor = 1) => ofEach({as: 'partitions', by: 'category', of: 'stg_appeals'}, factor)
  const first = await builtCity([city], null, {data, models: [partitioned()]})
  const whole = await first.rows<{category: string; appeals: number}>(
    'select * from by_category order by category',
  )
  // Marks by which a part is known again that was not made anew.
  await first.warehouse.run('update by_category set appeals = appeals + 1000')
  const [changed] = whole
  await first.warehouse.run(
    `delete from stg_appeals where appeal_id = (select min(appeal_id) from stg_appeals where category = '${changed!.category}')`,
    `update _built set fingerprint = 'another' where name = 'by_category'`,
  )
  await first.warehouse.close()

  const second = await builtCity([city], null, {data, models: [partitioned()]})
  expect(second.built.models.map(({isNew}) => isNew)).toEqual([false, true])
  expect(await second.rows('select * from by_category order by category')).toEqual(
    whole.map(row => ({
      ...row,
      appeals: row.category === changed!.category ? row.appeals - 1 : row.appeals + 1000,
    })),
  )
  await second.warehouse.close()

  // Another query makes every part anew, and so does an input of which most has changed.
  const third = await builtCity([city], null, {data, models: [partitioned(2)]})
  expect(await third.rows('select sum(appeals)::integer as n from by_category')).toEqual([{n: 179 * 2}])
  await third.warehouse.run(
    'delete from stg_appeals',
    `update _built set fingerprint = '' where name = 'by_category'`,
  )
  await third.warehouse.close()
  const fourth = await builtCity([city], null, {data, models: [partitioned(2)]})
  expect(await fourth.rows('select * from by_category')).toEqual([])
  await fourth.warehouse.close()
})

test('a selection builds what it names and says what it leaves behind', async () => {
  const city = await demoAppeals()
  const data = dataFolder()
  const models = (factor: number) => [ofEach({as: 'table'}, factor), total(ofEach({as: 'table'}, factor))]
  await (await builtCity([city], null, {data, models: models(1)})).warehouse.close()
  const only = await builtCity([city], null, {data, models: models(2), select: 'by_category'})
  expect(only.built.models.map(({model, isNew}) => [model.name, isNew])).toEqual([
    ['stg_appeals', false],
    ['by_category', true],
    ['total', false],
  ])
  expect(only.built.stale).toEqual(['total'])
  expect(await only.rows('select appeals from total')).toEqual([{appeals: 180}])
  await only.warehouse.close()
  const rest = await builtCity([city], null, {data, models: models(2)})
  expect(await rest.rows('select appeals from total')).toEqual([{appeals: 360}])
  expect(rest.built.stale).toEqual([])
  await rest.warehouse.close()
})

test('what a selection leaves out and nobody has made is not made, nor what stands in its way', async () => {
  const city = await demoAppeals()
  const data = dataFolder()
  // The table as code of an earlier day left it, without the column that another reads today.
  const earlier = defineModel({
    name: 'by_category',
    title,
    describe,
    grain: ['city', 'category'],
    inputs: [staging(appealsData)],
    query: db => db.selectFrom('stg_appeals').select(['city', 'category']).distinct(),
  }) as unknown as Model
  await (await builtCity([city], null, {data, models: [earlier]})).warehouse.close()
  const models = [ofEach({as: 'table'}), total(ofEach({as: 'table'})), topics(true, 1000)]
  const only = await builtCity([city], null, {data, models, select: 'topics'})
  expect(only.built.models.map(({model, isNew}) => [model.name, isNew])).toEqual([
    ['stg_appeals', false],
    ['by_category', false],
    ['topics', true],
  ])
  expect(only.built.stale).toEqual(['by_category'])
  await only.warehouse.close()

  const fresh = await builtCity([city], null, {models, select: 'total'})
  expect(fresh.built.models.map(({model}) => model.name)).toEqual(['stg_appeals', 'by_category', 'total'])
  await fresh.warehouse.close()
})

test('a build that is stopped ends soon, and the next one goes on where it was', async () => {
  const city = await demoAppeals()
  const data = dataFolder()
  const endless = defineModel({
    name: 'endless',
    title,
    describe,
    grain: ['city'],
    inputs: [staging(appealsData)],
    columns: {n: title},
    query: db =>
      db
        .selectFrom([
          'stg_appeals as a',
          'stg_appeals as b',
          'stg_appeals as c',
          'stg_appeals as d',
          'stg_appeals as e',
        ])
        .select(eb => ['a.city', eb.fn.countAll<number>().as('n')])
        .where('b.appeal_id', '<', 'zzz')
        .groupBy('a.city'),
  }) as unknown as Model
  const stop = new AbortController()
  const onModel = (name: string) => {
    if (name === 'endless') setTimeout(() => stop.abort(new Error('Told to stop')), 200)
  }
  const began = performance.now()
  await expect(
    builtCity([city], null, {data, models: [endless], signal: stop.signal, onModel}),
  ).rejects.toThrow('Told to stop')
  expect(performance.now() - began).toBeLessThan(30_000)
  const next = await builtCity([city], null, {data, models: [staging(appealsData) as Model]})
  expect(next.built.models.map(({isNew}) => isNew)).toEqual([false])
  await next.warehouse.close()
})
