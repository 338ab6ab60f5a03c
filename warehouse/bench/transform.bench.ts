import {spawnSync} from 'node:child_process'
import {appendFile, mkdtemp, rm, stat, statfs} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {DuckDBInstance} from '@duckdb/node-api'
import {type City, defineCity, feed} from '@hromada/datasets'
import appeals from '@hromada/datasets/appeals/dataset.ts'
import districts from '@hromada/datasets/districts/dataset.ts'
import {land, latestLanding} from '@hromada/pipelines'
import {build, defaultRetention, type Landing, loadModels, openWarehouse, release} from '../src/index.ts'

/**
 * Appeals from their file to a sealed release, at growing numbers of rows, each in a process of its own. Time must grow
 * in step with the rows, memory stay in its bounds, and a run in which nothing has changed be over at once.
 */
const limits = {seconds: 180, peakMegabytes: 2000, growth: 1.25, unchangedSeconds: 2}
const measured = 10_000_000
const [size, folder] = process.argv.slice(2)
if (size && folder) await worker(Number(size), folder)
else process.exitCode = await compare()

type Result = {
  megabytes: number
  land: number
  transform: number
  release: number
  models: number
  /** A run without a change, and one with other districts; null where the file had to make room. */
  again: {unchanged: number; changed: number; madeAnew: number} | null
  peakMegabytes: number
}

async function compare(): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), 'transform-bench-'))
  const faults: string[] = []
  const {bavail, bsize} = await statfs(home)
  const sizes = [1_000_000, measured]
  // A hundred million take half an hour and 60 GB, so they are asked for.
  if (process.env.HROMADA_BENCH_LARGE) {
    if ((bavail * bsize) / 1e9 > 60) sizes.push(100_000_000)
    else console.log('100 M rows need 60 GB of room: left out')
  }
  let before: {rows: number; seconds: number} | null = null
  let slope: number | null = null
  try {
    for (const rows of sizes) {
      const data = join(home, String(rows))
      const run = spawnSync(process.execPath, [import.meta.filename, String(rows), data], {encoding: 'utf8'})
      await rm(data, {recursive: true, force: true})
      if (run.status !== 0) throw new Error(run.stderr)
      const result = JSON.parse(run.stdout) as Result
      const {again} = result
      const seconds = result.land + result.transform + result.release
      console.log(
        `${rows / 1e6} M rows, ${result.megabytes.toFixed(0)} MB: land ${result.land.toFixed(1)} s, transform ${result.transform.toFixed(1)} s, ` +
          `release ${result.release.toFixed(1)} s, together ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s); ` +
          (again
            ? `nothing changed ${again.unchanged.toFixed(2)} s; districts changed ${again.changed.toFixed(1)} s, ` +
              `${again.madeAnew} of ${result.models} models anew; `
            : '') +
          `peak ${result.peakMegabytes.toFixed(0)} MB`,
      )
      if (result.peakMegabytes > limits.peakMegabytes)
        faults.push(
          `${rows} rows take ${result.peakMegabytes.toFixed(0)} MB, at most ${limits.peakMegabytes}`,
        )
      if (again && again.unchanged > limits.unchangedSeconds)
        faults.push(
          `a run without a change takes ${again.unchanged.toFixed(1)} s, at most ${limits.unchangedSeconds}`,
        )
      if (rows === measured && seconds > limits.seconds)
        faults.push(`${rows} rows take ${seconds.toFixed(0)} s, at most ${limits.seconds}`)
      if (before) {
        const perRow = (seconds - before.seconds) / (rows - before.rows)
        const least = slope ?? before.seconds / before.rows
        if (perRow > least * limits.growth)
          faults.push(`a row costs ${(perRow / least).toFixed(2)} times as much at ${rows} as before`)
        slope = perRow
      }
      before = {rows, seconds}
    }
    console.log(faults.length === 0 ? 'fine' : `TOO MUCH: ${faults.join('; ')}`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await rm(home, {recursive: true, force: true})
  }
}

async function worker(rows: number, data: string): Promise<void> {
  const sources = await mkdtemp(join(tmpdir(), 'transform-bench-sources-'))
  const csv = join(sources, 'appeals.csv')
  const outlines = join(sources, 'districts.geojson')
  await writeAppeals(rows, csv)
  await appendFile(outlines, districtsText('Північний'))
  // A file written in this very tick of the clock would be hashed again on the next run.
  await setTimeout(100)
  try {
    const megabytes = (await stat(csv)).size / 1e6
    const isOnce = rows > measured
    const {land, transform, release, models} = await run(data, sources, () =>
      isOnce ? rm(csv) : Promise.resolve(),
    )
    const result: Result = {
      megabytes,
      land,
      transform,
      release,
      models,
      again: isOnce ? null : await runAgain(data, sources, outlines),
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    }
    console.log(JSON.stringify(result))
  } finally {
    await rm(sources, {recursive: true, force: true})
  }
}

