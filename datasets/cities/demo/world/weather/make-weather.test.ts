import {describe, expect, test} from 'vitest'
import {dateOf, dayOf, isoDate} from '../../tools/time/days.ts'
import {eventsBefore} from '../events.ts'
import {calmSpells} from './calm-spells.ts'
import {normals} from './climate.ts'
import {type DailyWeather, dailyWeather} from './daily.ts'
import {makeWeather} from './make-weather.ts'
import type {Weather} from './weather.ts'

const today = dayOf(2026, 11, 21)
const firstDay = dayOf(2021, 1, 1)
const events = eventsBefore(today)
const weathers = [1, 2, 3].map(seed => makeWeather(seed, firstDay, today, events))
const weather = weathers[0]!
const daily = dailyWeather(weather)

const dayIndex = (day: number) => day - firstDay
const hourIndex = (hour: number) => hour - weather.firstHour
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((so, value) => so + value, 0)

/** Values of the days that a test takes. */
const ofDays = (values: Float32Array, takes: (day: number) => boolean) =>
  Array.from(values).filter((_, index) => takes(firstDay + index))

const isMonth = (month: number) => (day: number) => dateOf(day).month === month
function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, squareA, squareB] = [0, 0, 0]
  for (let index = 0; index < a.length; index++) {
    both += (a[index]! - meanA) * (b[index]! - meanB)
    squareA += (a[index]! - meanA) ** 2
    squareB += (b[index]! - meanB) ** 2
  }
  return both / Math.sqrt(squareA * squareB)
}

