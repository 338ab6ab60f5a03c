import {dayOf} from '../../tools/time/days.ts'
import {martialLawFrom} from '../../tools/time/working-days.ts'
import type {Events} from '../../world/events.ts'

/** A time in which something is said or asked for, and before or after which it would sound odd. */
export type Season =
  | 'peace'
  | 'war'
  | 'laterWar'
  | 'outages'
  | 'decolonisation'
  | 'bathing'
  | 'bridgeWorks'
  | 'oldRules'

type Span = [from: number, to: number]
const ever = Number.POSITIVE_INFINITY

/** Spans of days, ends not included. */
const spans: Record<Season, (events: Events) => Span[]> = {
  peace: () => [[0, martialLawFrom]],
  // In the first weeks nobody wrote petitions about the war; they fled it.
  war: () => [[dayOf(2022, 4, 15), ever]],
  laterWar: () => [[dayOf(2023, 3, 1), ever]],
  // From the first strikes on power stations: winter 2022/23, and again and again since spring 2024.
  outages: () => [
    [dayOf(2022, 10, 20), dayOf(2023, 3, 15)],
    [dayOf(2024, 5, 1), ever],
  ],
  // Law 3005-IX was passed on 21 March 2023; once the streets are renamed it has been obeyed.
  decolonisation: ({renamedOn}) => [[dayOf(2022, 5, 1), Math.min(renamedOn, dayOf(2023, 5, 3))]],
  // Beaches were mined and closed for two summers.
  bathing: () => [
    [0, martialLawFrom],
    [dayOf(2024, 4, 1), ever],
  ],
  bridgeWorks: ({bridgeClosed}) => [[bridgeClosed.from - 20, bridgeClosed.to + 5]],
  oldRules: ({petitionRulesChanged}) => [[0, petitionRulesChanged - 60]],
}

/** Something said, perhaps only in a season. */
export type Timely = string | {text: string; when: Season}

export const isSeason = (season: Season | undefined, day: number, events: Events): boolean =>
  season === undefined || spans[season](events).some(([from, to]) => day >= from && day < to)

/** What of a list can be said on a day. */
export const timely = (list: readonly Timely[], day: number, events: Events): string[] =>
  list.flatMap(one => (typeof one === 'string' ? [one] : isSeason(one.when, day, events) ? [one.text] : []))
