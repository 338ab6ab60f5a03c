import {once} from 'node:events'
import {mkdir, writeFile} from 'node:fs/promises'
import {request as ask} from 'node:http'
import {connect} from 'node:net'
import {join} from 'node:path'
import {text as readText} from 'node:stream/consumers'
import {brotliCompressSync, brotliDecompressSync, gunzipSync} from 'node:zlib'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {appeals, demoBudget, many} from './sample-tables.ts'
import {type Served, serve} from './serve.ts'

const tileset = JSON.stringify({asset: {version: '1.1'}})
const tileJson = JSON.stringify({tilejson: '3.0.0', name: 'x', tiles: ['{z}/{x}/{y}.mvt'], minzoom: 10})
let served: Served
beforeAll(async () => {
  const files = {
    'tiles/the-hague/tileset.json': tileset,
    'tiles/the-hague/0.glb': 'glTF0123456789',
    'tiles/x/map/vector/tiles.json': tileJson,
    'tiles/x/map/vector/14/1/2.mvt': 'vector'.repeat(1000),
    'terrain/x/0/0/0.terrain': '',
    'terrain/x/0/1/0.terrain': 'mesh'.repeat(1000),
  }
  served = await serve({tables: [appeals, demoBudget, many(50_000)], files})
})
afterAll(() => served.close())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  served.get(path, {headers, method})
const problem = async (response: Response) => (await response.json()) as {code: string; detail: string}

const dataRoutes = [
  '/api/v1/catalog',
  '/api/v1/datasets/appeals',
  '/api/v1/tables',
  '/api/v1/tables/appeals',
  '/api/v1/tables/appeals.csv',
  '/api/v1/tables/appeals.json?city=kyiv',
  '/api/v1/tables/appeals.ndjson',
  '/api/v1/tables/appeals.geojson',
  '/api/v1/tables/appeals.arrow',
  '/api/v1/tables/appeals.parquet',
  '/api/v1/tables/appeals.parquet?city=kyiv',
  '/tiles/the-hague/tileset.json',
  '/tiles/x/map/vector/tiles.json',
  '/tiles/x/map/vector/14/1/2.mvt',
  '/terrain/x/0/0/0.terrain',
]

test.each(dataRoutes)('%s has a strong ETag, names its release and answers 304', async path => {
  const first = await get(path)
  expect(first.status).toBe(200)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[0-9a-f]{40,64}"$/)
  expect(first.headers.get('hromada-release')).toBe('first')
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  await first.arrayBuffer()
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*', etag.replace(/"$/, '-br"')]) {
    const second = await get(path, {'if-none-match': held})
    expect([held, second.status, await second.text()]).toEqual([held, 304, ''])
    expect(second.headers.get('etag')).toContain(etag.slice(1, -1))
  }
  const other = await get(path, {'if-none-match': '"other"'})
  expect(other.status).toBe(200)
  await other.arrayBuffer()
})

test.each(dataRoutes)('HEAD %s has the headers of GET and no body', async path => {
  const [head, whole] = [await get(path, {}, 'HEAD'), await get(path)]
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  const body = await whole.arrayBuffer()
  for (const name of ['etag', 'content-type', 'content-disposition', 'hromada-row-count', 'vary'])
    expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)])
  const length = head.headers.get('content-length')
  if (length !== null) expect(Number(length)).toBe(body.byteLength)
})

test('the same question in other words has the same ETag, another question another', async () => {
  const etag = async (query: string) =>
    (await get(`/api/v1/tables/budget_totals.csv?${query}`)).headers.get('etag')
  expect(await etag('where=executed_uah>=1.50')).toBe(await etag("where=executed_uah >= '+1.5'"))
  expect(await etag('year>=2024')).toBe(await etag('where=year>=2024'))
  const others = [
    'year>=2024',
    'year>=2025',
    'year>2024',
    'year=2024',
    'limit=2024',
    'order=year',
    'order=-year',
    'select=year',
    '',
  ]
  expect(new Set(await Promise.all(others.map(etag))).size).toBe(others.length)
})

