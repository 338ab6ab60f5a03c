import {expect, test} from 'vitest'
import {calendarDays} from './calendar-days.ts'
import {holidays} from './holidays.ts'

const ukraine = calendarDays('UA', 2015, 2030)
const dayOf = new Map(ukraine.map(day => [day.date, day]))
const between = (from: string, to: string) =>
  dayOf.get(to)!.working_day_number - dayOf.get(from)!.working_day_number

// Dates of Orthodox Easter as the calendar of the church has them.
test('Easter and Trinity', () => {
  const easters = [2016, 2019, 2021, 2022, 2024, 2025, 2026].map(
    year => holidays(year).find(({en}) => en === 'Easter')!.date,
  )
  expect(easters).toEqual([
    '2016-05-01',
    '2019-04-28',
    '2021-05-02',
    '2022-04-24',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
  ])
  expect(holidays(2021).find(({en}) => en === 'Trinity')!.date).toBe('2021-06-20')
})

// Ministry of Economy: norms of working time. 2019 had 250 working days, 2021 had 250.
test('working days of a year', () => {
  const worked = (year: string) => ukraine.filter(day => day.date.startsWith(year) && day.is_working).length
  expect([worked('2019'), worked('2021')]).toEqual([250, 250])
  expect(worked('2023')).toBe(260)
})

test('under martial law holidays are worked, weekends are not', () => {
  expect(dayOf.get('2021-08-24')).toMatchObject({is_working: false, holiday_en: 'Independence Day'})
  expect(dayOf.get('2022-08-24')).toMatchObject({is_working: true, holiday_en: 'Independence Day'})
  expect(between('2026-08-21', '2026-08-24')).toBe(1)
  expect(between('2026-03-02', '2026-03-16')).toBe(10)
})

test('of another country only weekends are known', () => {
  expect(calendarDays('GB', 2026, 2026).filter(({is_working}) => is_working)).toHaveLength(261)
})
