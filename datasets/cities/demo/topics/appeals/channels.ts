import {exp} from '../../tools/numbers/exact.ts'
import type {Hours} from './rhythm.ts'

export type ChannelId = 'phone' | 'web' | 'app' | 'messenger' | 'email' | 'post' | 'counter'

/** A way for an appeal to come in: the publisher's word for it, and its hours. */
export type Channel = {
  name: string
  hours: Hours
  /** Who writes the text: an operator who listens, a resident on a screen, or one who writes a letter. */
  voice: 'operator' | 'screen' | 'letter'
}

export const channels: Record<ChannelId, Channel> = {
  phone: {name: 'телефон', hours: 'phone', voice: 'operator'},
  web: {name: 'вебсайт', hours: 'screen', voice: 'screen'},
  app: {name: 'застосунок', hours: 'screen', voice: 'screen'},
  messenger: {name: 'месенджер', hours: 'screen', voice: 'screen'},
  email: {name: 'ел. пошта', hours: 'screen', voice: 'letter'},
  post: {name: 'пошта', hours: 'counter', voice: 'letter'},
  counter: {name: 'особистий прийом', hours: 'counter', voice: 'letter'},
}

export const channelIds = Object.keys(channels) as ChannelId[]

const yearDays = 365.25

/**
 * Shares of the channels on a day, in the order of `channelIds`: fewer calls every year, and from its opening a
 * messenger that takes from calls and the site alike.
 * @param isFormal for matters about which people write rather than ring
 * @param isOpen is this a day on which post comes and counters are open?
 */
export function channelShares(
  day: number,
  firstDay: number,
  messengerOpened: number,
  isFormal: boolean,
  isOpen: boolean,
): number[] {
  const passed = Math.min(1, Math.max(0, (day - firstDay) / (6 * yearDays)))
  const since = (day - messengerOpened) / yearDays
  const messenger = since <= 0 ? 0 : 0.22 * (1 - exp(-since / 0.8))
  const phone = 0.865 - 0.25 * passed - 0.75 * messenger
  const app = 0.03 + 0.1 * passed
  const letters = isFormal ? 7 : 1
  const post = isOpen ? letters : 0
  const email = 0.03 - 0.01 * passed
  const web = Math.max(0.05, 1 - phone - app - messenger - 0.07)
  const shares = [
    isFormal ? phone * 0.55 : phone,
    web,
    app,
    messenger,
    email * letters,
    0.022 * post,
    0.018 * post,
  ]
  let sum = 0
  for (const share of shares) sum += share
  return shares.map(share => share / sum)
}
