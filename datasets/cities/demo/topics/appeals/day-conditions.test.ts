import {expect, test} from 'vitest'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import type {Weather} from '../../world/weather/weather.ts'
import {dayConditions} from './day-conditions.ts'

const first = dayOf(2024, 9, 1)
const days = 300

/** Weather with these temperatures, day by day, and a shower on the tenth. */
function weatherOf(temperatureOf: (day: number) => number): Weather {
  const hours = (of: (hour: number) => number) =>
    Float32Array.from({length: days * 24}, (_, hour) => of(hour))
  const none = hours(() => 0)
  return {
    firstHour: first * 24,
    temperature: hours(hour => temperatureOf(Math.floor(hour / 24))),
    humidity: none,
    pressure: none,
    windSpeed: hours(hour => (hour % 24 === 15 ? 12 : 3)),
    windFrom: none,
    rain: hours(hour => (hour === 9 * 24 + 12 ? 30 : 0)),
    snow: none,
    inversion: none,
  }
}
const conditions = (temperatureOf: (day: number) => number) =>
  dayConditions(weatherOf(temperatureOf), first, first + days, day => dateOf(day).month)
const dayIndex = (month: number, date: number, year = 2024) => dayOf(year, month, date) - first

test('the heating is turned on after three cold days of autumn and off after three warm ones of spring', () => {
  const cold = dayIndex(10, 10)
  const warm = dayIndex(4, 5, 2025)
  const told = conditions(day => (day >= cold && day < warm ? 5 : 14))
  expect(told[cold + 1]!.heatingDays).toBe(-1)
  expect(told[cold + 3]!.heatingDays).toBeGreaterThanOrEqual(0)
  expect(told[warm]!.heatingDays).toBeGreaterThan(100)
  expect(told[warm + 4]!.heatingDays).toBe(-1)
})

test('it stays on through a warm week of winter, and off through a cold one of May', () => {
  const told = conditions(day =>
    day >= dayIndex(5, 10, 2025) ? 6 : day < dayIndex(11, 1) ? 15 : day < dayIndex(4, 1, 2025) ? 12 : 15,
  )
  expect(told[dayIndex(1, 15, 2025)]!.heatingDays).toBeGreaterThan(60)
  expect(told[dayIndex(5, 20, 2025)]!.heatingDays).toBe(-1)
})

test('snow that falls is told from snow that lies', () => {
  const weather = weatherOf(() => -3)
  // Five centimetres on the evening of the fourth day, that lie for two days.
  weather.snow.fill(5, 3 * 24 + 16, 6 * 24)
  const told = dayConditions(weather, first, first + days, day => dateOf(day).month)
  expect([2, 3, 4, 5].map(day => told[day]!.freshSnow)).toEqual([0, 5, 0, 0])
  expect([2, 3, 4, 5].map(day => told[day]!.snow)).toEqual([0, 0, 5, 5])
})

test('rain is summed by day and over three days, wind is the strongest hour, a thaw follows frost', () => {
  const told = conditions(day => (day < 100 ? 10 : day < 110 ? -6 : 3))
  expect(told[9]!.rain).toBe(30)
  expect([9, 10, 11, 12].map(day => told[day]!.rainOfThree)).toEqual([30, 30, 30, 0])
  expect(told[20]!.wind).toBe(12)
  expect(told[105]!.isThaw).toBe(false)
  expect([111, 112].map(day => told[day]!.isThaw)).toEqual([true, true])
  expect(told[120]!.isThaw).toBe(false)
})
