import type {Format, LiveSource} from '@hromada/datasets'
import type {Download} from './network/download.ts'
import type {Limits} from './network/limits.ts'
import type {Transport} from './network/open-transport.ts'
import type {Pace} from './network/pace.ts'
import type {Shelf} from './shelf/open-shelf.ts'

/** A file brought within reach: where it lies, and what is known of where it came from. */
export type Fetched = {path: string; address: string; etag?: string; lastModified?: string}

/** What fetching needs from the world. What may be left out is the real thing unless a test says otherwise. */
export type FetchEffects = {
  now: () => Date
  sleep: (milliseconds: number) => Promise<void>
  signal: AbortSignal
  /** Called as bytes come in: how many of this source so far. */
  onBytes: (bytes: number) => void
  /** Called as files become complete: how many, and of how many where that is known. */
  onFiles?: (files: number, total?: number) => void
  /** From 0 to below 1, for the jitter of waiting times. */
  random?: () => number
  /** Where keys are. */
  env?: Record<string, string | undefined>
  /** The way to the network, closed after use. */
  transport?: Transport
  /** Keeps requests to one host apart; one for the whole process. */
  pace?: Pace
  limits?: Partial<Limits>
}

/** One address to be fetched, and what must go with it. */
export type Ask = {
  /** Goes into messages, manifests and journals: never holds a key. */
  address: string
  /** What is fit to come back; a web page never is. */
  expect: 'json' | 'xml' | 'anything'
  headers?: Record<string, string>
  /** What is read whole into memory may not be as large as a file. */
  mostBytes?: number
  /** Headers that hold a key: sent to the address's own origin alone, named nowhere. */
  secrets?: SecretHeader[]
}

/** A header with a key, and the environment variable that it comes from. */
export type SecretHeader = {name: string; value: string; key: string; env: string}

/** What a fetcher works with. */
export type FetchContext = {
  /** The feed's folder, and what is known of the files in it. */
  shelf: Shelf
  download: Download
  format: Format
  /** Today by the city's clock, as 2026-11-21. */
  today: string
  signal: AbortSignal
  env: Record<string, string | undefined>
  onFiles: (files: number, total?: number) => void
}

/** Brings everything of one source within reach, in a stable order. Throws a `FetchError` that says what to do. */
export type Fetcher<K extends LiveSource['kind'] = LiveSource['kind']> = (
  source: Extract<LiveSource, {kind: K}>,
  context: FetchContext,
) => Promise<Fetched[]>

/** The source could not be had. The message says which, why, and what to do. */
export class FetchError extends Error {
  override name = 'FetchError'
}

/** The source answers, and has nothing. */
export class NoRecords extends FetchError {
  override name = 'NoRecords'
}
