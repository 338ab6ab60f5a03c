import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {dayOf} from '../../tools/time/days.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {Gaps} from './gaps.ts'
import {hourCalendar, kyivHourText, utcHourText} from './hour-calendar.ts'
import {sensorPeriod} from './sensor-period.ts'
import {utcStepText} from './ten-minutes.ts'
import {tenthsText} from './tenths.ts'
import {writeMonths} from './write-months.ts'

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

  test('days turn at Kyiv’s midnight, and a holiday keeps its weekday', () => {
    const {clock, weekday, sundayShare, yearDay, day} = hourCalendar(period)
    const at = (when: number) => when - period.firstHour
    // 1 May 2026 is a Friday; midnight in Kyiv is 21:00 UTC in summer.
    const eve = at(hour(dayOf(2026, 4, 30), 20))
    expect([clock[eve], weekday[eve], sundayShare[eve]]).toEqual([23, 3, 0])
    const [first, newYear] = [eve + 1, at(hour(dayOf(2026, 1, 1), 10))]
    expect([clock[first], weekday[first], day[first], yearDay[first]]).toEqual([0, 4, dayOf(2026, 5, 1), 120])
    expect(sundayShare[first]).toBeGreaterThan(0)
    expect(sundayShare[first]).toBeLessThan(0.5)
    expect([weekday[newYear], sundayShare[newYear]]).toEqual([3, 1])
  })
})

describe('files of months', () => {
  const written = (clock: 'utc' | 'kyiv') => {
    const folder = mkdtempSync(join(tmpdir(), 'months-'))
    const outbox = new Outbox(folder)
    const said: string[] = []
    writeMonths(
      outbox,
      period,
      {path: 'some/series', header: ['hour'], delimiter: ';', clock},
      (file, hour, month) => {
        const text = clock === 'utc' ? utcHourText(hour) : kyivHourText(hour)
        if (!text.startsWith(month)) said.push(`${text} in ${month}`)
        file.line(text)
      },
    )
    const files = outbox.finish()
    const lines = files.flatMap(({path}) =>
      readFileSync(join(folder, path), 'utf8').trimEnd().split('\n').slice(1),
    )
    rmSync(folder, {recursive: true})
    return {files, lines, said}
  }

  test('hold every hour once and in order, each in the month of the clock that files it', () => {
    for (const clock of ['utc', 'kyiv'] as const) {
      const {files, lines, said} = written(clock)
      expect(said).toEqual([])
      expect(files).toHaveLength(25)
      expect(files[0]!.path).toBe('some/series-2024-11.demo.csv')
      expect(files.reduce((sum, {records}) => sum + records, 0)).toBe(period.hours)
      const text = clock === 'utc' ? utcHourText : kyivHourText
      expect(lines).toEqual(Array.from({length: period.hours}, (_, at) => text(period.firstHour + at)))
    }
  })

  test('those of Kyiv begin two or three hours before those of UTC', () => {
    const records = (clock: 'utc' | 'kyiv') => written(clock).files.map(one => one.records)
    const [utc, kyiv] = [records('utc'), records('kyiv')]
    // From 21 November, 00:00 UTC, to the last of the month; then October 2026, which begins in summer time.
    expect([utc[0], kyiv[0]]).toEqual([240, 238])
    expect([utc[23], kyiv[23]]).toEqual([744, 745])
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
