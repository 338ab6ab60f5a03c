import type {Place} from './places.ts'

/** Appeals about one and the same thing: the first, and neighbours who know nothing of it. */
export type Cluster = {
  /** Number of the first; empty until it has one. */
  firstUid: string
  /** UTC minute at which the first was closed; NaN while it is open. */
  closedAt: number
  /** UTC minute before which nothing of it is mended; 0 where nothing holds it up. */
  notBefore: number
}

/** An appeal that comes in: what, when, where and how. What becomes of it is not told yet. */
export type Arrival = {
  /** The city's clock, in minutes since 1970. */
  minute: number
  /** Within a day: a total order of arrivals. */
  order: number
  /** Index into `problems`. */
  problem: number
  /** Whose words the text takes; see texts. */
  topic: string
  /** Index into `channelIds`. */
  channel: number
  place: Place
  cluster: Cluster | null
  /** To draw the rest from: belongs to it for ever. */
  key: number
}
