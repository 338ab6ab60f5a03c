import {readdir, readFile, writeFile} from 'node:fs/promises'
import type {ServerResponse} from 'node:http'
import {join} from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {openTransport} from '../../src/fetchers/network/open-transport.ts'
import {type Asked, publisher} from './publisher.fixture.ts'

const csv = {format: {kind: 'csv'}} as const
const at = (...urls: string[]) => ({kind: 'http', urls}) as const

/** What lies in the folder besides the journal. */
const filesIn = async (folder: string) =>
  (await readdir(folder)).filter(name => name !== 'fetched.ndjson').sort()

test('a file arrives whole, and is asked for again only if it has changed', async () => {
  const {fetchGuarded, origin, asked, texts, files} = await publisher(({headers}, response) => {
    if (headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
    response
      .writeHead(200, {etag: '"v1"', 'last-modified': 'Sat, 21 Nov 2026 08:00:00 GMT'})
      .end('a;b\n1;2\n')
  })
  const source = at(`${origin}/file.csv`)
  const first = await fetchGuarded(source, csv)
  expect(first).toEqual([
    {
      path: join(files, '0001'),
      address: `${origin}/file.csv`,
      etag: '"v1"',
      lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT',
    },
  ])
  expect(await texts(first)).toEqual(['a;b\n1;2\n'])
  expect(await fetchGuarded(source, csv)).toEqual(first)
  expect(asked[1]?.headers['if-modified-since']).toBe('Sat, 21 Nov 2026 08:00:00 GMT')
})

test('a file that is no longer there, or not whole, is fetched anew and not believed to be unchanged', async () => {
  const {fetchGuarded, origin, asked, texts, files} = await publisher((_, response) =>
    response.writeHead(200, {etag: '"v1"'}).end('a;b\n1;2\n'),
  )
  await fetchGuarded(at(`${origin}/file.csv`), csv)
  await writeFile(join(files, '0001'), 'a;b')
  expect(await texts(await fetchGuarded(at(`${origin}/file.csv`), csv))).toEqual(['a;b\n1;2\n'])
  expect(asked[1]?.headers['if-none-match']).toBeUndefined()
})

test('a server in trouble is asked again, later each time', async () => {
  let left = 3
  const {fetchGuarded, origin, waits, texts} = await publisher((_, response) =>
    left-- > 0 ? response.writeHead(503).end() : response.end('a\n1\n'),
  )
  expect(await texts(await fetchGuarded(at(`${origin}/x`), {...csv, random: () => 0.5}))).toEqual(['a\n1\n'])
  // 2, 4 and 8 seconds, of which jitter takes a half at most, and here a quarter.
  expect(waits).toEqual([1500, 3000, 6000])
})

test('one that stays in trouble is given up, with the number of tries', async () => {
  const {fetchGuarded, origin, asked} = await publisher((_, response) =>
    response.writeHead(500, {'content-type': 'application/json'}).end('{"message": "out of memory"}'),
  )
  await expect(fetchGuarded(at(`${origin}/x`), csv)).rejects.toThrow(
    `${origin}/x could not be fetched (5 tries): the server answers 500 Internal Server Error: {"message": "out of memory"}. Check the network, or point --sources at a folder that holds a copy.`,
  )
  expect(asked).toHaveLength(5)
})

test.each([
  ['in seconds', '7'],
  ['as a date', 'Sat, 21 Nov 2026 12:00:07 GMT'],
  ['as a date of the old form', 'Saturday, 21-Nov-26 12:00:07 GMT'],
])('a server that asks for a pause %s gets it', async (_, header) => {
  let left = 1
  const {fetchGuarded, origin, waits} = await publisher((_asked, response) =>
    left-- > 0 ? response.writeHead(429, {'retry-after': header}).end() : response.end('a\n1\n'),
  )
  await fetchGuarded(at(`${origin}/x`), csv)
  expect(waits).toEqual([7000])
})

test('a pause that is asked for in words nobody understands is ten seconds', async () => {
  let left = 1
  const {fetchGuarded, origin, waits} = await publisher((_asked, response) =>
    left-- > 0 ? response.writeHead(429, {'retry-after': 'soon'}).end() : response.end('a\n1\n'),
  )
  await fetchGuarded(at(`${origin}/x`), csv)
  expect(waits).toEqual([10_000])
})

test('a pause of hours is not waited for: the person is told until when', async () => {
  const {fetchGuarded, origin, waits} = await publisher((_, response) =>
    response.writeHead(429, {'retry-after': '7200'}).end(),
  )
  await expect(fetchGuarded(at(`${origin}/x`), csv)).rejects.toThrow(
    'the server answers 429 Too Many Requests. Run it again after 2026-11-21 14:00 UTC.',
  )
  expect(waits).toEqual([])
})

test.each([
  [404, 'Not Found', 'Correct the address'],
  [400, 'Bad Request', 'Correct the address'],
  [401, 'Unauthorized', 'Correct the address'],
  [501, 'Not Implemented', 'Check the network'],
])('status %i is told at once', async (status, words, advice) => {
  const {fetchGuarded, origin, waits} = await publisher((_, response) => response.writeHead(status).end())
  await expect(fetchGuarded(at(`${origin}/x`), csv)).rejects.toThrow(
    new RegExp(`\\(1 try\\): the server answers ${status} ${words}\\. ${advice}`),
  )
  expect(waits).toEqual([])
})

test('a server that falls silent is not waited for', async () => {
  const {fetchGuarded, origin, asked} = await publisher((_, response) => {
    response.writeHead(200)
    response.write('a;b\n')
  })
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, limits: {silence: 100, tries: 2}})).rejects.toThrow(
    '(2 tries): nothing came for 0.1 s',
  )
  expect(asked).toHaveLength(2)
})

