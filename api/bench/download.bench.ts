/**
 * Rows a second of a whole table of 1 M rows and 10 columns over HTTP, beside DuckDB's own COPY of the same rows
 * to a CSV file in the same run. `node api/bench/download.bench.ts [rows]`.
 */
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {buildApp} from '../src/app.ts'
import {listen} from '../src/server.ts'
import {sealRelease} from '../test/release-folder.ts'
import {many} from '../test/sample-tables.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const rounds = 5
const data = await mkdtemp(join(tmpdir(), 'hromada-bench-'))

try {
  await sealRelease(data, 'bench', {tables: [many(rows)]})
  const server = await listen(await buildApp({data}), {port: 0})
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const source = join(data, 'releases/bench/many.parquet')
  const target = join(data, 'copy.csv')

  const copy = async () => {
    await connection.run(`copy (from '${source}') to '${target}' (format csv)`)
    return (await stat(target)).size
  }
  const download =
    (path: string, headers: Record<string, string> = {}) =>
    async () => {
      const response = await fetch(`${server.address}/api/v1/tables/many.${path}`, {
        headers: {'accept-encoding': 'identity', ...headers},
      })
      let bytes = 0
      for await (const piece of response.body ?? []) bytes += piece.length
      return bytes
    }
  const ways: Record<string, () => Promise<number>> = {
    'COPY to a CSV file': copy,
    csv: download('csv'),
    'csv, gzip': download('csv', {'accept-encoding': 'gzip'}),
    'csv, br': download('csv', {'accept-encoding': 'br'}),
    'csv, sorted': download('csv?order=-days'),
    ndjson: download('ndjson'),
    json: download('json'),
    geojson: download('geojson'),
    arrow: download('arrow'),
    'parquet, a part': download('parquet?where=days>=0'),
    'parquet, the file': download('parquet'),
  }
  console.log(`${rows} rows, ${availableParallelism()} cores, Node ${process.version}, median of ${rounds}`)
  for (const [name, way] of Object.entries(ways)) {
    const seconds: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      bytes = await way()
      seconds.push((performance.now() - start) / 1000)
    }
    const median = seconds.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
    const perSecond = Math.round(rows / median).toLocaleString('en')
    console.log(
      `${name.padEnd(20)} ${perSecond.padStart(12)} rows/s ${(bytes / 1e6).toFixed(1).padStart(8)} MB`,
    )
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  connection.closeSync()
  instance.closeSync()
  await server.close()
} finally {
  await rm(data, {recursive: true, force: true})
}
