import type {LandedSource} from '../lake.ts'

/** A file brought within reach: where it lies, and what is known of where it came from. */
export type Fetched = {path: string; address: string; etag?: string; lastModified?: string}

/** What fetching needs from the world. */
export type FetchEffects = {
  fetch: typeof fetch
  sleep: (milliseconds: number) => Promise<void>
  signal: AbortSignal
  onBytes: (bytes: number) => void
}

/** What is known from the last time: lets a server answer "not modified". */
export type Known = Pick<LandedSource, 'etag' | 'lastModified'> & {path: string}

/** The source could not be had. The message says which, why, and what to do. */
export class FetchError extends Error {
  override name = 'FetchError'
}
