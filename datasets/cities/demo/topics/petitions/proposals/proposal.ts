import type {bodies} from '../../../world/bodies.ts'
import type {Events} from '../../../world/events.ts'
import type {PlaceKind} from '../place-book.ts'
import {isSeason, type Season, type Timely} from '../seasons.ts'

/** What the council is asked to do, and so what it can answer. */
export type Nature = 'works' | 'purchase' | 'rule' | 'service' | 'openness' | 'protect' | 'operator'

/** A sentence or a wish, perhaps only of a season, perhaps only under those of the titles that it fits. */
export type Said = string | {text: string; when?: Season; of?: RegExp}

/** Sentences or wishes that fit some of the titles only, by their pattern. */
export const under = (of: RegExp, ...texts: string[]): Said[] => texts.map(text => ({text, of}))

/** What of a list can be said on a day under a title, by its pattern. */
export const fittingTitle = (list: readonly Said[], pattern: string, day: number, events: Events): string[] =>
  list.flatMap(one =>
    typeof one === 'string'
      ? [one]
      : (one.of?.test(pattern) ?? true) && isSeason(one.when, day, events)
        ? [one.text]
        : [],
  )

/**
 * What a petition may ask for. `{place}` in a title stands for where, as a phrase of place («біля ліцею № 3»), so that
 * it fits wherever an adverb of place does; it ends the title or its first part. Problems are sentences, asks
 * infinitive phrases without a full stop.
 */
export type Proposal = {
  nature: Nature
  /** Kinds of places it suits; a title without `{place}` speaks of the whole city. */
  where: PlaceKind[]
  titles: string[]
  /** Of both there are, under every title and at any time of its season, at least two and one. */
  problems: Said[]
  asks: Said[]
  /** Something is broken that neighbours can patch themselves. */
  isRepair?: true
  /** None of it is the council’s matter: moderators always refuse it. */
  isMisdirected?: true
  /** Outside this nobody would ask for it. */
  when?: Season
  /** Titles that ask for what is not the council’s matter, and whose it is; a petition may be refused for this. */
  beyond?: {titles: RegExp; whose: Timely}
  /** Who answers, where it is not the topic’s office. */
  office?: Office
}

/** Offices of the council. */
export type Office = {
  [Id in keyof typeof bodies]: (typeof bodies)[Id] extends {short: string} ? Id : never
}[keyof typeof bodies]
