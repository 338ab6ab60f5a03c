import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {defineCity, feed} from '@hromada/datasets'
import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {expect, test} from 'vitest'
import {currentRelease, defineModel, type Model, ReleaseRefused, staging} from '../src/index.ts'
import {inOrder} from '../src/order.ts'
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
  const {default: appealsMonthly} = await import('../models/marts/appeals_monthly.ts')
  expect(inOrder([appealsMonthly as Model]).map(({name}) => name)).toEqual([
    'stg_appeals',
    'appeals',
    'cities',
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
  const data = await dataFolder()
  const first = await builtCity([city], null, {data, models: [topics(true, 1000)]})
  const sealed = await first.release()
  expect(sealed.isNew).toBe(true)
  expect(sealed.manifest.id).toMatch(/^2026-11-21T08-00Z-[0-9a-f]{8}$/)
  expect(sealed.manifest.tables.map(({name}) => name)).toEqual(['topics', 'findings'])
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
      db.selectFrom('stg_appeals').select(eb => ['city', 'appeal_id', 'content', eb.val(1).as('mystery')]),
  }) as Model
  const town = await builtCity([await demoAppeals()], null, {models: [leaky]})
  await expect(town.release()).rejects.toThrow('leaky: content may not be published')
  await expect(town.release()).rejects.toThrow('leaky: mystery has no description')
  await town.warehouse.close()
})

test('a file that loses records without saying so blocks the release', async () => {
  const town = await builtCity([await demoAppeals()], null, {models: [topics(true, 1000)]})
  town.built.landings[0]!.manifest.findings.push({
    rule: 'records_missing',
    column: null,
    severity: 'block',
    count: 7,
    rows: [],
    example: null,
  })
  await expect(town.release()).rejects.toThrow('demo/appeals: records_missing, 7 records')
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