describe('the climate is that of the coast', () => {
  // Odesa, 1991–2020, as near as climate.ts says; the weather of thirty years must come as near to them.
  const odesa = {
    celsius: [-0.4, 0.6, 4.2, 9.7, 16, 20.9, 23.6, 23.3, 17.9, 12, 6.4, 2],
    millimetres: [36, 33, 33, 30, 37, 46, 43, 37, 43, 38, 36, 43],
  }
  const from = dayOf(1991, 1, 1)
  const thirtyYears = [1, 2, 3, 4].map(seed =>
    dailyWeather(makeWeather(seed, from, dayOf(2021, 1, 1), events)),
  )
  const inMonth = (values: Float32Array, month: number) =>
    Array.from(values).filter((_, index) => dateOf(from + index).month === month)

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('month %i lies by the normals of Odesa', month => {
    const of = (name: keyof DailyWeather) =>
      mean(thirtyYears.flatMap(one => inMonth(one[name] as Float32Array, month)))
    expect(Math.abs(of('temperatureMean') - odesa.celsius[month - 1]!)).toBeLessThan(0.6)
    expect(Math.abs(of('humidityMean') - normals.humidity[month - 1]!)).toBeLessThan(3)
    expect(Math.abs(of('pressureMean') - normals.pressure[month - 1]!)).toBeLessThan(3.5)
    const rain = (of('rain') * 365.25) / 12
    expect(Math.abs(rain / odesa.millimetres[month - 1]! - 1)).toBeLessThan(0.2)
  })

  test('455 mm fall in a year, on some sixty days, and hardly any hour is wet', () => {
    for (const {rain} of thirtyYears) {
      expect(Math.abs(sum(rain) / 30 / 455 - 1)).toBeLessThan(0.12)
      const wetDays = rain.filter(millimetres => millimetres >= 1).length / 30
      expect(wetDays).toBeGreaterThan(50)
      expect(wetDays).toBeLessThan(80)
    }
    expect(sum(thirtyYears.flatMap(({rain}) => Array.from(rain))) / 120 / 455).toBeCloseTo(1, 1)
    const hours = weather.rain.filter(millimetres => millimetres > 0).length / weather.rain.length
    expect(hours).toBeGreaterThan(0.03)
    expect(hours).toBeLessThan(0.12)
  })

  test('days are warmest after noon, most in summer and under a clear sky', () => {
    const byHour = Array.from({length: 24}, (_, hour) =>
      mean(Array.from(weather.temperature).filter((_value, index) => index % 24 === hour)),
    )
    // UTC; the sun is highest at 9:55.
    expect(byHour.indexOf(Math.max(...byHour))).toBeGreaterThanOrEqual(11)
    expect(byHour.indexOf(Math.max(...byHour))).toBeLessThanOrEqual(14)
    expect(byHour.indexOf(Math.min(...byHour))).toBeGreaterThanOrEqual(1)
    expect(byHour.indexOf(Math.min(...byHour))).toBeLessThanOrEqual(4)
    const range = daily.temperatureMax.map((most, index) => most - daily.temperatureMin[index]!)
    expect(mean(ofDays(range, isMonth(7)))).toBeGreaterThan(7)
    expect(mean(ofDays(range, isMonth(12)))).toBeLessThan(6.5)
  })

  test('a day is like the day before, and less like that of a week ago', () => {
    const season = new Map<number, number>()
    for (let month = 1; month <= 12; month++)
      season.set(month, mean(ofDays(daily.temperatureMean, isMonth(month))))
    const anomaly = Array.from(
      daily.temperatureMean,
      (value, index) => value - season.get(dateOf(firstDay + index).month)!,
    )
    const lag = (days: number) => correlation(anomaly.slice(days), anomaly.slice(0, -days))
    expect(lag(1)).toBeGreaterThan(0.7)
    expect(lag(7)).toBeLessThan(0.5)
    // Winters are restless, summers steady.
    const spread = (month: number) => {
      const values = anomaly.filter((_, index) => dateOf(firstDay + index).month === month)
      return Math.sqrt(mean(values.map(value => value * value)))
    }
    expect(spread(1)).toBeGreaterThan(1.4 * spread(7))
    expect(spread(2)).toBeGreaterThan(2)
  })

  test('it rains when pressure is low; wind comes from the south before a front and from the north-west behind it', () => {
    const wet = Array.from(daily.rain, millimetres => Math.min(10, millimetres))
    const winter = (_: number, index: number) => [11, 12, 1, 2, 3].includes(dateOf(firstDay + index).month)
    expect(correlation(wet.filter(winter), Array.from(daily.pressureMean).filter(winter))).toBeLessThan(-0.25)
    // Where the wind of windy hours blows from, while pressure falls and while it rises.
    const northward = (isFalling: boolean) => {
      const from: number[] = []
      for (let hour = 6; hour < weather.pressure.length; hour++) {
        const change = weather.pressure[hour]! - weather.pressure[hour - 6]!
        if (weather.windSpeed[hour]! > 6 && (isFalling ? change < -2.5 : change > 2.5))
          from.push(Math.cos((weather.windFrom[hour]! * Math.PI) / 180))
      }
      expect(from.length).toBeGreaterThan(100)
      return mean(from)
    }
    expect(northward(true)).toBeLessThan(-0.1)
    expect(northward(false)).toBeGreaterThan(0.4)
  })

  test('on summer afternoons the breeze comes from the sea, at night from the land', () => {
    const southerly = (clock: number) =>
      mean(
        Array.from(weather.windFrom).flatMap((from, index) =>
          index % 24 === clock &&
          [6, 7, 8].includes(dateOf(Math.floor((weather.firstHour + index) / 24)).month)
            ? [-Math.cos((from * Math.PI) / 180) * weather.windSpeed[index]!]
            : [],
        ),
      )
    expect(southerly(12)).toBeGreaterThan(southerly(2) + 1.5)
  })

  test('all values are possible', () => {
    for (const one of weathers) {
      const within = (values: Float32Array, from: number, to: number) =>
        expect([Math.min(...values) >= from, Math.max(...values) <= to]).toEqual([true, true])
      within(one.temperature, -22, 39)
      within(one.humidity, 15, 100)
      within(one.pressure, 970, 1050)
      within(one.windSpeed, 0, 25)
      within(one.windFrom, 0, 359)
      within(one.rain, 0, 37.3)
      within(one.snow, 0, 70)
      within(one.inversion, 0, 1)
    }
    expect(mean(weather.windSpeed)).toBeGreaterThan(2.8)
    expect(mean(weather.windSpeed)).toBeLessThan(4.8)
  })
})

