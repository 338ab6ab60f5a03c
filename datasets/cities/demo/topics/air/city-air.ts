import {cos, exp, pi, sin} from '../../tools/numbers/exact.ts'
import {hash} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import {isUnderCurfew} from '../../tools/time/curfew.ts'
import type {Events} from '../../world/events.ts'
import {dailyWeather} from '../../world/weather/daily.ts'
import type {Weather} from '../../world/weather/weather.ts'
import type {HourCalendar} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {cityTraffic} from '../traffic/demand.ts'
import {desertDust} from './desert-dust.ts'
import {steppeSmoke} from './steppe-smoke.ts'
import {sunHeights} from './sun-heights.ts'

const series = [
  'region',
  'traffic',
  'stoves',
  'boilers',
  'works',
  'coarse',
  'dust',
  'smoke',
  'nox',
  'ozone',
  'sun',
  'toEast',
  'toNorth',
] as const

/**
 * What hangs in the city's air hour by hour, by where it comes from: µg/m³ of fine particles at a usual street; `nox` as
 * NO2; `coarse` and `dust` are particles above 2.5 µm, of the streets and of far deserts; `sun` 0 … 1; `toEast` and
 * `toNorth` where the wind blows to, of length 1 from 3 m/s.
 */
export type CityAir = Record<(typeof series)[number], Float32Array>

/** Hours of Kyiv's clock, as factors of a stove's mean hour: the evening's fire, a smaller one at dawn. */
const stoveCourse = [
  0.9, 0.6, 0.45, 0.4, 0.5, 0.8, 1.2, 1.2, 0.9, 0.6, 0.5, 0.45, 0.4, 0.45, 0.5, 0.7, 1.1, 1.6, 2, 2.2, 2.2, 2,
  1.6, 1.2,
]
/** District boilers fire hardest before the city gets up. */
const boilerCourse = [
  1.15, 1.2, 1.3, 1.4, 1.5, 1.45, 1.3, 1.05, 0.85, 0.75, 0.7, 0.65, 0.65, 0.65, 0.7, 0.75, 0.85, 0.95, 1, 1,
  1, 1, 1, 1.1,
]

/** Of what the box holds of low sources, so much has spread all over it; the rest is the last hour's, near by. */
const boxShare = 0.8

/**
 * One well-mixed box over the city. Each source fills it; wind and the sun's stirring empty it, an inversion makes it
 * low and closes it, rain washes it. So every series remembers the hours before it.
 */