test('one that never says a word is not waited for either', async () => {
  const {fetchGuarded, origin} = await publisher(() => {})
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, limits: {silence: 100, tries: 1}})).rejects.toThrow(
    'nothing came for 0.1 s',
  )
})

test('a slow one is, as long as something comes', async () => {
  const {fetchGuarded, origin, texts} = await publisher(async (_, response) => {
    for (const piece of ['a;', 'b\n', '1;', '2\n']) {
      response.write(piece)
      await new Promise(resolve => setTimeout(resolve, 60))
    }
    response.end()
  })
  const files = await fetchGuarded(at(`${origin}/x`), {...csv, limits: {silence: 150}})
  expect(await texts(files)).toEqual(['a;b\n1;2\n'])
})

test('but not for ever', async () => {
  const {fetchGuarded, origin} = await publisher((_, response) => drip(response))
  await expect(
    fetchGuarded(at(`${origin}/x`), {...csv, limits: {silence: 1000, whole: 300}}),
  ).rejects.toThrow('(1 try): it took more than 0.3 s')
})

test('a host that cannot be reached is given up', async () => {
  const {fetch} = await publisher(() => {})
  const transport = openTransport(() => new Promise(() => {}))
  await expect(
    fetch(at('http://data.example/x'), {...csv, transport, limits: {connect: 50, tries: 2}}),
  ).rejects.toThrow('(2 tries): no connection within 0.05 s')
})

test('a host that does not exist is told at once', async () => {
  const {fetch} = await publisher(() => {})
  const transport = openTransport(() =>
    Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), {code: 'ENOTFOUND'})),
  )
  await expect(fetch(at('http://data.example/x'), {...csv, transport})).rejects.toThrow(
    '(1 try): there is no such host',
  )
})

test('whoever stops the run stops the fetch, and the files stay as they were', async () => {
  const abort = new AbortController()
  const {fetchGuarded, origin, files} = await publisher((_, response) => {
    drip(response)
    setTimeout(() => abort.abort(new Error('Interrupted.')), 60)
  })
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, signal: abort.signal})).rejects.toThrow(
    'Interrupted.',
  )
  expect(await filesIn(files)).toEqual([])
})

test('a file that breaks off again and again leaves nothing behind', async () => {
  const {fetchGuarded, origin, files} = await publisher((_, response) => {
    response.writeHead(200, {'content-length': '1000'})
    response.write('half')
    setImmediate(() => response.destroy())
  })
  await expect(fetchGuarded(at(`${origin}/x`), csv)).rejects.toThrow('(5 tries): it broke off')
  expect(await filesIn(files)).toEqual([])
})

test.each([
  ['breaks off in chunks', '\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n'],
  ['has less than it announced', '\r\nContent-Length: 9\r\n\r\nabcd'],
  ['has more than it announced', '\r\nContent-Length: 4\r\n\r\nabcdefgh'],
])('a body that %s is not taken for whole', async (_, rest) => {
  const {fetchGuarded, origin, files} = await publisher((_asked, response) => {
    response.socket?.end(`HTTP/1.1 200 OK${rest}`)
  })
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, limits: {tries: 2}})).rejects.toThrow('(2 tries): ')
  expect(await filesIn(files)).toEqual([])
})