test('a Parquet file is read in ranges', async () => {
  const path = '/api/v1/tables/many.parquet'
  const whole = new Uint8Array(await (await get(path)).arrayBuffer())
  const size = whole.length
  const etag = (await get(path, {}, 'HEAD')).headers.get('etag') ?? ''
  for (const [range, start, end] of [
    ['bytes=0-3', 0, 3],
    ['bytes=-8', size - 8, size - 1],
    [`bytes=${size - 4}-`, size - 4, size - 1],
    [`bytes=4-${size * 2}`, 4, size - 1],
  ] as const) {
    const part = await get(path, {range})
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end}/${size}`)
    expect(part.headers.get('content-length')).toBe(String(end - start + 1))
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(start, end + 1))).toBe(true)
  }
  const [matching, stale] = [
    await get(path, {range: 'bytes=0-3', 'if-range': etag}),
    await get(path, {range: 'bytes=0-3', 'if-range': '"old"'}),
  ]
  expect([matching.status, (await matching.arrayBuffer()).byteLength]).toEqual([206, 4])
  expect([stale.status, (await stale.arrayBuffer()).byteLength]).toEqual([200, size])
  for (const range of ['bytes=0-3,8-9', 'bytes=5-2', 'lines=1-2', 'bytes=-'])
    expect([range, (await get(path, {range})).status]).toEqual([range, 200])
  for (const range of [`bytes=${size}-`, 'bytes=-0']) {
    const none = await get(path, {range})
    expect(none.status).toBe(416)
    expect(none.headers.get('content-range')).toBe(`bytes */${size}`)
    expect((await problem(none)).code).toBe('RANGE_NOT_SATISFIABLE')
  }
  const head = await get(path, {range: 'bytes=0-3'}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
    206,
    '4',
    'bytes',
  ])
})

test('text is compressed for those who take it, under an ETag of its own', async () => {
  const path = '/api/v1/tables/many.csv?limit=3000'
  const plain = Buffer.from(await (await get(path)).arrayBuffer())
  const decoders = {br: brotliDecompressSync, gzip: gunzipSync}
  for (const [encoding, decode] of Object.entries(decoders)) {
    const {statusCode, headers, rawPayload} = await served.app.inject({
      url: path,
      headers: {'accept-encoding': `${encoding}, deflate`},
    })
    expect([statusCode, headers['content-encoding'], headers.vary]).toEqual([
      200,
      encoding,
      'Accept-Encoding',
    ])
    expect(headers.etag).toMatch(new RegExp(`-${encoding}"$`))
    expect(rawPayload.length).toBeLessThan(plain.length / 3)
    expect(decode(rawPayload).equals(plain)).toBe(true)
    const again = await served.app.inject({
      url: path,
      headers: {'accept-encoding': encoding, 'if-none-match': String(headers.etag)},
    })
    expect([again.statusCode, again.headers.etag]).toEqual([304, headers.etag])
  }
  for (const refused of ['identity', 'br;q=0, gzip;q=0', '', 'deflate'])
    expect(
      (await served.app.inject({url: path, headers: {'accept-encoding': refused}})).headers[
        'content-encoding'
      ],
    ).toBe(undefined)
  const liked = {headers: {'accept-encoding': 'br;q=0.5, gzip;q=0.8'}, url: path}
  expect((await served.app.inject(liked)).headers['content-encoding']).toBe('gzip')
  const parquet = {headers: {'accept-encoding': 'gzip'}, url: '/api/v1/tables/many.parquet'}
  expect((await served.app.inject(parquet)).headers['content-encoding']).toBe(undefined)
  const tables = await served.app.inject({url: '/api/v1/tables', headers: {'accept-encoding': 'gzip'}})
  expect(JSON.parse(gunzipSync(tables.rawPayload).toString()).tables).toHaveLength(3)
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused', async method => {
  for (const path of [
    '/api/v1/tables',
    '/api/v1/tables/appeals.csv',
    '/api/nowhere',
    '/healthz',
    '/tiles/the-hague/0.glb',
  ]) {
    const response = await served.get(path, {
      method,
      body: '{"a":',
      headers: {'content-type': 'application/json'},
    })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect((await problem(response)).code).toBe('METHOD_NOT_ALLOWED')
  }
})

