import {readdir} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {inspect, isDeepStrictEqual} from 'node:util'
import {TrinoSQL} from 'dt-sql-parser'
import {format} from 'sql-formatter'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {compilerFor, sqlOf} from '../src/engines/compile.ts'
import {TrinoQueryCompiler} from '../src/engines/trino/query-compiler.ts'
import {loadModels} from '../src/index.ts'
import {builtCity, sampleCity} from './city.fixture.ts'

const forTrino = compilerFor(() => new TrinoQueryCompiler())
const root = join(import.meta.dirname, '../models')
const models = await loadModels()
const files = (await readdir(root, {recursive: true})).filter(name => name.endsWith('.ts'))
const fileOf = (name: string) => files.find(file => basename(file) === `${name}.ts`)!

describe('every model', () => {
  test.each(models.filter(({query}) => query).map(model => [model.name, model] as const))(
    '%s compiles to SQL that Trino reads',
    async (name, {query}) => {
      const trino = sqlOf(query!, forTrino)
      await expect(`${format(trino, {language: 'trino', keywordCase: 'lower'})}\n`).toMatchFileSnapshot(
        join(root, fileOf(name).replace(/\.ts$/, '.trino.sql')),
      )
      expect(new TrinoSQL().validate(trino)).toEqual([])
    },
  )

  test.each(models.filter(({sql}) => sql !== '').map(model => [model.name, model] as const))(
    '%s compiles to the SQL on file',
    async (name, {sql}) => {
      await expect(`${format(sql, {language: 'duckdb', keywordCase: 'lower'})}\n`).toMatchFileSnapshot(
        join(root, fileOf(name).replace(/\.ts$/, '.sql')),
      )
    },
  )

  test.each(models.filter(({publish}) => publish).map(model => [model.name, model] as const))(
    '%s knows its city, its grain and both languages',
    (_, model) => {
      expect(model.grain).toContain('city')
      expect(model.grain.length).toBeGreaterThan(0)
      for (const text of [model.title, model.describe]) {
        expect(text.uk).toMatch(/[а-яіїєґ]/i)
        expect(text.en).toMatch(/[a-z]/i)
      }
    },
  )
})

describe('the demo city, from its samples', () => {
  let town: Awaited<ReturnType<typeof builtCity>>
  beforeAll(async () => {
    town = await builtCity([await sampleCity()], null)
  })
  afterAll(() => town.warehouse.close())

  test('a table that can have rows has some, and no audit blocks', () => {
    const empty = town.built.models
      .filter(({rows, model}) => rows === 0 && model.publish)
      .map(({model}) => model.name)
    // The samples have no whole day of air, no burst of signatures and no counts by country; the demo city has no rules of
    // petitions; of a hundred appeals none is unusual, forecast or crowded.
    expect(empty.sort()).toEqual([
      'air_quality_episodes',
      'appeals_anomalies',
      'appeals_clusters',
      'appeals_forecast',
      'appeals_forecast_skill',
      'appeals_former_names',
      'appeals_hotspots',
      'appeals_places',
      'appeals_seasonality',
      'petition_rules',
      'petitions_by_country',
      'petitions_spikes',
    ])
    const blocking = town.built.models.flatMap(({audits}) =>
      audits.filter(({severity, failures}) => severity === 'block' && failures > 0),
    )
    expect(blocking).toEqual([])
  })

  test('it is sealed as demo data', async () => {
    const {manifest} = await town.release()
    expect(manifest.tables.every(({is_demo}) => is_demo)).toBe(true)
    expect(manifest.cities).toMatchObject([{id: 'demo', is_home: true, is_demo: true}])
  })

  test('no row of a model hangs on the order in which rows of its inputs come', async () => {
    const {run, rows} = town.warehouse
    const answer = async (sql: string) => (await rows(sql)).map(row => inspect(row)).sort()
    await run('create schema shuffled')
    const differing: string[] = []
    for (const {name, sql, inputs} of models.filter(model => model.sql !== '')) {
      const needed = inputs.map(input => input.name)
      await run(
        ...needed.map(
          one => `create table if not exists shuffled.${one} as select * from main.${one} order by random()`,
        ),
      )
      const instead = needed.map(one => `${one} as (from shuffled.${one})`)
      const again = instead.length > 0 ? `with ${instead.join(', ')} from (${sql})` : sql
      if (!isDeepStrictEqual(await answer(sql), await answer(again))) differing.push(name)
    }
    expect(differing).toEqual([])
  })

  test('the median time to close counts open appeals (Kaplan–Meier by hand)', async () => {
    // An independent product over the sorted durations, in JavaScript.
    const watched = await town.rows<{days: number; is_closed: boolean}>(
      'select days, is_closed from int_appeals_durations where days is not null order by days',
    )
    let [share, median] = [1, null as number | null]
    for (const [index, {days}] of watched.entries()) {
      if (index > 0 && watched[index - 1]!.days === days) continue
      const atRisk = watched.length - index
      const closed = watched.filter(one => one.days === days && one.is_closed).length
      share *= 1 - closed / atRisk
      if (share <= 0.5) {
        median = days
        break
      }
    }
    const row = await town.row(
      `select median_days, received, still_open from appeals_durations where category = '' and district = ''`,
    )
    expect(row.median_days).toBeCloseTo(median!, 10)
  })
})

test('a city that has landed appeals alone has every table, and no audit blocks', async () => {
  const city = await sampleCity()
  const feeds = city.feeds.filter(({dataset}) => dataset.id === 'appeals')
  const {built, warehouse, row} = await builtCity([{...city, feeds}], null)
  expect(built.models.map(({model}) => model.name)).toEqual(
    expect.arrayContaining(models.filter(({publish}) => publish).map(({name}) => name)),
  )
  const blocking = built.models.flatMap(({model, audits}) =>
    audits.filter(({severity, failures}) => severity === 'block' && failures > 0).map(() => model.name),
  )
  expect(blocking).toEqual([])
  expect(await row('select count(*) as rows from appeals')).toEqual({rows: 180})
  expect(await row('select count(*) as rows from budget_balance')).toEqual({rows: 0})
  await warehouse.close()
})
