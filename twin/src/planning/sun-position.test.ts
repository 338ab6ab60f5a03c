import {expect, test} from 'vitest'
import {sunPosition} from './sun-position.ts'
import {sunsOfDay, sunsOfYear} from './suns-of-day.ts'

/** Degrees between two azimuths, over north too. */
const turn = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180)

test.each([
  // I. Reda and A. Andreas, Solar Position Algorithm, NREL/TP-560-34302 (2008), table A5.1.
  ['2003-10-17T19:30:30Z', 39.742476, -105.1786, 194.34024, 90 - 50.11162],
  // Values of NREL's own program at 1,000 hPa and 10 °C, as solar_positioning's reference file has them.
  ['1910-03-15T00:30:00Z', -36.840556, 174.74, 0.188643, 90 - 34.269919],
  ['1910-03-15T03:30:00Z', -36.840556, 174.74, 298.894756, 90 - 53.637925],
  ['1910-03-15T06:30:00Z', -36.840556, 174.74, 268.08235, 90 - 88.143823],
  // suncalc 2.0.2, which counts refraction too.
  ['2026-06-21T15:00:00Z', 51.9244, 4.4777, 251.745, 43.194],
])(
  'the sun at %s stands where published algorithms put it, to 0.02°',
  (time, lat, lon, azimuth, altitude) => {
    const sun = sunPosition(Date.parse(time), lat, lon)
    expect(turn(sun.azimuthDegrees, azimuth)).toBeLessThan(0.02)
    expect(Math.abs(sun.altitudeDegrees - altitude)).toBeLessThan(0.02)
  },
)

/** Hours of daylight: the suns of a day all together. */
const dayLength = (day: string, lat: number, lon: number, least?: number) =>
  sunsOfDay(day, lat, lon, least === undefined ? {} : {leastAltitudeDegrees: least}).reduce(
    (sum, {hours}) => sum + hours,
    0,
  )

test.each([
  // Sunrise and sunset in Decorah, Iowa (43.30° N, 91.79° W), by the U.S. Naval Observatory, as Luther College has them.
  ['2021-09-01', 43.3, -91.79, 13 + 9 / 60],
  ['2021-09-11', 43.3, -91.79, 12 + 41 / 60],
  ['2021-09-23', 43.3, -91.79, 12 + 6 / 60],
  ['2021-09-30', 43.3, -91.79, 11 + 45 / 60],
])('the day of %s is as long as the almanac says, to two minutes', (day, lat, lon, hours) => {
  expect(Math.abs(dayLength(day, lat, lon) - hours)).toBeLessThan(2 / 60)
})

test('polar day, polar night, and a day that is none', () => {
  expect(dayLength('2026-06-21', 70, 25)).toBeCloseTo(24, 6)
  expect(sunsOfDay('2026-12-21', 70, 25)).toEqual([])
  expect(() => sunsOfDay('21.06.2026', 50, 30)).toThrow('"21.06.2026" is no day; one is written 2026-06-21.')
})

test('suns stand for equal stretches, each in its middle, and a norm may leave out the low ones', () => {
  const suns = sunsOfDay('2026-03-21', 50, 30, {stepMinutes: 20})
  expect(new Set(suns.map(({hours}) => hours.toFixed(9))).size).toBe(1)
  expect(suns[0]!.hours).toBeLessThanOrEqual(1 / 3)
  expect(suns[1]!.time - suns[0]!.time).toBeCloseTo(suns[0]!.hours * 3_600_000, 0)
  // At 50° N on the equinox the sun climbs 15° × cos 50° an hour: five degrees, in the morning and in the evening.
  expect(dayLength('2026-03-21', 50, 30, 5) - dayLength('2026-03-21', 50, 30, 10)).toBeCloseTo(
    (2 * 5) / (15 * Math.cos((50 * Math.PI) / 180)),
    1,
  )
})

test.each([0, 30, 46, 50.45, 60])(
  'twelve days tell the mean day of the year at %d° to a minute and a half',
  lat => {
    let all = 0
    for (let day = 0; day < 365; day++)
      all += dayLength(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10), lat, 30) / 365
    const twelve = sunsOfYear(2026, lat, 30).reduce((sum, {hours}) => sum + hours, 0)
    expect(Math.abs(twelve - all)).toBeLessThan(1.5 / 60)
  },
)
