import {describe, expect, test} from 'vitest'
import {dayOf} from '../../tools/time/days.ts'
import {Gaps} from './gaps.ts'
import {hourCalendar, kyivHourText, monthsOf, utcHourText} from './hour-calendar.ts'
import {sensorPeriod} from './sensor-period.ts'
import {utcStepText} from './ten-minutes.ts'
import {tenthsText} from './tenths.ts'

const period = sensorPeriod({today: dayOf(2026, 11, 21), firstDay: dayOf(2021, 1, 1)})

test('two years of hours, up to the end of yesterday', () => {
  expect(period.hours).toBe(17_520)
  expect(utcHourText(period.firstHour)).toBe('2024-11-21T00:00:00Z')
  expect(utcHourText(period.endHour - 1)).toBe('2026-11-20T23:00:00Z')
})

test('a city that is told from later on has fewer', () => {
  expect(sensorPeriod({today: dayOf(2026, 11, 21), firstDay: dayOf(2026, 1, 1)}).hours).toBe(324 * 24)
})

test('tenths', () => {
  expect([0, 3, 10, 9999, 10_001, 123_456, -3, -107].map(tenthsText)).toEqual([
    '0.0',
    '0.3',
    '1.0',
    '999.9',
    '1000.1',
    '12345.6',
    '-0.3',
    '-10.7',
  ])
})

test('steps of ten minutes', () => {
  expect(utcStepText(dayOf(2026, 7, 19) * 144 + 80)).toBe('2026-07-19T13:20:00Z')
})

describe('hours of Kyiv', () => {
  const hour = (day: number, clock: number) => day * 24 + clock

  test('the hour that autumn doubles and the hour that spring has not', () => {
    const [autumn, spring] = [dayOf(2026, 10, 25), dayOf(2026, 3, 29)]
    expect([hour(autumn, 0), hour(autumn, 1)].map(kyivHourText)).toEqual([
      '2026-10-25 03:00',
      '2026-10-25 03:00',
    ])
    expect([hour(spring, 0), hour(spring, 1)].map(kyivHourText)).toEqual([
      '2026-03-29 02:00',
      '2026-03-29 04:00',
    ])
  })

  test('weekdays turn at Kyiv’s midnight, and holidays are Sundays', () => {
    const {clock, weekday, yearDay, day} = hourCalendar(period)
    const at = (when: number) => when - period.firstHour
    // 1 May 2026 is a Friday; midnight in Kyiv is 21:00 UTC in summer.
    const eve = at(hour(dayOf(2026, 4, 30), 20))
    expect([clock[eve], weekday[eve]]).toEqual([23, 3])
    expect([clock[eve + 1], weekday[eve + 1], day[eve + 1], yearDay[eve + 1]]).toEqual([
      0,
      6,
      dayOf(2026, 5, 1),
      120,
    ])
  })

  test('months by either clock hold every hour once', () => {
    for (const clock of ['utc', 'kyiv'] as const) {
      const months = monthsOf(period, clock)
      expect(months).toHaveLength(25)
      expect(months[0]!.from).toBe(period.firstHour)
      expect(months.at(-1)!.to).toBe(period.endHour)
      for (const [index, month] of months.entries())
        if (index > 0) expect(month.from).toBe(months[index - 1]!.to)
      for (const {month, from, to} of months) {
        const text = clock === 'utc' ? utcHourText : kyivHourText
        expect([text(from).slice(0, 7), text(to - 1).slice(0, 7)]).toEqual([month, month])
      }
    }
  })
})

describe('gaps', () => {
  const silent = (key: number, from: number, hours: number, chance = 0.02, longest = 30) => {
    const gaps = new Gaps(key, chance, longest)
    return Array.from({length: hours}, (_, index) => gaps.isSilent(from + index))
  }

  test('about as many as the chance says, none longer than allowed', () => {
    const heard = silent(77, 480_000, 200_000)
    const share = heard.filter(Boolean).length / heard.length
    expect(share).toBeGreaterThan(0.008)
    expect(share).toBeLessThan(0.018)
    let [run, longest] = [0, 0]
    for (const isSilent of heard) {
      run = isSilent ? run + 1 : 0
      longest = Math.max(longest, run)
    }
    expect(longest).toBeGreaterThan(20)
    expect(longest).toBeLessThanOrEqual(60)
  })

  test('belong to their dates, whenever one begins to ask', () => {
    const all = silent(5, 480_000, 50_000)
    expect(silent(5, 480_000 + 24 * 200, 50_000 - 24 * 200).slice(200)).toEqual(all.slice(24 * 200 + 200))
  })
})
