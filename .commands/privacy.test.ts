import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'
import {type City, type Column, type Feed, loadCities} from '@hromada/datasets'
import {landingFolder, latestLanding} from '@hromada/pipelines'
import type {ReleaseManifest} from '@hromada/warehouse'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../.config/real-data.ts'
import {findPersonal} from '../warehouse/src/privacy/texts/find-personal.ts'
import {runToEnd} from './test/start-command.fixture.ts'
import {startedDemo, startedDemoTimeout} from './test/started-demo.fixture.ts'

const cities = await loadCities()
const real = [...cities.keys()].filter(id => !cities.get(id)!.isDemo).sort()

const isPublic = ({privacy}: Column) => privacy === 'public' || privacy === 'public_by_law'
const namesOf = (feed: Feed, wanted: boolean) =>
  Object.entries(feed.dataset.columns).flatMap(([name, column]) =>
    isPublic(column) === wanted ? [name] : [],
  )

/** Values of a city's file that no answer may repeat: of private columns, and of none that is public. */
const secret = {
  demo: [
    'demo/addresses',
    'demo/appeals',
    'demo/contracts',
    'demo/invincibility-points',
    'demo/participatory-projects',
    'demo/participatory-votes',
    'demo/petition-signature-times',
    'demo/petitions',
    'demo/shelters',
    'demo/spending',
    'demo/utility-links',
    'demo/utility-nodes',
    'demo/water-zones',
  ],
  real: ['boston/appeals', 'kyiv/shelters', 'new-york/appeals'],
}

