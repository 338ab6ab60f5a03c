import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {expect, test} from 'vitest'
import {currentRelease, defineModel, type Model, ReleaseRefused, staging} from '../src/index.ts'
import {builtCity, dataFolder, sampleCity} from './city.fixture.ts'

const title = {uk: 'Перевірка', en: 'Test'}
const about = {title, describe: title}

/** Appeals by topic: at fault where one has more than so many. */
const byTopic = (limit: number) =>
  defineModel({
    name: 'by_topic',
    ...about,
    grain: ['city', 'category'],
    publish: true,
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
        faults: db => db.selectFrom('by_topic').select('category').where('appeals', '>', limit),
      },
    },
  })

const byDistrict = defineModel({
  name: 'by_district',
  ...about,
  grain: ['city', 'district'],
  publish: true,
  inputs: [staging(appealsData)],
  columns: {appeals: {uk: 'Звернень', en: 'Appeals'}},
  query: db =>
    db
      .selectFrom('stg_appeals')
      .where('district', 'is not', null)
      .select(eb => ['city', 'district', eb.fn.countAll<number>().as('appeals')])
      .groupBy(['city', 'district']),
}) as Model

/** Appeals by topic, and a table that is made of them through one that nobody sees. */
function topics(limit: number): Model[] {
  const first = byTopic(limit)
  const between = defineModel({
    name: 'int_topics',
    ...about,
    grain: ['city'],
    inputs: [first],
    columns: {topics: {uk: 'Тем', en: 'Topics'}},
    query: db =>
      db
        .selectFrom('by_topic')
        .select(eb => ['city', eb.fn.countAll<number>().as('topics')])
        .groupBy('city'),
  })
  const last = defineModel({
    name: 'topics_of_cities',
    ...about,
    grain: ['city'],
    publish: true,
    inputs: [between],
    columns: {topics: {uk: 'Тем', en: 'Topics'}},
    query: db => db.selectFrom('int_topics').select(['city', 'topics']),
  })
  return [first as Model, between as Model, last as Model]
}

const tablesOf = ({tables}: {tables: {name: string}[]}) => tables.map(({name}) => name)

test('an audit that blocks keeps out its table and what is made of it; the rest is released', async () => {
  const demo = await sampleCity()
  const city = {...demo, feeds: demo.feeds.filter(({dataset}) => dataset.id === 'appeals')}
  const data = dataFolder()
  const built = (limit: number) => builtCity([city], null, {data, models: [...topics(limit), byDistrict]})

  const first = await built(3)
  const {manifest} = await first.release()
  await first.warehouse.close()
  expect(tablesOf(manifest)).toContain('by_district')
  expect(tablesOf(manifest)).not.toContain('by_topic')
  expect(tablesOf(manifest)).not.toContain('topics_of_cities')
  expect(manifest.models.filter(one => one.is_published).map(({name}) => name)).toEqual(['by_district'])
  expect(manifest.kept_out).toEqual([
    {
      model: 'by_topic',
      audit: 'not_too_many',
      describe: {uk: 'Не забагато', en: 'Not too many'},
      checked: expect.any(Number),
      failures: expect.any(Number),
      tables: ['by_topic', 'topics_of_cities'],
    },
  ])

  // Mended, the tables are there.
  const mended = await built(1000)
  const whole = await mended.release(new Date('2026-11-22T08:00:00Z'))
  await mended.warehouse.close()
  expect(whole.manifest.kept_out).toBeUndefined()
  expect(tablesOf(whole.manifest)).toContain('topics_of_cities')

  // Readers know them now: nothing is taken away without a reason, and then it is said.
  const broken = await built(3)
  await expect(broken.release(new Date('2026-11-23T08:00:00Z'))).rejects.toThrow(
    /topics_of_cities: the table would be gone.*by_topic: Not too many – not so in \d of \d+ \(not_too_many\), for instance \{"category":.*Kept out: by_topic, topics_of_cities\./s,
  )
  expect((await currentRelease(data))?.manifest.id).toBe(whole.manifest.id)
  await broken.warehouse.close()

  // Where nothing would be left, nothing is released.
  const nothing = await builtCity([city], null, {models: topics(3)})
  await expect(nothing.release()).rejects.toThrow(ReleaseRefused)
  await expect(nothing.release()).rejects.toThrow(/Kept out: by_topic, topics_of_cities/)
  await nothing.warehouse.close()
})
