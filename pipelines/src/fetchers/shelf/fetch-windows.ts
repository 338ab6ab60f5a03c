import {type FetchContext, FetchError} from '../fetcher.ts'
import {addDays, daysBetween} from './days.ts'
import type {Pages} from './fetch-pages.ts'
import type {Kept} from './open-shelf.ts'

/** Days from the first to the last, both within. */
export type Window = {from: string; to: string}

export type WindowPlan = {
  /** What tells this series from others of the same feed; goes into file names. */
  stem: string
  since: string
  windowDays: number
  settledAfterDays: number
  /** Fetches one window into pages of that stem. `isCut`: the service held back what exceeds its limit. */
  fetch: (window: Window, stem: string, context: FetchContext) => Promise<Pages & {isCut: boolean}>
  /** What to do where a single day is too much for one answer. */
  whenDayIsCut: string
}

/**
 * Fetches day after day in windows that stay the same from run to run. A window that ended long enough ago is kept for
 * good; later ones are fetched again, because rows arrive and change late. One whose answer was cut is halved until
 * it fits.
 */
export async function fetchWindows(plan: WindowPlan, context: FetchContext): Promise<Kept[]> {
  const {shelf, today, signal, onFiles} = context
  const {stem, since, windowDays, settledAfterDays} = plan
  if (since > today) throw new FetchError(`The first day to ask for, ${since}, lies ahead.`)
  const count = Math.ceil((daysBetween(since, today) + 1) / windowDays)
  const kept: Kept[] = []
  for (let index = 0; index < count; index++) {
    signal.throwIfAborted()
    const from = addDays(since, index * windowDays)
    const end = addDays(from, windowDays - 1)
    const to = end < today ? end : today
    const note = `${stem}${from}`
    const known = await filesOf(note, context)
    const isGood =
      known?.to === to &&
      (known.isOfThisRun || (to === end && known.at.slice(0, 10) >= addDays(end, settledAfterDays)))
    if (known && isGood) kept.push(...known.files)
    else {
      const files = await collect({from, to}, plan, {...context, onFiles: () => {}})
      await shelf.put({
        name: note,
        address: '',
        bytes: 0,
        isNote: true,
        window: {to, names: files.map(({name}) => name)},
      })
      kept.push(...files)
    }
    onFiles(index + 1, count)
  }
  return kept
}

async function collect(window: Window, plan: WindowPlan, context: FetchContext): Promise<Kept[]> {
  const {kept, records, isCut} = await plan.fetch(window, `${plan.stem}${window.from}_${window.to}`, context)
  if (!isCut) return kept
  const days = daysBetween(window.from, window.to)
  if (days === 0)
    throw new FetchError(`${window.from} alone has ${records} records or more. ${plan.whenDayIsCut}`)
  const middle = addDays(window.from, Math.floor(days / 2))
  return [
    ...(await collect({from: window.from, to: middle}, plan, context)),
    ...(await collect({from: addDays(middle, 1), to: window.to}, plan, context)),
  ]
}

/** The files of a window that was fetched, if every one of them still lies there. */
async function filesOf(note: string, {shelf}: FetchContext) {
  const known = await shelf.kept(note)
  if (!known?.window) return null
  const files: Kept[] = []
  for (const name of known.window.names) {
    const file = await shelf.kept(name)
    if (!file) return null
    files.push(file)
  }
  return {files, to: known.window.to, at: known.at, isOfThisRun: shelf.isOfThisRun(known)}
}
