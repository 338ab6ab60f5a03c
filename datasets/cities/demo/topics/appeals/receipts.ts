import type {Draw} from '../../tools/numbers/draw.ts'
import type {Calendar} from './calendar.ts'
import {channelIds, channelShares, channels} from './channels.ts'
import type {Problem} from './problems.ts'
import {type Hours, hourWeight} from './rhythm.ts'

const runningSums = (weights: readonly number[]): number[] => {
  let sum = 0
  return weights.map(weight => {
    sum += weight
    return sum
  })
}

/** Calls and screens come first in `channelIds`; letters and counters after them. */
const quickChannels = channelIds.findIndex(id => channels[id].voice === 'letter')

const hourEnds = Object.fromEntries(
  Object.entries(hourWeight).map(([name, weights]) => [name, runningSums(weights)]),
) as Record<Hours, number[]>

/** How appeals of a day come in, and at what hour. */
export class Receipts {
  #firstDay: number
  #messengerOpened: number
  #calendar: Calendar
  #formal: number[] = []
  #usual: number[] = []

  constructor(firstDay: number, messengerOpened: number, calendar: Calendar) {
    this.#firstDay = firstDay
    this.#messengerOpened = messengerOpened
    this.#calendar = calendar
  }

  openDay(day: number): void {
    const ends = (isFormal: boolean) =>
      runningSums(
        channelShares(day, this.#firstDay, this.#messengerOpened, isFormal, this.#calendar.isOpen(day)),
      )
    this.#formal = ends(true)
    this.#usual = ends(false)
  }

  /** Index into `channelIds`. */
  channel({week, basis}: Problem, draw: Draw): number {
    const ends = week === 'desk' || basis === 'statutory' ? this.#formal : this.#usual
    const at = draw.unit()
    let channel = 0
    while (channel < ends.length - 1 && ends[channel]! <= at) channel++
    return channel
  }

  /** Of what will not wait for a letter or a counter. */
  quickChannel(draw: Draw): number {
    const at = draw.unit() * this.#usual[quickChannels - 1]!
    let channel = 0
    while (channel < quickChannels - 1 && this.#usual[channel]! <= at) channel++
    return channel
  }

  /** A minute of the day at which such an appeal is made in such a way. */
  minute({id}: Problem, channel: number, draw: Draw): number {
    const {hours} = channels[channelIds[channel]!]
    return minuteOf(id === 'noise' && hours !== 'counter' ? 'night' : hours, draw)
  }
}

export function minuteOf(hours: Hours, draw: Draw): number {
  const ends = hourEnds[hours]
  const at = draw.unit() * ends[23]!
  let hour = 0
  while (ends[hour]! <= at) hour++
  return hour * 60 + draw.below(60)
}