test('a browser of another site may ask', async () => {
  const response = await get(
    '/api/v1/tables/appeals.parquet',
    {
      origin: 'https://example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'range',
    },
    'OPTIONS',
  )
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-headers')).toContain('Range')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
})

test.each([
  ['/api', 404, 'ROUTE_NOT_FOUND'],
  ['/api/v2/tables', 404, 'ROUTE_NOT_FOUND'],
  ['/api/v1/tables/', 404, 'TABLE_NOT_FOUND'],
  ['/api/v1/tables/nothing', 404, 'TABLE_NOT_FOUND'],
  ['/api/v1/tables/nothing.csv', 404, 'TABLE_NOT_FOUND'],
  ['/api/v1/tables/constructor.csv', 404, 'TABLE_NOT_FOUND'],
  ['/api/v1/tables/appeals.xlsx', 404, 'FORMAT_NOT_FOUND'],
  ['/api/v1/tables/appeals.toString', 404, 'FORMAT_NOT_FOUND'],
  ['/api/v1/tables/appeals.csv.gz', 404, 'TABLE_NOT_FOUND'],
  ['/api/v1/datasets/nothing', 404, 'DATASET_NOT_FOUND'],
  ['/api/v1/errors/NOTHING', 404, 'ERROR_NOT_FOUND'],
  ['/api/v1/tables/%zz', 400, 'INVALID_REQUEST'],
  ['/tiles/nothing.glb', 404, 'FILE_NOT_FOUND'],
  ['/tiles/', 404, 'FILE_NOT_FOUND'],
  ['/tiles/..%2Fappeals.parquet', 404, 'FILE_NOT_FOUND'],
  ['/tiles/%2e%2e/manifest.json', 404, 'ROUTE_NOT_FOUND'],
  ['/nothing', 404, 'ROUTE_NOT_FOUND'],
])('%s is %i %s', async (path, status, code) => {
  const response = await get(path)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(await response.json()).toMatchObject({status, code, type: `/api/v1/errors/${code}`})
  expect(response.status).toBe(status)
})

test('a refusal names the tables there are', async () => {
  expect((await problem(await get('/api/v1/tables/appeal'))).detail).toBe(
    'There is no table "appeal". Published tables: appeals, budget_totals, many.',
  )
})

/** Sends bytes on a bare connection and gathers what comes back. */
async function exchange(bytes: string): Promise<string> {
  const {port, hostname} = new URL(served.address)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.end(bytes)
  let answer = ''
  for await (const piece of socket.setEncoding('utf8')) answer += piece
  return answer
}