describe.each([
  ['the demo city', ['demo'], null, secret.demo],
  ['every real city', real, realData(), secret.real],
] as const)('a release of %s', (_, ids, sources, expected) => {
  const isPossible = ids[0] === 'demo' || sources !== null
  let data: string
  let folder: string
  let manifest: ReleaseManifest
  let duck: DuckDBConnection
  let close: () => void

  beforeAll(async () => {
    if (!isPossible) return
    if (sources) {
      data = await mkdtemp(join(tmpdir(), 'hromada-privacy-'))
      const args = ['--city', ids.join(','), '--data', data]
      const landed = await runToEnd('land', [...args, '--sources', sources])
      expect(landed.code, landed.said).toBe(0)
      const released = await runToEnd('release', args)
      expect(released.code, released.said).toBe(0)
    } else data = (await startedDemo()).data
    folder = join(data, 'releases', (await readFile(join(data, 'current'), 'utf8')).trim())
    manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ReleaseManifest

    const instance = await DuckDBInstance.create()
    duck = await instance.connect()
    close = () => {
      duck.closeSync()
      instance.closeSync()
    }
    // Every different text that the release shows, with the table and the city.
    await duck.run('create table shown (tbl varchar, col varchar, city varchar, cell varchar)')
    for (const {name, file, columns} of manifest.tables) {
      const texts = columns.filter(({name, type}) => name !== 'city' && (type === 'text' || type === 'json'))
      if (texts.length > 0)
        await duck.run(
          `insert into shown select distinct '${name}', place, city, trim(cell) from (unpivot
            (select city, ${texts.map(({name}) => `"${name}"::varchar as "${name}"`).join(', ')} from '${join(folder, file)}')
            on * exclude (city) into name place value cell)`,
        )
    }
    for (const text of textsIn(manifest)) await insertManifest(duck, text)
    // What is private in one dataset may be public in another that a table is made of, as the name of a school is.
    await duck.run('create table open_of (dataset varchar, city varchar, cell varchar)')
    for (const id of ids)
      for (const feed of cities.get(id)!.feeds)
        await duck.run(
          `insert into open_of select '${feed.dataset.id}', '${id}', cell from (${await valuesOf(data, cities.get(id)!, feed, true)})`,
        )
  }, startedDemoTimeout)
  afterAll(async () => {
    close?.()
    if (sources) await rm(data, {recursive: true, force: true})
  })

  test.skipIf(!isPossible)('names no private column in a table, nor in what is said of a dataset', () => {
    expect(manifest.cities.map(({id}) => id)).toEqual([...ids])
    const feeds = manifest.cities.flatMap(({id}) => cities.get(id)!.feeds)
    for (const table of manifest.tables) {
      const closed = feeds.flatMap(feed =>
        table.datasets.includes(feed.dataset.id) ? namesOf(feed, false) : [],
      )
      const shown = table.columns.map(({name}) => name)
      expect([table.name, shown.filter(name => closed.includes(name))]).toEqual([table.name, []])
    }
    for (const dataset of manifest.datasets) {
      const feed = feeds.find(one => one.dataset.id === dataset.id)!
      expect(dataset.columns.map(({name}) => name)).toEqual(namesOf(feed, true))
    }
  })

  test.skipIf(!isPossible)('repeats no value of a private column, under whatever name', async () => {
    const looked: string[] = []
    for (const id of ids)
      for (const feed of cities.get(id)!.feeds) {
        if (namesOf(feed, false).length === 0) continue
        const source = `${id}/${feed.dataset.id}`
        const count = await keepValues(duck, data, cities.get(id)!, feed)
        if (count === 0) continue
        looked.push(source)
        const tables = manifest.tables
          .filter(({datasets}) => datasets.includes(feed.dataset.id))
          .map(({name}) => name)
        // A dataset may have nothing to publish.
        if (tables.length > 0) {
          const among = `shown.city = '${id}' and tbl in (${tables.map(name => `'${name}'`).join(', ')})`
          const openBeside = manifest.tables
            .filter(({name}) => tables.includes(name))
            .flatMap(({name, datasets}) => datasets.map(dataset => `('${name}', '${dataset}')`))
            .join(', ')
          // The comparison is one that finds what is there: public values are.
          expect(
            (await rowsOf(duck, `select cell from shown join open_values using (cell) where ${among}`))
              .length,
            source,
          ).toBeGreaterThan(0)
          expect(
            await rowsOf(
              duck,
              `select distinct tbl, cell from shown join secret_values using (cell) where ${among} and not exists (
                 from open_of o where o.city = '${id}' and o.cell = shown.cell and (shown.tbl, o.dataset) in (${openBeside})) limit 5`,
            ),
            source,
          ).toEqual([])
        }
        // Findings and the manifest speak of every dataset, so nothing private may be in them at all.
        expect(
          await rowsOf(
            duck,
            `select distinct tbl, cell from shown join secret_values using (cell) where tbl in ('findings', 'dataset_health', 'privacy_report', 'manifest') and length(cell) >= 8 limit 5`,
          ),
          source,
        ).toEqual([])
      }
    expect(looked.sort()).toEqual([...expected])
  })

  test.skipIf(!isPossible)(
    'holds nothing personal in texts that people write, and no contacts in any other',
    async () => {
      const feeds = manifest.cities.flatMap(({id}) => cities.get(id)!.feeds)
      let written = 0
      for (const {name, columns, datasets} of manifest.tables)
        for (const {name: column} of columns) {
          const own = feeds
            .filter(({dataset}) => datasets.includes(dataset.id))
            .map(({dataset}) => dataset.columns[column])
            .find(one => one?.freeText)
          const scrutiny = !own ? 'anywhere' : own.privacy === 'public_by_law' ? 'but_names' : 'all'
          const cells = await rowsOf(
            duck,
            `select cell from shown where tbl = '${name}' and col = '${column}' and not ends_with(col, '_id')`,
          )
          if (own) written += cells.length
          const found = cells.filter(({cell}) => findPersonal(String(cell), scrutiny).length > 0)
          expect([name, column, found.slice(0, 3)]).toEqual([name, column, []])
        }
      expect(written).toBeGreaterThan(50)
    },
  )

  test.skipIf(!isPossible)('shows the place of no home that nobody agreed to show', async () => {
    for (const id of ids)
      for (const feed of cities.get(id)!.feeds) {
        const {homes, columns} = feed.dataset
        const landing = homes && (await latestLanding(data, id, feed.dataset.id))
        // A city that publishes every place itself says so.
        if (!homes || !landing || feed.columns[homes.shownWhere!]?.value === 'true') continue
        const landed = join(landingFolder(data, id, feed.dataset.id), landing.file)
        const [lon, lat, agreed] = [homes.lon, homes.lat, homes.shownWhere!].map(
          name => `"${[feed.columns[name]?.from ?? columns[name]!.from].flat()[0]}"`,
        )
        const places = (isAgreed: boolean) =>
          `select try_cast(${lon} as double) as lon, try_cast(${lat} as double) as lat from '${landed}'
           where coalesce(lower(${agreed}) = 'true', false) = ${isAgreed} and try_cast(${lon} as double) <> 0`
        const {file} = manifest.tables.find(
          ({datasets, place}) => datasets.includes(feed.dataset.id) && place,
        )!
        // Somebody who agreed may live in the same house.
        const [shown] = await rowsOf(
          duck,
          `select count(*)::integer as n from '${join(folder, file)}' r semi join (${places(false)}) h on r.lon = h.lon and r.lat = h.lat
           anti join (${places(true)}) a on r.lon = a.lon and r.lat = a.lat where r.city = '${id}'`,
        )
        const [all] = await rowsOf(duck, `select count(*)::integer as n from (${places(false)})`)
        expect(Number(all!.n), id).toBeGreaterThan(1000)
        expect(shown!.n, id).toBe(0)
      }
  })

  test.skipIf(!isPossible)(
    'tells what it keeps back, the same in the manifest and in the table',
    async () => {
      const {file} = manifest.tables.find(({name}) => name === 'privacy_report')!
      const report = await rowsOf(
        duck,
        `select city, dataset, table_name, column_name, rule, policy, action, cells::integer as cells from '${join(folder, file)}'`,
      )
      expect(report).toEqual(
        manifest.privacy!.map(({city, dataset, table, column, rule, policy, action, cells}) => ({
          city,
          dataset,
          table_name: table,
          column_name: column,
          rule,
          policy,
          action,
          cells,
        })),
      )
      for (const {dataset, feeds} of manifest.datasets.map(({id, feeds}) => ({dataset: id, feeds})))
        for (const {city, rows_staged} of feeds) {
          const feed = cities.get(city)!.feeds.find(one => one.dataset.id === dataset)!
          for (const column of rows_staged > 0 ? namesOf(feed, false) : [])
            expect(report).toContainEqual(
              expect.objectContaining({city, dataset, column_name: column, action: 'kept_back'}),
            )
        }
    },
  )
})