describe('what events tell of the weather is there', () => {
  const during = (values: Float32Array, from: number, to: number) =>
    values.slice(hourIndex(from * 24), hourIndex(to * 24))

  test('frost while the heating failed', () => {
    const {from, to} = events.heatingFailure
    const nights = daily.temperatureMin.slice(dayIndex(from), dayIndex(to))
    expect(mean(nights)).toBeGreaterThan(-16)
    expect(mean(nights)).toBeLessThan(-12.5)
    expect(Math.max(...during(weather.temperature, from, to))).toBeLessThan(0)
  })

  test('snow, then rain on it, before the spring flood', () => {
    const {from, peak} = events.springFlood
    expect(daily.snow[dayIndex(from - 1)]).toBeGreaterThan(20)
    expect(daily.snow[dayIndex(peak)]).toBeLessThan(3)
    expect(sum(during(weather.rain, from, peak))).toBeGreaterThan(35)
    expect(mean(during(weather.temperature, from + 1, peak))).toBeGreaterThan(5)
  })

  test('74 mm in three hours, the most in the hour of the peak', () => {
    const {day, peakMinute} = events.cloudburst
    const peak = hourIndex(Math.floor(peakMinute / 60))
    expect(sum(weather.rain.slice(peak - 1, peak + 2))).toBeCloseTo(74, 3)
    expect(Math.max(...during(weather.rain, day, day + 1))).toBe(weather.rain[peak])
    expect(daily.rain[dayIndex(day)]).toBeCloseTo(74, 3)
    expect(weather.temperature[peak - 3]! - weather.temperature[peak + 2]!).toBeGreaterThan(6)
  })

  test('a dry north wind over the burning steppe', () => {
    const {from, to} = events.steppeFire
    expect(sum(during(weather.rain, from - 5, to))).toBe(0)
    const northerly = Array.from(during(weather.windFrom, from, to)).filter(
      degrees => degrees < 45 || degrees > 315,
    )
    expect(northerly.length / ((to - from) * 24)).toBeGreaterThan(0.9)
    expect(mean(during(weather.humidity, from, to))).toBeLessThan(45)
    expect(Math.max(...during(weather.temperature, from, to))).toBeGreaterThan(31)
  })

  test('a storm', () => {
    expect(daily.windMax[dayIndex(events.storm.day)]).toBeGreaterThan(14)
    expect(daily.windMax.filter(speed => speed > 14).length).toBeLessThan(12)
  })

  test('each winter has four or five spells of calm under an inversion', () => {
    for (let year = 2021; year <= 2025; year++) {
      let [spells, run] = [0, 0]
      for (let day = dayOf(year, 11, 1); day < dayOf(year + 1, 3, 5); day++) {
        const isCalm = mean(during(weather.inversion, day, day + 1)) > 0.66
        if (isCalm) expect(daily.windMean[dayIndex(day)]).toBeLessThan(1.6)
        run = isCalm ? run + 1 : 0
        if (run === 2) spells++
      }
      expect([isoDate(dayOf(year, 11, 1)), spells >= 3 && spells <= 6]).toEqual([
        isoDate(dayOf(year, 11, 1)),
        true,
      ])
    }
  })
})

test('in a calm spell the lid lifts by noon, more on some days than on others, and the air still stirs', () => {
  const spells = calmSpells(1, 2021, 2025)
  const noons: number[] = []
  const nights: number[] = []
  for (const {fromHour, toHour} of spells)
    for (let day = Math.ceil(fromHour / 24) + 1; day < Math.floor(toHour / 24); day++) {
      // UTC: noon in Kyiv is at ten.
      noons.push(mean(weather.inversion.slice(hourIndex(day * 24 + 10), hourIndex(day * 24 + 13))))
      nights.push(mean(weather.inversion.slice(hourIndex(day * 24), hourIndex(day * 24 + 4))))
      const speeds = Array.from(weather.windSpeed.slice(hourIndex(day * 24), hourIndex(day * 24 + 24)))
      expect(new Set(speeds).size).toBeGreaterThan(6)
    }
  expect(noons.length).toBeGreaterThan(25)
  expect(mean(noons)).toBeLessThan(mean(nights) - 0.25)
  expect(Math.max(...noons) - Math.min(...noons)).toBeGreaterThan(0.4)
})

describe('the weather belongs to its dates', () => {
  const columns = (one: Weather) => [
    one.temperature,
    one.humidity,
    one.pressure,
    one.windSpeed,
    one.windFrom,
    one.rain,
    one.snow,
    one.inversion,
  ]

  test('the same twice', () => {
    expect(columns(makeWeather(1, firstDay, today, events))).toEqual(columns(weather))
  })

  test('another seed, other weather', () => {
    expect(correlation(daily.rain, dailyWeather(weathers[1]!).rain)).toBeLessThan(0.6)
  })

  test('a day later, one day more and no other change', () => {
    const later = makeWeather(1, firstDay, today + 1, eventsBefore(today + 1))
    expect(columns(later).map(values => values.slice(0, weather.rain.length))).toEqual(columns(weather))
  })
})

test('days sum up their hours', () => {
  const day = 400
  const hours = weather.rain.slice(day * 24, day * 24 + 24)
  expect(daily.rain[day]).toBeCloseTo(sum(hours), 4)
  expect(daily.temperatureMean[day]).toBeCloseTo(mean(weather.temperature.slice(day * 24, day * 24 + 24)), 4)
  expect(daily.firstDay).toBe(firstDay)
})
