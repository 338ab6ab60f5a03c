import {createWriteStream} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {type FetchEffects, FetchError, type Fetched, type Known} from './fetcher.ts'

const attempts = 4
const silenceMilliseconds = 60_000
const largestBytes = 4 * 2 ** 30

/**
 * Fetches one address into a file, which appears only when it is complete. Tries again after a server's fault or
 * a broken line, waits as long as `Retry-After` asks (at most a minute), and asks only for what has changed.
 */
export async function fetchHttp(
  address: string,
  target: string,
  known: Known | null,
  effects: FetchEffects,
): Promise<Fetched> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(address, target, known, effects)
    } catch (error) {
      const wait =
        error instanceof Retry ? error.waitMilliseconds : isNetworkFault(error) ? 1000 * 2 ** attempt : null
      if (effects.signal.aborted) throw error
      if (wait === null || attempt === attempts)
        throw new FetchError(
          `${address} could not be fetched (${attempt} ${attempt === 1 ? 'try' : 'tries'}): ${reason(error)}. ` +
            'Check the network, or point --sources at a folder that holds a copy.',
        )
      await effects.sleep(wait)
    }
  }
}

async function once(
  address: string,
  target: string,
  known: Known | null,
  effects: FetchEffects,
): Promise<Fetched> {
  const stalled = new AbortController()
  let timer = setTimeout(() => stalled.abort(), silenceMilliseconds)
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stalled.abort(), silenceMilliseconds)
  }
  try {
    const response = await effects.fetch(address, {
      signal: AbortSignal.any([effects.signal, stalled.signal]),
      headers: {
        'user-agent': 'Hromada (open-data portal)',
        ...(known?.etag ? {'if-none-match': known.etag} : {}),
        ...(known?.lastModified ? {'if-modified-since': known.lastModified} : {}),
      },
    })
    if (response.status === 304 && known) return {...known, address}
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel()
      throw new Retry(`the server answers ${response.status}`, waitAsked(response))
    }
    if (!response.ok || !response.body)
      throw new Error(`the server answers ${response.status} ${response.statusText}`)

    const promised = Number(
      response.headers.get('content-encoding') ? 0 : response.headers.get('content-length'),
    )
    if (promised > largestBytes) throw new Error(`it is larger than ${largestBytes} bytes`)
    await mkdir(dirname(target), {recursive: true})
    const partial = `${target}.part`
    let bytes = 0
    try {
      await pipeline(
        Readable.fromWeb(response.body as import('node:stream/web').ReadableStream),
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            alive()
            bytes += chunk.length
            if (bytes > largestBytes) throw new Error(`it is larger than ${largestBytes} bytes`)
            effects.onBytes(bytes)
            yield chunk
          }
        },
        createWriteStream(partial),
      )
      if (promised > 0 && bytes !== promised)
        throw new Retry(`it broke off after ${bytes} of ${promised} bytes`, 1000)
      await rename(partial, target)
    } finally {
      await rm(partial, {force: true})
    }
    const etag = response.headers.get('etag')
    const lastModified = response.headers.get('last-modified')
    return {path: target, address, ...(etag ? {etag} : {}), ...(lastModified ? {lastModified} : {})}
  } finally {
    clearTimeout(timer)
  }
}

class Retry extends Error {
  readonly waitMilliseconds: number
  constructor(message: string, waitMilliseconds: number) {
    super(message)
    this.waitMilliseconds = waitMilliseconds
  }
}

function waitAsked(response: Response): number {
  const asked = response.headers.get('retry-after')
  if (!asked) return response.status === 429 ? 10_000 : 2000
  const seconds = Number.isNaN(Number(asked)) ? (Date.parse(asked) - Date.now()) / 1000 : Number(asked)
  return Math.min(60_000, Math.max(0, seconds * 1000 || 0))
}

/** fetch() says "TypeError: fetch failed" for every fault of the line and keeps the reason in `cause`. */
const isNetworkFault = (error: unknown) =>
  error instanceof Error && (error instanceof TypeError || error.name === 'AbortError' || 'code' in error)

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause =
    error.cause instanceof Error ? error.cause.message || (error.cause as {code?: string}).code : undefined
  return error.name === 'AbortError'
    ? `nothing came for ${silenceMilliseconds / 1000} s`
    : (cause ?? error.message)
}