/** Makes tables of the different values in the private and the public columns of what has landed; counts the private. */
async function keepValues(duck: DuckDBConnection, data: string, city: City, feed: Feed): Promise<number> {
  await duck.run(`create or replace table open_values as ${await valuesOf(data, city, feed, true)}`)
  await duck.run(
    `create or replace table secret_values as select cell from (${await valuesOf(data, city, feed, false)}) anti join open_values using (cell)`,
  )
  const [counted] = await rowsOf(duck, 'select count(*)::integer as n from secret_values')
  return Number(counted!.n)
}

/** SQL of the different values in the public or the private columns of what has landed. */
async function valuesOf(data: string, city: City, feed: Feed, wanted: boolean): Promise<string> {
  const none = `select '' as cell where false`
  const landing = await latestLanding(data, city.id, feed.dataset.id)
  if (!landing) return none
  const file = join(landingFolder(data, city.id, feed.dataset.id), landing.file)
  const present = namesOf(feed, wanted)
    .flatMap(name => feed.columns[name]?.from ?? feed.dataset.columns[name]!.from)
    .filter(header => landing.columns.includes(header))
  if (present.length === 0) return none
  const list = present.map(header => `"${header.replaceAll('"', '""')}"`).join(', ')
  return `select distinct trim(cell) as cell from (unpivot (select ${list} from '${file}') on * into name place value cell)
    where length(trim(cell)) >= 5 and trim(cell) not in ('null', ${[...feed.nulls, ''].map(word => `'${word}'`).join(', ')})`
}

async function rowsOf(duck: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await duck.runAndReadAll(sql)).getRowObjectsJson()
}

async function insertManifest(duck: DuckDBConnection, text: string): Promise<void> {
  await duck.run(`insert into shown values ('manifest', '', '', $1)`, [text])
}

/** Every text in a JSON value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
