import {createHash} from 'node:crypto'
import {createReadStream, existsSync} from 'node:fs'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {extname, join, resolve} from 'node:path'
import {
  cesiumAssets,
  type MapRows,
  type TileBuilding,
  writeBuildingTiles,
  writeMapTiles,
  writeVectorTiles,
} from '@hromada/twin'
import {DateDay, Table, tableToIPC, vectorFromArray} from 'apache-arrow'
import {build} from 'astro'
import type {TwinSetup} from '../setup.ts'

/** Rows of each published table, as plain values. */
export type TestTables = Record<string, Record<string, string | number | null | Date>[]>

export type TwinSite = {
  address: string
  /** Paths asked for, in order. */
  asked: string[]
  /** Seals a newer release, in which these tables have these rows; or goes back to the first one. */
  publish(changed: TestTables | null): void
  close(): Promise<void>
}

// The policy under which the portal serves its pages.
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' blob: data:; font-src 'self'; connect-src 'self' blob: data:; object-src 'none'"

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.glb': 'model/gltf-binary',
  '.png': 'image/png',
  '.mvt': 'application/vnd.mapbox-vector-tile',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/**
 * A page with the twin alone, built as the portal builds it, and a small server beside it: tables as Arrow bytes, tiles
 * from the tile writers, the engine's files, under the portal's own content security policy. For tests.
 */
export async function twinSite(
  setup: TwinSetup,
  tables: TestTables,
  buildings: TileBuilding[],
  map: MapRows,
): Promise<TwinSite> {
  const folder = await mkdtemp(join(tmpdir(), 'hromada-twin-'))
  await writeBuildingTiles(each(buildings), join(folder, `tiles/${setup.city.id}/buildings`))
  await writeMapTiles(setup.city.id, map, null, join(folder, `tiles/${setup.city.id}/map`))
  await writeVectorTiles(vectorRows(setup, map), join(folder, `tiles/${setup.city.id}/map/vector`))
  await writeFile(join(folder, 'setup.json'), JSON.stringify(setup))
  process.env.HROMADA_TWIN_SETUP = join(folder, 'setup.json')
  await alone(() =>
    build({
      configFile: false,
      root: join(import.meta.dirname, 'site'),
      outDir: join(folder, 'site'),
      cacheDir: join(folder, 'cache'),
      vite: {cacheDir: join(folder, 'vite')},
      build: {inlineStylesheets: 'never'},
      devToolbar: {enabled: false},
      logLevel: 'error',
    }),
  )

  const asked: string[] = []
  let current = tables
  let releases = 0
  const mounts = [
    ...cesiumAssets(),
    {prefix: '/tiles/', root: join(folder, 'tiles')},
    {prefix: '/', root: join(folder, 'site')},
  ]
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    asked.push(url.pathname)
    response.setHeader('content-security-policy', policy)
    const name = /^\/api\/v1\/tables\/(\w+)\.arrow$/.exec(url.pathname)?.[1]
    if (name) return sendArrow(response, current[name] ?? [], url.searchParams)
    if (url.pathname === '/api/v1/lineage') {
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify(lineageOf(url.searchParams.get('of') ?? '', setup.city.id)))
    }
    if (url.pathname === '/api/v1/tables') {
      response.setHeader('content-type', 'application/json')
      const hashed = Object.entries(current).map(([table, rows]) => ({
        name: table,
        sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      }))
      const release = releases === 0 ? setup.release.id : `${setup.release.id}-${releases}`
      return response.end(JSON.stringify({release, tables: hashed}))
    }
    const mount = mounts.find(({prefix}) => url.pathname.startsWith(prefix))!
    const file = resolve(mount.root, url.pathname.slice(mount.prefix.length) || 'index.html')
    if (!file.startsWith(mount.root) || !existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', mediaTypes[extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    publish(changed) {
      current = changed ? {...tables, ...changed} : tables
      releases = changed ? releases + 1 : 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      await rm(folder, {recursive: true})
    },
  }
}

/** The same streets and areas for vector tiles; each street has a name. */
function vectorRows({city: {id, name, bbox, isDemo}}: TwinSetup, map: MapRows) {
  const [west, south, east, north] = bbox
  return {
    city: {
      ...{id, name, nameEn: null, isDemo, residents: null, box: bbox},
      ...{lon: (west + east) / 2, lat: (south + north) / 2},
    },
    areas: map.areas.map((area, index) => ({...area, id: `a${index}`, name: null, nameEn: null})),
    roads: map.roads.map((road, index) => ({
      ...road,
      ...{
        id: `r${index}`,
        isOneway: false,
        streetId: null,
        name: 'просп. Тестовий',
        nameEn: 'Testovyi Avenue',
      },
    })),
    ...{tracks: [], buildings: [], addresses: [], districts: []},
  }
}

/** Builds share a folder of Astro's for what is half made: of tests that run side by side one builds at a time. */
async function alone<T>(act: () => Promise<T>): Promise<T> {
  const lock = join(
    tmpdir(),
    `hromada-twin-site-${createHash('sha256')
      .update(import.meta.dirname)
      .digest('hex')
      .slice(0, 12)}`,
  )
  const patience = Date.now() + 60_000
  // Whoever was killed while building left the lock behind.
  while (
    !(await mkdir(lock).then(
      () => true,
      () => Date.now() > patience,
    ))
  )
    await new Promise(resolve => setTimeout(resolve, 100))
  try {
    return await act()
  } finally {
    await rm(lock, {recursive: true, force: true})
  }
}

/** A lineage as the API answers it: one file, one model between. */
function lineageOf(table: string, city: string) {
  const file = `landing/${city}/${table}/1.parquet`
  return {
    release: '1',
    models: [
      {name: `stg_${table}`, columns: [{name: 'storeys', from: [`${file}#storeysAboveGround`]}]},
      {name: table, columns: [{name: 'levels', from: [`stg_${table}.storeys`]}]},
    ],
    files: [city, 'elsewhere'].map(one => ({
      ...{file, city: one, dataset: table, retrieved_at: '2026-11-21T08:00:00Z'},
      sources: [{address: `https://data.example/${one}.json`, sha256: 'd20ba695c86c57ad220d739e97f55fe1'}],
    })),
  }
}

/** Answers as the API does: columns by `select`, rows by `where column='value' and …`, at most `limit`. */
function sendArrow(response: ServerResponse, rows: TestTables[string], query: URLSearchParams): void {
  const conditions = [...(query.get('where') ?? '').matchAll(/(\w+)='((?:[^']|'')*)'/g)].map(
    ([, column, value]) => [column!, value!.replaceAll("''", "'")] as const,
  )
  const found = rows
    .filter(row => conditions.every(([column, value]) => asText(row[column]) === value))
    .slice(0, Number(query.get('limit') ?? Number.POSITIVE_INFINITY))
  const columns = query.get('select')?.split(',') ?? Object.keys(rows[0] ?? {})
  const vectors = columns.map(column => {
    const values = found.map(row => row[column] ?? null)
    const isDate = values.some(value => value instanceof Date)
    return [column, isDate ? vectorFromArray(values, new DateDay()) : vectorFromArray(values)] as const
  })
  response.setHeader('content-type', 'application/vnd.apache.arrow.stream')
  response.end(tableToIPC(new Table(Object.fromEntries(vectors)), 'stream'))
}

/** Dates as the API takes them in a condition. */
const asText = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}
