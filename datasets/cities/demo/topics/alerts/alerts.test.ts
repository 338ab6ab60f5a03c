import {describe, expect, test} from 'vitest'
import {type Row, writeChapter} from '../petitions/written-files.fixture.ts'
import {alertEpisodes, type Episode, raionLevelDay} from './alert-episodes.ts'
import {alerts} from './alerts.chapter.ts'

const file = 'alerts/alerts.demo.csv'
const files = writeChapter(alerts)
const {today, seed} = files.scope
const rows = files.rows(file)
const seconds = (text: string) => Date.parse(text.replace(' ', 'T')) / 1000
const ownPlaces = ['', 'Prykladskyi raion']
const own = rows.filter(({raion}) => ownPlaces.includes(raion!))

/** Intervals that touch or overlap become one; a textbook sweep over the file. */
function merged(of: Row[]): Episode[] {
  const sorted = of
    .map(row => ({from: seconds(row.started_at!), to: seconds(row.finished_at!)}))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const islands: Episode[] = []
  for (const {from, to} of sorted) {
    const last = islands.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else islands.push({from, to})
  }
  return islands
}

const kyivHour = new Intl.DateTimeFormat('en', {hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Kyiv'})

/** Hours of these intervals, and those of them from 23 to 7 by Kyiv’s clock, in steps of five minutes. */
function hoursOf(islands: Episode[]): {hours: number; night: number} {
  let [all, night] = [0, 0]
  for (const {from, to} of islands)
    for (let at = from; at < to; at += 300) {
      const length = Math.min(300, to - at) / 3600
      const hour = Number(kyivHour.format(at * 1000))
      all += length
      if (hour >= 23 || hour < 7) night += length
    }
  return {hours: all, night}
}

describe('the archive', () => {
  test('has the columns and the spelling of the real one', () => {
    expect(Object.keys(rows[0]!)).toEqual([
      'oblast',
      'raion',
      'hromada',
      'level',
      'started_at',
      'finished_at',
      'source',
    ])
    for (const row of rows) {
      expect(row.oblast).toBe('Prykladna oblast')
      expect(row.started_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00$/)
      expect(seconds(row.finished_at!)).toBeGreaterThan(seconds(row.started_at!))
      const level = row.hromada ? 'hromada' : row.raion ? 'raion' : 'oblast'
      expect(row.level).toBe(level)
    }
  })

  test('is sorted, begins with the first siren of 24 February 2022 and ends before today', () => {
    const starts = rows.map(row => seconds(row.started_at!))
    expect([...starts].sort((a, b) => a - b)).toEqual(starts)
    expect(rows[0]!.started_at).toBe('2022-02-24 03:07:00+00:00')
    for (const row of rows) expect(seconds(row.finished_at!)).toBeLessThan(today * 86_400)
  })

  test('merges to the episodes that were configured', () => {
    const episodes = alertEpisodes(seed, today)
    expect(merged(own)).toEqual(episodes)
    expect(episodes.length).toBeGreaterThan(1700)
    expect(episodes.length).toBeLessThan(2400)
  })

  // Official archive, two oblasts by the sea, 2022 to 2024: medians 34 to 59 minutes, ninetieth percentile 86 to 195.
  test('lasts as long as alerts do', () => {
    const minutes = merged(own)
      .map(({from, to}) => (to - from) / 60)
      .sort((a, b) => a - b)
    expect(minutes[Math.floor(minutes.length / 2)]).toBeGreaterThan(34)
    expect(minutes[Math.floor(minutes.length / 2)]).toBeLessThan(59)
    expect(minutes[Math.floor(minutes.length * 0.9)]).toBeGreaterThan(86)
    expect(minutes[Math.floor(minutes.length * 0.9)]).toBeLessThan(195)
    expect(minutes.filter(length => length > 300).length).toBeGreaterThan(5)
    expect(minutes.at(-1)).toBeLessThan(12 * 60)
  })

  test('does not grow with the scale, and is the same in two cities told to different days', () => {
    expect(writeChapter(alerts, {scale: 10}).written).toEqual(files.written)
    const earlier = alertEpisodes(seed, today - 200)
    expect(alertEpisodes(seed, today).slice(0, earlier.length)).toEqual(earlier)
  })
})

describe('truths', () => {
  test('alerts-move-into-the-night', () => {
    const years = Map.groupBy(merged(own), ({from}) => new Date(from * 1000).getUTCFullYear())
    const shares = [...years.values()].map(islands => {
      const {hours, night} = hoursOf(islands)
      return night / hours
    })
    expect(shares[0]).toBeLessThan(0.4)
    expect(shares.at(-1)).toBeGreaterThan(0.5)
    // Year by year, as a straight line has it: at least four hundredths more.
    const mean = (shares.length - 1) / 2
    const slope =
      shares.reduce((sum, share, index) => sum + (index - mean) * share, 0) /
      shares.reduce((sum, _, index) => sum + (index - mean) ** 2, 0)
    expect(slope).toBeGreaterThan(0.04)
  })

  test('alerts-by-raion', () => {
    const days = (today - raionLevelDay) * 86_400
    const around = (of: Row[], after: boolean) => {
      const from = raionLevelDay * 86_400 - (after ? 0 : days)
      return of.filter(row => seconds(row.started_at!) >= from && seconds(row.started_at!) < from + days)
    }
    const byRaion = (of: Row[]) => of.filter(({level}) => level === 'raion').length / of.length
    expect(byRaion(around(own, false))).toBeLessThan(0.25)
    expect(byRaion(around(own, true))).toBeGreaterThan(0.65)
    expect(around(rows, true).length / around(rows, false).length).toBeGreaterThan(1.9)
    const hours = (after: boolean) => hoursOf(merged(around(own, after))).hours
    expect(hours(true) / hours(false)).toBeLessThan(1.4)
    expect(hours(true) / hours(false)).toBeGreaterThan(0.7)
  })
})

test('repeats and overlaps are as many as said', () => {
  const keys = rows.map(row => Object.values(row).join('|'))
  expect(keys.length - new Set(keys).size).toBe(files.dirt(file, 'a row is repeated exactly'))
  const distinct = [...new Map(own.map(row => [Object.values(row).join('|'), row])).values()]
  // Each raion row whose time another own row shares.
  const overlapping = distinct.filter(
    row =>
      row.level === 'raion' &&
      distinct.some(
        other =>
          other.level === 'oblast' &&
          seconds(other.started_at!) < seconds(row.finished_at!) &&
          seconds(row.started_at!) < seconds(other.finished_at!),
      ),
  )
  expect(overlapping).toHaveLength(
    files.dirt(file, 'a row of the raion overlaps one of the oblast about the same alert of the city'),
  )
})

test('the first three weeks were written down by volunteers, who did not always note the all-clear', () => {
  const byVolunteers = rows.filter(({source}) => source === 'volunteer')
  const before = rows.filter(({started_at}) => started_at! < '2022-03-15')
  expect(byVolunteers).toEqual(before)
  expect(new Set(before.map(({level}) => level))).toEqual(new Set(['oblast']))
  // Day by day: nothing before the siren of the first, at most one day without any afterwards.
  const days = new Set(before.map(({started_at}) => started_at!.slice(0, 10)))
  expect(days.size).toBeGreaterThanOrEqual(18)
  const naive = byVolunteers.filter(row => seconds(row.finished_at!) - seconds(row.started_at!) === 1800)
  expect(naive).toHaveLength(
    files.dirt(file, 'a row of volunteers without a noted all-clear: it ends exactly 30 minutes later'),
  )
  expect(naive.length).toBeGreaterThan(10)
})