/** Serves ranges of a file as RFC 9110 has it, breaking off after so many bytes of an answer. */
const rangesOf =
  (content: () => {text: Buffer; etag: string}, breakAfter: () => number) =>
  ({headers}: Asked, response: ServerResponse) => {
    const {text, etag} = content()
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0)
    const isRange = headers.range !== undefined && headers['if-range'] === etag
    if (isRange && from >= text.length) return response.writeHead(416).end()
    const body = isRange ? text.subarray(from) : text
    response.writeHead(isRange ? 206 : 200, {
      etag,
      'content-length': body.length,
      ...(isRange ? {'content-range': `bytes ${from}-${text.length - 1}/${text.length}`} : {}),
    })
    const bytes = breakAfter()
    if (bytes >= body.length) return response.end(body)
    response.write(body.subarray(0, bytes))
    setTimeout(() => response.destroy(), 20)
  }

test('a file that broke off is gone on with where it did', async () => {
  const text = Buffer.from('0123456789'.repeat(10))
  const {fetchGuarded, origin, asked, texts} = await publisher(
    rangesOf(
      () => ({text, etag: '"v1"'}),
      () => 40,
    ),
  )
  expect(await texts(await fetchGuarded(at(`${origin}/x`), csv))).toEqual([text.toString()])
  expect(asked.map(({headers}) => [headers.range, headers['if-range']])).toEqual([
    [undefined, undefined],
    ['bytes=40-', '"v1"'],
    ['bytes=80-', '"v1"'],
  ])
})

test('the next run goes on with it, too', async () => {
  const text = Buffer.from('0123456789'.repeat(10))
  let most = 30
  const {fetchGuarded, origin, asked, texts} = await publisher(
    rangesOf(
      () => ({text, etag: '"v1"'}),
      () => most,
    ),
  )
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, limits: {tries: 1}})).rejects.toThrow('it broke off')
  most = 1000
  expect(await texts(await fetchGuarded(at(`${origin}/x`), csv))).toEqual([text.toString()])
  expect(asked.map(({headers}) => headers.range)).toEqual([undefined, 'bytes=30-'])
})

test('a file that changed meanwhile is taken from the start', async () => {
  const versions = [
    {text: Buffer.from('old '.repeat(20)), etag: '"v1"'},
    {text: Buffer.from('new '.repeat(20)), etag: '"v2"'},
  ]
  let asked = 0
  const {fetchGuarded, origin, texts} = await publisher(
    rangesOf(
      () => versions[asked++ === 0 ? 0 : 1]!,
      () => (asked === 1 ? 40 : 1000),
    ),
  )
  expect(await texts(await fetchGuarded(at(`${origin}/x`), csv))).toEqual(['new '.repeat(20)])
})

test.each([
  ['of another version', {etag: '"v2"', 'content-range': 'bytes 4-7/8'}],
  ['that begins elsewhere', {etag: '"v1"', 'content-range': 'bytes 2-7/8'}],
  ['that does not say where it begins', {etag: '"v1"'}],
  ['packed otherwise', {etag: '"v1"', 'content-range': 'bytes 4-7/8', 'content-encoding': 'gzip'}],
])('a rest %s is not joined to what came before', async (_, headers) => {
  let asked = 0
  const {fetchGuarded, origin, texts} = await publisher((_asked, response) => {
    asked++
    if (asked === 2) return response.writeHead(206, headers).end('XXXX')
    response.writeHead(200, {etag: '"v1"', 'content-length': 8})
    if (asked > 2) return response.end('abcdefgh')
    response.write('abcd')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await texts(await fetchGuarded(at(`${origin}/x`), csv))).toEqual(['abcdefgh'])
  expect(asked).toBe(3)
})

test('a weak ETag promises nothing of bytes: what broke off begins anew', async () => {
  let isFirst = true
  const {fetchGuarded, origin, asked} = await publisher((_, response) => {
    response.writeHead(200, {etag: 'W/"v1"', 'content-length': 8})
    if (!isFirst) return response.end('abcdefgh')
    isFirst = false
    response.write('abcd')
    setTimeout(() => response.destroy(), 20)
  })
  await fetchGuarded(at(`${origin}/x`), csv)
  expect(asked[1]?.headers.range).toBeUndefined()
})

test('whatever breaks off wherever and changes whenever, the file is one of the versions, whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({min: 0, max: 220}), {maxLength: 6}),
      fc.array(fc.boolean(), {maxLength: 6}),
      async (breaks, changes) => {
        let version = 1
        const steps = [...changes]
        const cuts = [...breaks]
        const {fetchGuarded, origin, texts} = await publisher(
          rangesOf(
            () => {
              if (steps.shift()) version++
              return {text: Buffer.from(`${version}`.repeat(200)), etag: `"${version}"`}
            },
            () => cuts.shift() ?? 1000,
          ),
        )
        const [text = ''] = await texts(await fetchGuarded(at(`${origin}/x`), {...csv, limits: {tries: 20}}))
        expect(text).toBe(text[0]!.repeat(200))
      },
    ),
    {numRuns: 25, seed: 4},
  )
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('a body packed as %s is unpacked', async (encoding, pack) => {
  const {fetchGuarded, origin, asked, texts} = await publisher((_, response) =>
    response.writeHead(200, {'content-encoding': encoding}).end(pack('a;b\n1;2\n')),
  )
  expect(await texts(await fetchGuarded(at(`${origin}/x`), csv))).toEqual(['a;b\n1;2\n'])
  expect(asked[0]?.headers['accept-encoding']).toBe('gzip, br')
})