/** The run of an evening on which nothing has changed, and of one on which the districts have. */
async function runAgain(data: string, sources: string, outlines: string): Promise<Result['again']> {
  const together = ({land, transform, release}: Awaited<ReturnType<typeof run>>) => land + transform + release
  const second = await run(data, sources)
  await rm(outlines)
  await appendFile(outlines, districtsText('Південний'))
  const third = await run(data, sources)
  return {unchanged: together(second), changed: together(third), madeAnew: third.madeAnew}
}

/** Lands, builds and seals, as one evening's run does. Seconds of each. */
async function run(data: string, sources: string, onLanded: () => Promise<void> = () => Promise.resolve()) {
  const city = town()
  const signal = new AbortController().signal
  const now = () => new Date()
  const seconds = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const began = performance.now()
    return [await work(), (performance.now() - began) / 1000]
  }
  const [, landing] = await seconds(async () => {
    for (const one of city.feeds)
      await land(city, one, data, sources, {
        sleep: () => Promise.resolve(),
        signal,
        now,
        onBytes: () => {},
        onRows: () => {},
      })
  })
  await onLanded()
  const landings: Landing[] = []
  for (const one of city.feeds)
    landings.push({
      city,
      feed: one,
      manifest: (await latestLanding(data, city.id, one.dataset.id))!,
      earlier: [],
    })
  const warehouse = await openWarehouse(data)
  try {
    const [built, transforming] = await seconds(async () =>
      build(
        warehouse,
        {models: await loadModels(), cities: [city], landings, data},
        {now, signal, onModel: () => {}},
      ),
    )
    const [, releasing] = await seconds(() =>
      release(warehouse, built, data, {
        now,
        signal,
        onTable: () => {},
        addArtefacts: () => Promise.resolve([]),
        artefactsVersion: 'none',
        reason: null,
        retention: defaultRetention,
      }),
    )
    return {
      land: landing,
      transform: transforming,
      release: releasing,
      madeAnew: built.models.filter(({isNew}) => isNew).length,
      models: built.models.length,
    }
  } finally {
    await warehouse.close()
  }
}

function town(): City {
  return defineCity({
    id: 'bench',
    name: {uk: 'Містечко', en: 'Town'},
    nameOf: {uk: 'Містечка', en: 'Town'},
    country: 'UA',
    isDemo: true,
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: [
      feed(appeals, {mirror: {path: 'appeals.csv', format: {kind: 'csv', delimiter: ';'}}}),
      feed(districts, {mirror: {path: 'districts.geojson', format: {kind: 'geojson'}}}),
    ],
  })
}

function districtsText(name: string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {katotth: 'UA99020010010110002', 'name:uk': name, 'name:en': 'North'},
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [30, 50],
              [31, 50],
              [31, 51],
              [30, 50],
            ],
          ],
        },
      },
    ],
  })
}

/**
 * Appeals of six years as the annex writes them: 160 kinds under 24 topics, a text of some 120 letters each; one in 64 does
 * not say when it came.
 */
async function writeAppeals(rows: number, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {memory_limit: '1GB'})
  const duck = await instance.connect()
  const received = `timestamp '2020-01-01 08:00:00' + to_minutes(cast(n * (6 * 365 * 1440.0 / ${rows}) as bigint))`
  await duck.run(
    `copy (
       select format('{}/{}', 2020 + n % 6, n) as uid,
         case when n % 64 > 0 then strftime(${received}, '%d.%m.%Y %H:%M') else 'невідомо' end as "receivedDateTime",
         strftime(${received} + interval 30 day, '%d.%m.%Y %H:%M') as "dueDateTime",
         case when n % 11 > 0 then strftime(${received} + to_minutes(cast(hash(n) % 40000 as bigint)), '%d.%m.%Y %H:%M') end as "closedDateTime",
         format('Тема {}', hash(n * 3) % 160 % 24) as kind, format('Вид {}', hash(n * 3) % 160) as type,
         case when n % 11 > 0 then 'Виконано' else 'В роботі' end as status, format('канал {}', n % 7) as "accrualMethod",
         format('КП «Виконавець {}»', hash(n * 5) % 40) as "organizationName", format('Район {}', n % 5) as "addressAdminUnitL5",
         30.2 + (hash(n * 11) % 600000) / 1e6 as lon, 50.2 + (hash(n * 13) % 600000) / 1e6 as lat,
         format('вул. Садова {}', n % 900) as "addressThoroughfare", cast(1 + n % 120 as varchar) as "addressLocatorDesignator",
         format('Просимо полагодити освітлення біля під''їзду {}, не працює з минулого тижня, темно й небезпечно', n % 9) as content
       from range(${rows}) t(n)
     ) to '${path}' (format csv, header, delimiter ';')`,
  )
  duck.closeSync()
  instance.closeSync()
}
