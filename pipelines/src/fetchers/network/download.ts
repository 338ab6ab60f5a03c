import {createWriteStream} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {type Ask, FetchError} from '../fetcher.ts'
import type {InternalHosts} from './check-address.ts'
import {checkContent} from './check-content.ts'
import {describeRefusal, NotThere} from './describe-refusal.ts'
import {followRedirects} from './follow-redirects.ts'
import type {Limits} from './limits.ts'
import {asNetworkFault, NetworkFault} from './network-fault.ts'
import type {Answer, Transport} from './open-transport.ts'
import type {Pace} from './pace.ts'
import {type CutFile, dropPartial, notePartial, partialOf, partialPaths} from './partial.ts'
import {retryAfter} from './retry-after.ts'
import {acceptEncoding, unpack} from './unpack.ts'

/** What lets a server answer "not modified", and let us resume. */
export type Validators = {etag?: string; lastModified?: string}

/** What came: a new file, or nothing because the known one is still true. `link`: the header of that name. */
export type Downloaded = Validators & {isSame: boolean; link?: string}

/** Brings one address into a file, which appears when it is complete. */
export type Download = (ask: Ask, target: string, known?: Validators | null) => Promise<Downloaded>

export type DownloadEffects = {
  transport: Transport
  internal: InternalHosts
  limits: Limits
  pace: Pace
  spacingMilliseconds: number
  now: () => Date
  sleep: (milliseconds: number) => Promise<void>
  random: () => number
  signal: AbortSignal
  /** Called with the size of every piece that comes in. */
  onPiece: (bytes: number) => void
}

/** Bytes that must be new for a try not to count: a line that keeps breaking still gets there. */
const progressBytes = 1 << 20

/**
 * The one way from an address to a file. Tries again after a fault that may pass, later each time and with jitter,
 * or when the server says; asks only for what has changed; goes on where a cut file broke off, if a strong ETag
 * says that it is the same one; refuses what is too large, packed or unpacked, and web pages that stand in for data.
 */
export const createDownload =
  (effects: DownloadEffects): Download =>
  async (ask, target, known = null) => {
    const {limits, signal, pace, now, sleep, random} = effects
    const {host} = new URL(ask.address)
    const whole = new AbortController()
    const clock = setTimeout(
      () => whole.abort(new NetworkFault(`it took more than ${limits.whole / 1000} s`, {mayPass: false})),
      limits.whole,
    )
    await mkdir(dirname(target), {recursive: true})
    let furthest = 0
    let tries = 0
    try {
      for (;;) {
        const cut = await partialOf(target, ask.address)
        furthest = Math.max(furthest, cut?.bytes ?? 0)
        await pace.turn(host, effects.spacingMilliseconds, effects)
        signal.throwIfAborted()
        try {
          return await once(ask, target, known, cut, effects, whole.signal)
        } catch (error) {
          signal.throwIfAborted()
          const fault = asNetworkFault(error)
          if (!fault) throw error
          const reached = (await partialOf(target, ask.address))?.bytes ?? 0
          tries = reached >= furthest + progressBytes ? 1 : tries + 1
          if (!fault.mayPass || tries >= limits.tries) throw giveUp(ask, fault, tries)
          const asked = fault.waitMilliseconds
          if (asked !== null) {
            const until = new Date(now().getTime() + asked)
            pace.leaveAlone(host, until)
            if (asked > limits.longestWait) throw giveUp(ask, fault, tries, until)
          }
          await sleep(
            asked === null
              ? limits.pause * 2 ** (tries - 1) * (0.5 + random() / 2)
              : asked + limits.pause * random(),
          )
        }
      }
    } finally {
      clearTimeout(clock)
    }
  }

async function once(
  ask: Ask,
  target: string,
  known: Validators | null,
  cut: CutFile | null,
  effects: DownloadEffects,
  whole: AbortSignal,
): Promise<Downloaded> {
  const {limits, signal} = effects
  const silent = new AbortController()
  const hush = setTimeout(
    () => silent.abort(new NetworkFault(`nothing came for ${limits.silence / 1000} s`, {mayPass: true})),
    limits.silence,
  )
  const ends = AbortSignal.any([signal, silent.signal, whole])
  try {
    const answer = await followRedirects(
      ask,
      {
        'user-agent': 'Hromada/0.1 (open-data portal of a city)',
        'accept-encoding': acceptEncoding,
        ...ask.headers,
        ...(cut
          ? {range: `bytes=${cut.bytes}-`, 'if-range': cut.etag}
          : {
              ...(known?.etag ? {'if-none-match': known.etag} : {}),
              ...(known?.lastModified ? {'if-modified-since': known.lastModified} : {}),
            }),
      },
      effects.transport,
      effects.internal,
      limits,
      ends,
    )
    const taken = await take(answer, ask, target, known, cut, effects, ends, () => hush.refresh())
    clearTimeout(hush)
    if (taken === null) return {isSame: true, ...known}
    return await put(ask, target, taken, answer, AbortSignal.any([signal, whole]), mostBytesOf(ask, limits))
  } catch (error) {
    // Whatever an aborted request says of itself, this is why it was aborted.
    if (ends.aborted) throw ends.reason
    throw error
  } finally {
    clearTimeout(hush)
  }
}