test('a packed body that broke off is gone on with, and unpacked when it is whole', async () => {
  const text = 'абв;где\n'.repeat(500)
  const packed = gzipSync(text)
  let isFirst = true
  const {fetchGuarded, origin, texts} = await publisher(({headers}, response) => {
    const from = Number(/\d+/.exec(headers.range ?? '')?.[0] ?? 0)
    const common = {etag: '"z"', 'content-encoding': 'gzip', 'content-length': packed.length - from}
    response.writeHead(
      from > 0 ? 206 : 200,
      from > 0 ? {...common, 'content-range': `bytes ${from}-${packed.length - 1}/${packed.length}`} : common,
    )
    if (!isFirst) return response.end(packed.subarray(from))
    isFirst = false
    response.write(packed.subarray(0, 20))
    setTimeout(() => response.destroy(), 20)
  })
  expect(await texts(await fetchGuarded(at(`${origin}/x`), csv))).toEqual([text])
})

test('a gzip bomb does not fill the disk', async () => {
  const bomb = gzipSync(Buffer.alloc(20 << 20))
  expect(bomb.length).toBeLessThan(50_000)
  const {fetchGuarded, origin, files} = await publisher((_, response) =>
    response.writeHead(200, {'content-encoding': 'gzip'}).end(bomb),
  )
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, limits: {bytes: 1 << 20}})).rejects.toThrow(
    `${origin}/x unpacks to more than 1048576 bytes, and is not kept.`,
  )
  expect(await filesIn(files)).toEqual([])
})

test('damaged packing is tried again, packing that nobody asked for is refused', async () => {
  let left = 1
  const packed = gzipSync('a\n1\n')
  const good = await publisher((_, response) =>
    response
      .writeHead(200, {'content-encoding': 'gzip'})
      .end(left-- > 0 ? packed.subarray(0, packed.length - 5) : packed),
  )
  expect(await good.texts(await good.fetchGuarded(at(`${good.origin}/x`), csv))).toEqual(['a\n1\n'])
  const odd = await publisher((_, response) =>
    response.writeHead(200, {'content-encoding': 'compress'}).end('x'),
  )
  await expect(odd.fetchGuarded(at(`${odd.origin}/x`), csv)).rejects.toThrow('comes packed as "compress"')
})

test.each([
  ['announces', {'content-length': '3000'}],
  ['sends', {}],
])('a file that %s too many bytes is not kept', async (_, headers) => {
  const {fetchGuarded, origin, files} = await publisher((_asked, response) =>
    response.writeHead(200, {etag: '"big"', ...headers}).end('x'.repeat(3000)),
  )
  await expect(fetchGuarded(at(`${origin}/x`), {...csv, limits: {bytes: 1000}})).rejects.toThrow(
    `${origin}/x is larger than 1000 bytes`,
  )
  expect(await filesIn(files)).toEqual([])
})

test('five redirects are followed, and the declared address stays the name', async () => {
  const {fetchGuarded, origin, texts} = await publisher(({path}, response) => {
    const step = Number(path.slice(1))
    return step < 5 ? response.writeHead(302, {location: `/${step + 1}`}).end() : response.end('a\n1\n')
  })
  const files = await fetchGuarded(at(`${origin}/0`), csv)
  expect(await texts(files)).toEqual(['a\n1\n'])
  expect(files[0]?.address).toBe(`${origin}/0`)
})

