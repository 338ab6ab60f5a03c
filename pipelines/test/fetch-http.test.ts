import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {fetchHttp} from '../src/fetchers/http.ts'

/** A server that answers as told, and what it was asked. */
async function serverOf(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = await mkdtemp(join(tmpdir(), 'fetch-'))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, {recursive: true, force: true})
  })
  const waits: number[] = []
  const effects = {
    fetch: globalThis.fetch,
    sleep: async (milliseconds: number) => void waits.push(milliseconds),
    signal: new AbortController().signal,
    onBytes: () => {},
  }
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file.csv`
  return {address, folder, target: join(folder, 'file'), waits, effects}
}

test('a file arrives whole, with what is needed to ask for changes only', async () => {
  const {address, target, effects} = await serverOf((request, response) => {
    if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
    response
      .writeHead(200, {etag: '"v1"', 'last-modified': 'Sat, 21 Nov 2026 08:00:00 GMT'})
      .end('a;b\n1;2\n')
  })
  const first = await fetchHttp(address, target, null, effects)
  expect(first).toEqual({path: target, address, etag: '"v1"', lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT'})
  expect(await readFile(target, 'utf8')).toBe('a;b\n1;2\n')
  expect(await fetchHttp(address, target, first, effects)).toEqual(first)
})

test('a server in trouble is asked again, as late as it wishes', async () => {
  let asked = 0
  const {address, target, waits, effects} = await serverOf((_, response) => {
    asked++
    if (asked === 1) return response.writeHead(500).end()
    if (asked === 2) return response.writeHead(429, {'retry-after': '7'}).end()
    response.end('fine')
  })
  await fetchHttp(address, target, null, effects)
  expect(waits).toEqual([2000, 7000])
  expect(await readFile(target, 'utf8')).toBe('fine')
})

test('an answer that breaks off leaves no file behind', async () => {
  const {address, target, folder, effects} = await serverOf((_, response) => {
    response.writeHead(200, {'content-length': '1000'})
    response.write('half')
    setImmediate(() => response.destroy())
  })
  await expect(fetchHttp(address, target, null, effects)).rejects.toThrow(/could not be fetched \(4 tries\)/)
  expect(await readdir(folder)).toEqual([])
})

test('what is not there is said at once', async () => {
  const {address, target, waits, effects} = await serverOf((_, response) =>
    response.writeHead(404).end('nothing'),
  )
  await expect(fetchHttp(address, target, null, effects)).rejects.toThrow(
    `${address} could not be fetched (1 try): the server answers 404 Not Found. Check the network, or point --sources at a folder that holds a copy.`,
  )
  expect(waits).toEqual([])
})