export function cityAir(
  seed: number,
  period: SensorPeriod,
  calendar: HourCalendar,
  weather: Weather,
  events: Events,
): CityAir {
  const {firstHour, hours} = period
  const offset = firstHour - weather.firstHour
  const flow = cityTraffic(calendar, weather, firstHour)
  const daily = dailyWeather(weather)
  const heights = sunHeights()
  const [sines, cosines] = degreeTables()
  const air = Object.fromEntries(series.map(name => [name, new Float32Array(hours)])) as CityAir
  air.dust = desertDust(seed, period, weather)
  const far = hash(seed, 'far air')
  let [region, traffic, stoves, boilers, works, coarse, smoke, nox, ozone, dryness] = [
    8, 2, 2, 1, 1, 6, 0, 20, 60, 0.5,
  ]
  for (let at = 0; at < hours; at++) {
    const hour = firstHour + at
    const now = offset + at
    const clock = calendar.clock[at]!
    const yearDay = calendar.yearDay[at]!
    const inversion = weather.inversion[now]!
    const wind = weather.windSpeed[now]!
    const rain = weather.rain[now]!
    const humidity = weather.humidity[now]!
    const isWhite = weather.snow[now]! > 1
    const push = Math.min(1, wind / 3)
    const fromEast = sines[weather.windFrom[now]!]! * push
    const fromNorth = cosines[weather.windFrom[now]!]! * push
    const height = heights[yearDay * 24 + (hour % 24)]!
    const sun = height * (rain > 0 ? 0.25 : Math.max(0.3, 1 - Math.max(0, humidity - 60) / 50))

    // An hour of the box. A source of a given strength stands at just that in an ordinary wind.
    const stirred = (0.19 + 0.12 * wind + 0.34 * sun) * (1 - 0.45 * inversion)
    const leaves = stirred + 0.09 * Math.min(3, rain)
    const fills = 0.62 / (1 - 0.32 * inversion)
    const near = (0.12 + 1.4 * inversion) / (1 + 0.6 * wind)
    const after = (stood: number, strength: number) => (stood + strength * fills) / (1 + leaves)

    // Stoves follow the cold of two days; district heating runs below about 8 °C.
    const day = Math.floor(now / 24)
    const mean = (daily.temperatureMean[day]! + daily.temperatureMean[Math.max(0, day - 1)]!) / 2
    const cold = Math.max(0, 14 - mean) / 14
    const district = Math.max(0, Math.min(1, (9 - mean) / 2)) * (0.5 + Math.max(0, 8 - mean) / 16)
    const cars = 2.6 * flow[at]!
    traffic = after(traffic, cars)
    const isPeace = !isUnderCurfew(calendar.day[at]!, 0)
    const fires = 5.8 * cold * stoveCourse[clock]! + (isPeace ? fireworks(yearDay, clock) : 0)
    stoves = after(stoves, fires)
    boilers = after(boilers, 2.6 * district * boilerCourse[clock]!)
    works = after(works, clock >= 7 && clock < 20 ? 2.6 : 1.7)
    nox = after(nox, 27 * flow[at]! + 8 * cold * stoveCourse[clock]! + 5 * district)

    // Streets dry within a day. Wheels raise the dry dust, and from 6 m/s the wind.
    const isWet = rain > 0.2 || isWhite
    dryness += ((isWet ? 0 : humidity > 88 ? 0.25 : 1) - dryness) * (rain > 0.2 ? 0.5 : 0.05)
    coarse = after(coarse, dryness * (8 * flow[at]! + 2 + 3.2 * Math.max(0, wind - 6)))

    // A mass of air stays for a day or two: clean from the sea, less so from the continent.
    const continental = 1 + 0.3 * fromNorth + 0.12 * fromEast
    const varied = exp(0.9 * wander(far, hour / 87) + 0.4 * wander(far + 1, hour / 29))
    region += (6.2 * (1 + 0.35 * cold) * continental * varied - region) * 0.07
    region /= 1 + 0.05 * rain
    smoke += (steppeSmoke(seed, hour, events, height) - smoke) * 0.35

    // Ozone comes with the season, is made by sun and warmth, and settles at night below an inversion.
    const season = 46 + 26 * heights[yearDay * 24 + 10]!
    const made = 70 * sun * Math.max(0, Math.min(1.3, (weather.temperature[now]! - 4) / 22))
    ozone += (season * Math.min(1, 0.66 - 0.45 * inversion + 0.06 * wind) + made - ozone) * 0.3

    air.region[at] = region
    air.traffic[at] = boxShare * traffic + near * cars
    air.stoves[at] = boxShare * stoves + near * fires
    air.boilers[at] = boilers
    air.works[at] = works
    air.coarse[at] = coarse
    air.smoke[at] = smoke
    air.nox[at] = nox
    air.ozone[at] = ozone
    air.sun[at] = sun
    air.toEast[at] = -fromEast
    air.toNorth[at] = -fromNorth
  }
  return air
}

/** Fireworks of New Year's night; under a curfew there are none. */
const fireworks = (yearDay: number, clock: number) =>
  yearDay === 0 && clock < 4 ? [95, 60, 25, 10][clock]! : yearDay >= 364 && clock === 23 ? 12 : 0

/** Sine and cosine of whole degrees. */
function degreeTables(): [Float64Array, Float64Array] {
  const sines = new Float64Array(360)
  const cosines = new Float64Array(360)
  for (let degrees = 0; degrees < 360; degrees++) {
    sines[degrees] = sin((degrees * pi) / 180)
    cosines[degrees] = cos((degrees * pi) / 180)
  }
  return [sines, cosines]
}
