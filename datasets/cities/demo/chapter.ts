import type {Text} from '../../src/index.ts'
import type {Outbox} from './tools/write/outbox.ts'
import type {Events} from './world/events.ts'
import type {Ground} from './world/ground/ground.ts'
import type {Weather} from './world/weather/weather.ts'

/** What the city is a function of. */
export type DemoOptions = {
  seed: number
  /** Multiplies people and events; the ground stays. From 0.01 to 1000. */
  scale: number
  /** 2026-11-21: the city is told up to the end of the day before. */
  today: string
}

/** What a chapter may ask. The ground and the weather are made when first asked for, and once. */
export type Scope = {
  seed: number
  scale: number
  /** As a day; see time/days.ts. */
  today: number
  /** 1 January of the first of six years. */
  firstDay: number
  events: Events
  ground: () => Ground
  weather: () => Weather
}

/** Something a careful reader can find in the city's data. */
export type Truth = {
  id: string
  title: Text
  /** Where to look: files and columns, and what is to be seen there. */
  where: Text
}

/** Faults that are in a source on purpose, as a publisher's are: what, and how many lines, cells or records. */
export type Dirt = {file: string; fault: Text; count: number}

export type Thread = 'first' | 'second'

/** One topic of the city: the source files it writes, what is hidden in them and what is wrong with them. */
export type Chapter = {
  id: string
  title: Text
  /**
   * Two threads write the chapters, chosen so that both end together. Those that are mostly about the ground share one;
   * where the other asks for the ground it is made a second time.
   */
  thread: Thread
  truths: Truth[]
  write: (scope: Scope, outbox: Outbox) => {dirt: Dirt[]}
}