test.each([
  ['nonsense\r\n\r\n', '400 Bad Request', 'INVALID_REQUEST'],
  [
    'GET /api/v1/tables/appeals.csv?city=одеса HTTP/1.1\r\nHost: x\r\n\r\n',
    '400 Bad Request',
    'INVALID_REQUEST',
  ],
  [
    `GET /api/v1/tables/appeals.csv?city=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    '431 Request Header Fields Too Large',
    'REQUEST_TOO_LONG',
  ],
])('what is not HTTP is refused with a problem, too', async (bytes, status, code) => {
  const answer = await exchange(bytes)
  expect(answer).toContain(`HTTP/1.1 ${status}\r\nContent-Type: application/problem+json`)
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({code})
})

test('files of the release have their media types', async () => {
  const [json, glb, terrain] = [
    await get('/tiles/the-hague/tileset.json'),
    await get('/tiles/the-hague/0.glb'),
    await get('/terrain/x/0/0/0.terrain'),
  ]
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await json.text()).toBe(tileset)
  expect(glb.headers.get('content-type')).toBe('model/gltf-binary')
  expect(terrain.headers.get('content-type')).toBe('application/vnd.quantized-mesh')
  expect([terrain.headers.get('content-length'), await terrain.text()]).toEqual(['0', ''])
  expect(await (await get('/tiles/the-hague/0.glb', {range: 'bytes=4-5'})).text()).toBe('01')
})

test('a TileJSON has whole addresses of its tiles, and they lead to them', async () => {
  const response = await get('/tiles/x/map/vector/tiles.json')
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const description = (await response.json()) as {tiles: string[]}
  const [template] = description.tiles as [string]
  expect(description).toEqual({...JSON.parse(tileJson), tiles: [template]})
  expect(template).toBe(`${served.address}/tiles/x/map/vector/{z}/{x}/{y}.mvt`)
  const tile = await fetch(template.replace('{z}', '14').replace('{x}', '1').replace('{y}', '2'))
  expect(tile.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
  expect(await tile.text()).toBe('vector'.repeat(1000))
  expect((await get('/tiles/x/map/vector/14/1/3.mvt')).status).toBe(404)

  const past = await get('/tiles/x/map/vector/tiles.json?as_of=first')
  expect(((await past.json()) as {tiles: string[]}).tiles).toEqual([`${template}?as_of=first`])
  expect(past.headers.get('etag')).not.toBe(response.headers.get('etag'))
})

test.each([
  ['data.example.org', 'https', 'https://data.example.org'],
  ['data.example.org', 'https, http', 'https://data.example.org'],
  ['data.example.org:8443', 'http', 'http://data.example.org:8443'],
  ['[::1]:8080', 'http', 'http://[::1]:8080'],
  ['data.example.org', 'javascript', 'http://data.example.org'],
  ['evil.example/x?', 'http', 'http://localhost'],
  ['a"><script>', 'http', 'http://localhost'],
  ['user@evil.example', 'http', 'http://localhost'],
])('asked as %s over %s, a TileJSON has tiles at %s', async (host, scheme, origin) => {
  const {body, headers} = await new Promise<{body: string; headers: Record<string, unknown>}>(
    (resolve, fail) => {
      const {port, hostname} = new URL(served.address)
      const path = '/tiles/x/map/vector/tiles.json'
      ask({port, hostname, path, headers: {host, 'x-forwarded-proto': scheme}}, async response => {
        resolve({body: await readText(response), headers: response.headers})
      })
        .on('error', fail)
        .end()
    },
  )
  expect(JSON.parse(body).tiles).toEqual([`${origin}/tiles/x/map/vector/{z}/{x}/{y}.mvt`])
  // Other bytes have another tag, and a cache has to ask before it hands them to somebody else.
  const usual = await get('/tiles/x/map/vector/tiles.json')
  expect(headers.etag).not.toBe(usual.headers.get('etag'))
  expect(headers['cache-control']).toBe('public, no-cache')
})

test('vector tiles go compressed', async () => {
  const {headers, rawPayload} = await served.app.inject({
    url: '/tiles/x/map/vector/14/1/2.mvt',
    headers: {'accept-encoding': 'gzip'},
  })
  expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
  expect(gunzipSync(rawPayload).toString()).toBe('vector'.repeat(1000))
})

test('meshes go compressed, for those who take it, and small ones as they are', async () => {
  const path = '/terrain/x/0/1/0.terrain'
  const {headers, rawPayload} = await served.app.inject({url: path, headers: {'accept-encoding': 'br, gzip'}})
  expect([headers['content-type'], headers['content-encoding'], headers.vary]).toEqual([
    'application/vnd.quantized-mesh',
    'br',
    'Accept-Encoding',
  ])
  expect(brotliDecompressSync(rawPayload).toString()).toBe('mesh'.repeat(1000))
  expect(rawPayload.length).toBeLessThan(400)
  const plain = await served.app.inject({url: path})
  expect([plain.headers['content-encoding'], plain.headers['content-length']]).toEqual([undefined, '4000'])
  const small = await served.app.inject({url: '/tiles/the-hague/0.glb', headers: {'accept-encoding': 'br'}})
  expect([small.headers['content-encoding'], small.payload]).toEqual([undefined, 'glTF0123456789'])
})

test('files are compressed on their way, and those that lie there compressed are taken as they are', async () => {
  const root = temporaryFolder('hromada-files')
  const text = 'шар '.repeat(2000)
  await writeFile(join(root, 'worker.js'), text)
  await writeFile(join(root, 'decoder.wasm'), text)
  await writeFile(join(root, 'engine.js'), text)
  await writeFile(join(root, 'engine.js.br'), brotliCompressSync('made beforehand'))
  const files = await serve({tables: [appeals]}, {mounts: [{prefix: '/', root}]})
  try {
    const ask = (name: string, headers: Record<string, string> = {}) =>
      files.app.inject({url: `/${name}`, headers: {'accept-encoding': 'gzip, br', ...headers}})
    for (const name of ['worker.js', 'decoder.wasm']) {
      const answer = await ask(name)
      expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual(['br', 'Accept-Encoding'])
      expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(text)
      const again = await ask(name, {'if-none-match': String(answer.headers.etag)})
      expect([again.statusCode, again.payload]).toEqual([304, ''])
      expect((await files.app.inject(`/${name}`)).payload).toBe(text)
    }
    const engine = await ask('engine.js')
    expect([engine.headers['content-encoding'], engine.headers['content-type']]).toEqual([
      'br',
      'application/javascript; charset=utf-8',
    ])
    expect(brotliDecompressSync(engine.rawPayload).toString()).toBe('made beforehand')
  } finally {
    await files.close()
  }
})

test('pages get the strict content security policy', async () => {
  const root = temporaryFolder('hromada-pages')
  await mkdir(join(root, 'cesium'))
  await writeFile(join(root, 'style.css'), 'body {}')
  await writeFile(join(root, 'cesium/worker.js'), 'self')
  const asked: string[] = []
  const pages = await serve(
    {tables: [appeals]},
    {
      mounts: [
        {prefix: '/cesium/', root: join(root, 'cesium'), isImmutable: true},
        {prefix: '/', root},
      ],
      fallback: (request, response) => {
        asked.push(`${request.method} ${request.url}`)
        let body = ''
        request.setEncoding('utf8').on('data', piece => {
          body += piece
        })
        request.on('end', () => response.writeHead(200, {'content-type': 'text/html'}).end(`<p>${body}`))
      },
    },
  )
  try {
    const page = await pages.get('/en/budget?year=2024')
    expect(await page.text()).toBe('<p>')
    expect(page.headers.get('content-security-policy')).toContain(
      "script-src 'self' 'wasm-unsafe-eval';worker-src 'self' blob:",
    )
    expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    expect(page.headers.get('access-control-allow-origin')).toBe(null)
    expect(await (await pages.get('/style.css')).text()).toBe('body {}')
    const worker = await pages.get('/cesium/worker.js')
    expect(await worker.text()).toBe('self')
    expect(worker.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const form = await pages.get('/form', {
      method: 'POST',
      body: 'a=b',
      headers: {'content-type': 'text/plain'},
    })
    expect(await form.text()).toBe('<p>a=b')
    expect(await (await pages.get('/')).text()).toBe('<p>')
    expect((await pages.get('/api/nothing')).status).toBe(404)
    expect((await pages.get('/api/v1/tables')).status).toBe(200)
    expect(asked).toEqual(['GET /en/budget?year=2024', 'POST /form', 'GET /'])
  } finally {
    await pages.close()
  }
})
