import {once} from 'node:events'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Feed, Format, LiveSource} from '@hromada/datasets'
import {onTestFinished} from 'vitest'
import type {FetchEffects, Fetched} from '../../src/fetchers/fetcher.ts'
import {fetchLive} from '../../src/fetchers/index.ts'
import {openTransport, systemLookup, type Transport} from '../../src/fetchers/network/open-transport.ts'
import {createPace} from '../../src/fetchers/network/pace.ts'

/** A request as the publisher saw it. */
export type Asked = {host: string; path: string; query: URLSearchParams; headers: IncomingMessage['headers']}

/**
 * A publisher on this machine that answers as told. Every host of the internet leads to it (`x-host` says which one
 * was meant), unless a transport is given. Time stands at noon of 21 November 2026 but for the waiting.
 */
export async function publisher(
  answer: (asked: Asked, response: ServerResponse, request: IncomingMessage) => unknown,
) {
  const asked: Asked[] = []
  const listener: RequestListener = (request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://any')
    const host = String(request.headers['x-host'] ?? request.headers.host)
    const one = {host, path: decodeURIComponent(pathname), query: searchParams, headers: request.headers}
    asked.push(one)
    answer(one, response, request)
  }
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = await mkdtemp(join(tmpdir(), 'fetch-'))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, {recursive: true, force: true})
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clock = {time: Date.parse('2026-11-21T12:00:00Z')}
  const waits: number[] = []
  const pace = createPace()
  const files = join(folder, 'files')

  const effects: FetchEffects & {onRows: () => void} = {
    now: () => new Date(clock.time),
    sleep: async milliseconds => {
      waits.push(milliseconds)
      clock.time += milliseconds
    },
    signal: new AbortController().signal,
    onBytes: () => {},
    onRows: () => {},
    random: () => 0,
    env: {},
    transport: everyHostIs(origin),
    pace,
  }
  const fetch = (
    source: LiveSource,
    {
      format = {kind: 'json'},
      internalHosts = [],
      secondsBetween = 0,
      ...over
    }: Partial<FetchEffects> & {format?: Format; internalHosts?: string[]; secondsBetween?: number} = {},
  ): Promise<Fetched[]> => {
    const live: NonNullable<Feed['live']> = {source, format, secondsBetween}
    return fetchLive(live, {zone: 'Europe/Kyiv', internalHosts}, files, {...effects, ...over})
  }
  return {
    asked,
    origin,
    host: new URL(origin).host,
    files,
    clock,
    waits,
    fetch,
    effects,
    /** Where a lake may be made. */
    data: join(folder, 'data'),
    /** The same, with the real guard: only this server is the city's own. */
    fetchGuarded: (source: LiveSource, over: Parameters<typeof fetch>[1] = {}) =>
      fetch(source, {
        transport: openTransport(systemLookup),
        internalHosts: [new URL(origin).host],
        ...over,
      }),
    texts: (fetched: Fetched[]) => Promise.all(fetched.map(({path}) => readFile(path, 'utf8'))),
  }
}

/** A transport for which the whole internet is one server. */
function everyHostIs(origin: string): Transport {
  const real = openTransport(systemLookup)
  return {
    ...real,
    send: ({url}, headers, connect, signal) =>
      real.send(
        {url: new URL(url.pathname + url.search, origin), isInternal: true},
        {...headers, 'x-host': url.host},
        connect,
        signal,
      ),
  }
}

export const json = (response: ServerResponse, value: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(200, {'content-type': 'application/json', ...headers}).end(JSON.stringify(value))