const mostBytesOf = ({mostBytes = Number.POSITIVE_INFINITY}: Ask, {bytes}: Limits) =>
  Math.min(mostBytes, bytes)

/** Takes an answer's body in and answers how it is packed; null where nothing is new. */
async function take(
  answer: Answer,
  ask: Ask,
  target: string,
  known: Validators | null,
  cut: CutFile | null,
  effects: DownloadEffects,
  ends: AbortSignal,
  alive: () => void,
): Promise<{encoding: string | null} | null> {
  const {status, headers, body} = answer
  if (status === 304 && known) {
    body.resume()
    return null
  }
  if (status === 416 && cut) {
    body.destroy()
    await dropPartial(target)
    throw new NetworkFault('the server has no more of it than came before', {mayPass: true, status})
  }
  if (status !== 200 && !(status === 206 && cut)) {
    const asked = retryAfter(headers['retry-after'], effects.now())
    throw await describeRefusal(answer, ask, asked)
  }

  const encoding = codingOf(headers['content-encoding'])
  const resumed = status === 206 && cut !== null
  const range = resumed ? rangeOf(headers['content-range']) : null
  const etag = headers.etag
  if (
    resumed &&
    (range?.from !== cut.bytes || encoding !== cut.encoding || (etag ?? cut.etag) !== cut.etag)
  ) {
    body.destroy()
    await dropPartial(target)
    throw new NetworkFault('what the server sent is not the rest of what came before', {mayPass: true})
  }
  const before = resumed ? cut.bytes : 0
  const announced = headers['content-length'] === undefined ? null : Number(headers['content-length'])
  const most = mostBytesOf(ask, effects.limits)
  const tooLarge = (bytes: number) =>
    new FetchError(`${ask.address} is larger than ${most} bytes (${bytes} so far), and is not kept.`)
  if (before + (announced ?? 0) > most) {
    body.destroy()
    await dropPartial(target)
    throw tooLarge(before + (announced ?? 0))
  }

  const {part} = partialPaths(target)
  if (!resumed) await notePartial(target, ask.address, etag, encoding)
  let bytes = before
  const out = createWriteStream(part, {flags: resumed ? 'a' : 'w', flush: true})
  try {
    await pipeline(
      body,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          alive()
          bytes += piece.length
          if (bytes > most) throw tooLarge(bytes)
          effects.onPiece(piece.length)
          yield piece
        }
      },
      out,
      {signal: ends},
    )
    const fault = answer.fault()
    if (fault) throw fault
    if (announced !== null && bytes - before !== announced)
      throw new NetworkFault(`${bytes - before} bytes came, ${announced} were announced`, {mayPass: true})
    if (range?.total != null && bytes !== range.total)
      throw new NetworkFault(`${bytes} bytes came of ${range.total}`, {mayPass: true})
  } catch (error) {
    // Where the body broke off at once, the file is still to be opened, and would be there after all.
    if (!out.closed) await new Promise<void>(closed => out.once('close', closed))
    // A part with a note is kept for the rest of it; one that is too large or of no use is not.
    if (error instanceof FetchError || (error as NodeJS.ErrnoException).code?.startsWith('HPE_'))
      await dropPartial(target)
    else await partialOf(target, ask.address)
    throw error
  }
  return {encoding}
}

/** A complete part becomes the file: unpacked, looked at, and moved into place. */
async function put(
  ask: Ask,
  target: string,
  {encoding}: {encoding: string | null},
  {headers}: Answer,
  ends: AbortSignal,
  most: number,
): Promise<Downloaded> {
  const {part} = partialPaths(target)
  const whole = `${target}.whole`
  try {
    await unpack(part, whole, encoding, ask.address, most, ends)
    await checkContent(whole, ask)
    await rename(whole, target)
  } finally {
    await rm(whole, {force: true})
    await dropPartial(target)
  }
  const {etag, link} = headers
  const lastModified = headers['last-modified']
  return {
    isSame: false,
    ...(etag ? {etag} : {}),
    ...(lastModified ? {lastModified} : {}),
    ...(link ? {link} : {}),
  }
}

/** `gzip`, `br` …; null for a body that travels as it is. */
function codingOf(header: string | undefined): string | null {
  const coding = header?.trim().toLowerCase() ?? ''
  return coding === '' || coding === 'identity' ? null : coding
}

/** `bytes 100-199/200`; the total may be unknown. */
function rangeOf(header: string | undefined): {from: number; total: number | null} | null {
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header?.trim() ?? '') ?? []
  return from === undefined || total === undefined
    ? null
    : {from: Number(from), total: total === '*' ? null : Number(total)}
}

function giveUp(ask: Ask, fault: NetworkFault, tries: number, until: Date | null = null): FetchError {
  const advice =
    until !== null
      ? `Run it again after ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC.`
      : fault.status !== null && fault.status < 500 && fault.status !== 429
        ? "Correct the address in the city's profile, or point --sources at a folder that holds a copy."
        : 'Check the network, or point --sources at a folder that holds a copy.'
  const said = `${ask.address} could not be fetched (${tries} ${tries === 1 ? 'try' : 'tries'}): ${fault.message}. ${advice}`
  return fault.status === 404 || fault.status === 410 ? new NotThere(said) : new FetchError(said)
}
