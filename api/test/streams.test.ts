import {open, readdir} from 'node:fs/promises'
import {type IncomingMessage, request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {pointAt, sealRelease} from './release-folder.ts'
import {many} from './sample-tables.ts'
import {type Served, serve} from './serve.ts'

const rows = 1_000_000
const logged: string[] = []

let served: Served
beforeAll(async () => {
  // Temporary files of these tests alone, to see that none is left.
  process.env.TMPDIR = temporaryFolder('hromada-streams')
  served = await serve(
    {tables: [many(rows)]},
    {
      downloads: 2,
      patienceMilliseconds: 50,
      logger: {level: 'warn', stream: {write: line => logged.push(line)}},
    },
  )
})
afterAll(() => served.close())

/** Begins a download and leaves it to the caller to read on. */
const begin = (path: string, headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage>((resolve, reject) =>
    request(served.address + path, {headers, agent: false}, resolve)
      .on('error', reject)
      .end(),
  )

async function readAll(response: IncomingMessage): Promise<{bytes: number; lines: number; last: string}> {
  let [bytes, lines, last] = [0, 0, Buffer.alloc(0)]
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++
    last = Buffer.concat([last, piece]).subarray(-300)
  }
  return {bytes, lines, last: last.toString('utf8').trimEnd().split('\n').at(-1) ?? ''}
}

const releaseServed = async () => ((await (await served.get('/readyz')).json()) as {release: string}).release

test('a release that is switched during a slow download gives the old bytes to the end', async () => {
  const slow = await begin('/api/v1/tables/many.csv')
  slow.pause()
  await sealRelease(served.data, 'second', {tables: [many(10)]})
  expect(await releaseServed()).toBe('second')
  const next = await begin('/api/v1/tables/many.csv')
  expect([next.headers['hromada-release'], (await readAll(next)).lines]).toEqual(['second', 11])
  const {lines, last} = await readAll(slow)
  expect(slow.headers['hromada-release']).toBe('first')
  expect(lines).toBe(rows + 1)
  expect(last).toMatch(/^A000999999,kyiv,/)
})

test.each([
  ['csv', 'ECONNRESET'],
  ['ndjson', 'ECONNRESET'],
  ['json', 'ECONNRESET'],
  ['geojson', 'ECONNRESET'],
  ['arrow', 'ECONNRESET'],
  ['parquet?where=days>=0', 500],
  ['csv?order=-days', 500],
])('a download of %s that breaks half-way does not end as if it were whole', async (path, expected) => {
  const id = `broken-${path.replaceAll(/\W/g, '')}`
  await sealRelease(served.data, id, {tables: [many(400_000)]})
  expect(await releaseServed()).toBe(id)
  const file = await open(join(served.data, `releases/${id}/many.parquet`), 'r+')
  const {size} = await file.stat()
  await file.write(Buffer.alloc(100_000, 7), 0, 100_000, Math.floor(size * 0.7))
  await file.close()

  for (const encoding of ['identity', 'gzip']) {
    const response = await begin(`/api/v1/tables/many.${path}`, {'accept-encoding': encoding})
    const outcome =
      response.statusCode === 200
        ? await readAll(response).then(
            () => 'whole',
            (error: NodeJS.ErrnoException) => error.code,
          )
        : response.statusCode
    expect([encoding, outcome]).toEqual([encoding, expected])
    await expect
      .poll(() => logged.splice(0).join(''))
      .toMatch(/A stream of 400000 rows ended after \d+|many\.parquet/)
    if (expected === 500) {
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect([response.headers['content-disposition'], response.headers.etag]).toEqual([undefined, undefined])
      let body = ''
      for await (const piece of response.setEncoding('utf8')) body += piece
      expect(body).toContain('The answer could not be made. The reason is in the log.')
      expect(body).not.toContain(served.data)
    }
  }
})

test('a client that goes away frees what it held, also the temporary files', async () => {
  await pointAt(served.data, 'first')
  for (const path of ['csv', 'arrow', 'json?order=days', 'parquet?where=days>=0', 'csv?order=-lon']) {
    const response = await begin(
      `/api/v1/tables/many.${path}`,
      path === 'csv' ? {'accept-encoding': 'gzip'} : {},
    )
    response.once('error', () => {})
    await new Promise(resolve => response.once('data', resolve))
    response.destroy()
  }
  const scratch = async () => (await readdir(tmpdir())).filter(name => name.startsWith('hromada-api-'))
  const [folder = ''] = await scratch()
  await expect.poll(() => readdir(join(tmpdir(), folder)), {timeout: 5000}).toEqual([])
  // A release that nobody reads any more is closed as soon as there is another one.
  await sealRelease(served.data, 'after', {tables: [many(10)]})
  expect(await releaseServed()).toBe('after')
  await expect.poll(scratch, {timeout: 5000}).toHaveLength(1)
  expect(await scratch()).not.toContain(folder)
})

test('who finds no place is told so, and others are served after', async () => {
  await pointAt(served.data, 'first')
  const held = [await begin('/api/v1/tables/many.csv'), await begin('/api/v1/tables/many.ndjson')]
  for (const response of held) response.pause()
  const refused = await served.get('/api/v1/tables/many.csv')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(refused.headers.get('content-disposition')).toBe(null)
  expect(await refused.json()).toMatchObject({code: 'TOO_BUSY'})
  const small = await served.get('/api/v1/tables/many.json?limit=10')
  expect(small.status).toBe(200)
  await small.arrayBuffer()
  for (const response of held) {
    response.once('error', () => {})
    response.destroy()
  }
  await expect
    .poll(async () => {
      const response = await begin('/api/v1/tables/many.csv')
      response.once('error', () => {}).destroy()
      return response.statusCode
    })
    .toBe(200)
})

test('memory stays flat however many rows are downloaded', async () => {
  await sealRelease(served.data, 'large', {tables: [many(1_500_000)]})
  const peak = async (path: string) => {
    let [bytes, highest] = [0, 0]
    for await (const piece of (await begin(path)) as AsyncIterable<Buffer>) {
      bytes += piece.length
      highest = Math.max(highest, process.memoryUsage.rss())
    }
    return {bytes, highest}
  }
  // The first downloads fill the database's own buffers.
  const part = encodeURIComponent("appeal_id<'A000400000'")
  for (const format of ['csv', 'arrow', 'json']) await peak(`/api/v1/tables/many.${format}?where=${part}`)
  const start = process.memoryUsage.rss()
  for (const format of ['csv', 'json', 'arrow']) {
    const {bytes, highest} = await peak(`/api/v1/tables/many.${format}`)
    expect(bytes).toBeGreaterThan(150e6)
    expect((highest - start) / 1e6, `${format}: growth in MB`).toBeLessThan(150)
  }
})