test('a sixth is not, nor a circle', async () => {
  const {fetchGuarded, origin, asked} = await publisher(({path}, response) =>
    response.writeHead(302, {location: path === '/circle' ? '/circle' : `${path}0`}).end(),
  )
  await expect(fetchGuarded(at(`${origin}/1`), csv)).rejects.toThrow('more than 5 times')
  expect(asked).toHaveLength(6)
  await expect(fetchGuarded(at(`${origin}/circle`), csv)).rejects.toThrow('in a circle, back to')
})

const page = '<!DOCTYPE html><html><head><title>Технічні роботи</title></head><body>…</body></html>'

test.each([['csv'], ['json'], ['parquet']] as const)(
  'a web page is no %s, whatever its status',
  async kind => {
    const {fetchGuarded, origin, files} = await publisher((_, response) =>
      response.writeHead(200, {'content-type': 'text/html'}).end(page),
    )
    await expect(fetchGuarded(at(`${origin}/x`), {format: {kind}})).rejects.toThrow(
      `${origin}/x answers with a web page ("Технічні роботи") instead of data. Open it in a browser`,
    )
    expect(await filesIn(files)).toEqual([])
  },
)

test('JSON must be JSON', async () => {
  const {fetchGuarded, origin} = await publisher((_, response) => response.end('Fatal error: …'))
  await expect(fetchGuarded(at(`${origin}/x`))).rejects.toThrow('should answer with JSON, but it is text')
})

test('a new file that is not what it should be leaves the earlier one where it is', async () => {
  let text = 'a;b\n1;2\n'
  const {fetchGuarded, origin, files} = await publisher((_, response) => response.end(text))
  await fetchGuarded(at(`${origin}/x`), csv)
  text = page
  await expect(fetchGuarded(at(`${origin}/x`), csv)).rejects.toThrow('web page')
  expect(await readFile(join(files, '0001'), 'utf8')).toBe('a;b\n1;2\n')
})

test('of several files those that are there are not fetched twice by a run that goes on', async () => {
  let isDown = true
  const {fetchGuarded, origin, asked, texts} = await publisher(({path}, response) =>
    path === '/3' && isDown ? response.writeHead(404).end() : response.end(`a\n${path}\n`),
  )
  const source = at(`${origin}/1`, `${origin}/2`, `${origin}/3`)
  await expect(fetchGuarded(source, csv)).rejects.toThrow('/3 could not be fetched')
  isDown = false
  expect(await texts(await fetchGuarded(source, csv))).toEqual(['a\n/1\n', 'a\n/2\n', 'a\n/3\n'])
  expect(asked.map(({path}) => path)).toEqual(['/1', '/2', '/3', '/3'])
  // Everything was there: the next run asks anew.
  await fetchGuarded(source, csv)
  expect(asked).toHaveLength(7)
})

test('files that are no longer declared go away', async () => {
  const {fetchGuarded, origin, files} = await publisher((_, response) => response.end('a\n1\n'))
  await fetchGuarded(at(`${origin}/1`, `${origin}/2`), csv)
  expect(await filesIn(files)).toEqual(['0001', '0002'])
  await fetchGuarded(at(`${origin}/1`), csv)
  expect(await filesIn(files)).toEqual(['0001'])
})

test('progress is told in bytes and in files', async () => {
  const {fetchGuarded, origin} = await publisher((_, response) => response.end('a\n1\n'))
  const told: unknown[] = []
  await fetchGuarded(at(`${origin}/1`, `${origin}/2`), {
    ...csv,
    onBytes: bytes => told.push(bytes),
    onFiles: (done, total) => told.push([done, total]),
  })
  expect(told).toEqual([4, [1, 2], 8, [2, 2]])
})

test('requests to one host keep their distance', async () => {
  const {fetchGuarded, origin, waits} = await publisher((_, response) => response.end('a\n1\n'))
  await fetchGuarded(at(`${origin}/1`, `${origin}/2`, `${origin}/3`), {...csv, secondsBetween: 2})
  expect(waits).toEqual([2000, 2000])
})

/** A byte every few milliseconds, for ever. */
function drip(response: ServerResponse) {
  response.writeHead(200)
  const timer = setInterval(() => response.write('x'), 5)
  response.on('close', () => clearInterval(timer))
}
