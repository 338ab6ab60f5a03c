import {spawnSync} from 'node:child_process'
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {loadCities} from '@hromada/datasets'
import {realData} from '../../.config/real-data.ts'

const copies = 20
const rounds = 3
// At least 0.65 of the speed of the database alone.
const limits = {ratio: 1 / 0.65, peakMegabytes: 2000}

/**
 * Lands a year of Boston's appeals twenty times over (2.4 M records, 1.2 GB) and holds it against DuckDB's own
 * read_csv → Parquet of the same file. Each runs in a process of its own, in turns; ratios of medians count.
 */
const role = process.argv[2]
if (role === 'duckdb' || role === 'land') await worker(role, process.argv[3]!)
else process.exitCode = await compare()

async function compare(): Promise<number> {
  const data = realData()
  if (!data) return 0
  const folder = await mkdtemp(join(tmpdir(), 'land-bench-'))
  try {
    const file = join(folder, 'appeals.csv')
    await repeat(join(data, 'appeals/boston_311_2015_merged.csv.gz'), file)
    console.log(`${((await stat(file)).size / 1e6).toFixed(0)} MB of CSV, ${rounds} rounds, in turns`)
    const seconds: Record<string, number[]> = {duckdb: [], land: []}
    const peaks: Record<string, number> = {duckdb: 0, land: 0}
    for (let round = 0; round < rounds; round++)
      for (const name of ['duckdb', 'land'] as const) {
        const run = spawnSync(process.execPath, [import.meta.filename, name, folder], {encoding: 'utf8'})
        if (run.status !== 0) throw new Error(run.stderr)
        const result = JSON.parse(run.stdout) as {seconds: number; peakMegabytes: number; rows: number}
        seconds[name]!.push(result.seconds)
        peaks[name] = Math.max(peaks[name]!, result.peakMegabytes)
        console.log(
          `  ${name.padEnd(6)} ${result.rows} rows  ${result.seconds.toFixed(1)} s  peak ${result.peakMegabytes.toFixed(0)} MB`,
        )
      }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
    const ratio = median(seconds.land!) / median(seconds.duckdb!)
    const isFine = ratio <= limits.ratio && peaks.land! <= limits.peakMegabytes
    console.log(
      `land / duckdb: ${ratio.toFixed(2)} (at most ${limits.ratio.toFixed(2)}); peak ${peaks.land!.toFixed(0)} MB ` +
        `(at most ${limits.peakMegabytes}): ${isFine ? 'fine' : 'TOO MUCH'}`,
    )
    return isFine ? 0 : 1
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** The file without its header, again and again. */
async function repeat(source: string, target: string) {
  const body = async function* () {
    for (let copy = 0; copy < copies; copy++) {
      let header = copy > 0
      for await (const chunk of createReadStream(source).pipe(createGunzip()) as AsyncIterable<Buffer>) {
        const start = header ? chunk.indexOf(10) + 1 : 0
        header = false
        yield chunk.subarray(start)
      }
    }
  }
  await pipeline(Readable.from(body()), createWriteStream(target))
}

/** The work alone counts, not the loading of the program. */
async function worker(name: 'duckdb' | 'land', folder: string) {
  const work = name === 'duckdb' ? await copyWithDuckDB(folder) : await landIt(folder)
  const began = performance.now()
  const rows = await work()
  const seconds = (performance.now() - began) / 1000
  console.log(JSON.stringify({rows, seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024}))
}

async function copyWithDuckDB(folder: string): Promise<() => Promise<number>> {
  const {DuckDBInstance} = await import('@duckdb/node-api')
  const duck = await (await DuckDBInstance.create()).connect()
  return async () => {
    const reader = await duck.runAndReadAll(
      `copy (select * from read_csv('${folder}/appeals.csv')) to '${folder}/baseline.parquet' (format parquet)`,
    )
    return Number(reader.getRowObjectsJS()[0]?.Count)
  }
}

async function landIt(folder: string): Promise<() => Promise<number>> {
  const {land} = await import('../src/index.ts')
  const city = (await loadCities()).get('boston')!
  const feed = {
    ...city.feeds[0]!,
    mirror: {path: 'appeals.csv', format: {kind: 'csv', delimiter: ','} as const},
  }
  const lake = join(folder, 'lake')
  await rm(lake, {recursive: true, force: true})
  return async () => {
    const {manifest} = await land(city, feed, lake, folder, {
      sleep: () => Promise.resolve(),
      signal: new AbortController().signal,
      onBytes: () => {},
      now: () => new Date(),
      onRows: () => {},
    })
    return manifest.records.landed
  }
}
