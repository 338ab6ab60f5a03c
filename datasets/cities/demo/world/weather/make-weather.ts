import {atan, exp, pi, sin} from '../../tools/numbers/exact.ts'
import {hash, mix} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import {dateOf, dayOfYear} from '../../tools/time/days.ts'
import type {Events} from '../events.ts'
import {calmSpells} from './calm-spells.ts'
import {byDayOfYear, clearSwing, cloudiness, normals, winterliness} from './climate.ts'
import {type Front, frontsBetween} from './fronts.ts'
import {plant} from './planted.ts'
import {emptySky, type Sky} from './sky.ts'
import type {Weather} from './weather.ts'

/**
 * The weather from the first day up to the end of the day before `today`, with what `events` tell of it. Each hour
 * follows from its own date and what passes near it, so that a later `today` adds days and changes none.
 * @param seed any whole number
 * @param firstDay @param today days; see time/days.ts
 */
export function makeWeather(seed: number, firstDay: number, today: number, events: Events): Weather {
  const sky = emptySky(firstDay * 24, today * 24)
  layClimate(sky, seed)
  for (const spell of calmSpells(seed, dateOf(firstDay).year - 1, dateOf(today).year))
    for (let hour = spell.fromHour - 18; hour < spell.toHour + 10; hour++)
      sky.set('calm', hour, slope((hour - spell.fromHour + 18) / 18) * slope((spell.toHour + 10 - hour) / 10))
  for (const front of frontsBetween(seed, sky.firstHour - 120, sky.firstHour + sky.hours + 60))
    pass(sky, front)
  plant(sky, seed, events)
  return settle(sky, seed)
}

const slope = (share: number) => Math.min(1, Math.max(0, share))
const ease = (share: number) => slope(share) * slope(share) * (3 - 2 * slope(share))

/** Seasons, spells of weeks, and the wandering of days: all that needs no front. */
function layClimate(sky: Sky, seed: number) {
  const of = (name: string) => hash(seed, name)
  const weeks = of('weeks')
  const days = of('days')
  const hours = of('hours')
  const high = of('high')
  const clouds = of('clouds')
  const [east, north] = [of('east'), of('north')]
  const temperature = byDayOfYear(normals.temperature)
  const humidity = byDayOfYear(normals.humidity)
  const pressure = byDayOfYear(normals.pressure)
  const cloud = byDayOfYear(cloudiness)
  const winterOf = byDayOfYear(winterliness)
  for (let at = 0; at < sky.hours; at++) {
    const hour = sky.firstHour + at
    const day = dayOfYear(Math.floor(hour / 24))
    const winter = winterOf[day]!
    const anomaly =
      (1.6 + 0.6 * winter) * wander(weeks, hour / 613) +
      (5.8 + 2.9 * winter) * wander(days, hour / 149) +
      (3.2 + 1.6 * winter) * wander(days + 1, hour / 61)
    sky.temperature[at] = temperature[day]! + 0.5 + 0.5 * winter + anomaly + 0.7 * wander(hours, hour / 7.3)
    sky.moisture[at] =
      humidity[day]! - 1.8 + 9 * wander(hours + 1, hour / 41) + 7 * wander(hours + 2, hour / 13)
    sky.pressure[at] =
      pressure[day]! +
      1.6 +
      (5 + 7 * winter) * wander(high, hour / 233) +
      (2 + 4 * winter) * wander(high + 1, hour / 83) +
      0.7 * wander(high + 2, hour / 9.1)
    sky.cloud[at] =
      cloud[day]! - 0.06 + 0.5 * wander(clouds, hour / 37) + 0.3 * wander(clouds + 1, hour / 11.7)
    // Northerly winds prevail in winter, north-westerly in summer.
    sky.fromEast[at] = -0.7 + 1.5 * winter + 5.6 * wander(east, hour / 71) + 3.2 * wander(east + 1, hour / 23)
    sky.fromNorth[at] =
      0.8 + 1.1 * winter + 5.6 * wander(north, hour / 67) + 3.2 * wander(north + 1, hour / 19)
  }
}

/** What a front adds to the hours around it; a calm spell holds it off. */
function pass(sky: Sky, {hour: passage, strength: full, rainFrom, rain}: Front) {
  const winter = winterliness[dateOf(Math.floor(passage / 24)).month - 1]!
  const strength = full * (1 - sky.at('calm', passage))
  for (let hour = passage - 40; hour < passage + 96; hour++) {
    const since = hour - passage
    sky.add(
      'pressure',
      hour,
      -strength *
        (6 + 9 * winter) *
        (since < 0 ? ease(1 + since / 38) : exp((-since * since) / (12 * since + 120))),
    )
    sky.add(
      'temperature',
      hour,
      strength *
        (since < 0
          ? (1.5 + 2 * winter) * ease(1 + since / 36)
          : (1.5 + 2 * winter) * exp(-since / 4) - 4.6 * (1 - exp(-since / 5)) * exp(-since / 40)),
    )
    const wetness = exp((-(since + 2) * (since + 2)) / 90)
    sky.add('cloud', hour, strength * 0.75 * wetness)
    sky.add('moisture', hour, strength * (10 * wetness - 9 * (since > 8 ? exp(-(since - 8) / 20) : 0)))
    // It backs to the south before the front and veers to the north-west behind it.
    const before = strength * (3.6 + 2.2 * winter) * exp((-(since + 7) * (since + 7)) / 110)
    const behind = strength * (3.8 + 2.6 * winter) * exp((-(since - 9) * (since - 9)) / 220)
    sky.add('fromEast', hour, -0.2 * before - 0.7 * behind)
    sky.add('fromNorth', hour, -before + 0.75 * behind)
  }
  rain.forEach((millimetres, index) => {
    if (sky.at('calm', rainFrom + index) < 0.5) sky.add('rain', rainFrom + index, millimetres)
  })
}

// The sun stands highest at 9:55 UTC at 31.3° E; the air is warmest two and a half hours later.
const swing = Array.from(
  {length: 24},
  (_, hour) => sin(((hour - 6.4) / 12) * pi) + 0.22 * sin(((hour - 4.2) / 6) * pi),
)
const breeze = Array.from({length: 24}, (_, hour) =>
  hour >= 7 && hour <= 17 ? sin(((hour - 6.5) / 11) * pi) : 0,
)
const noonlight = Array.from({length: 24}, (_, hour) => ease(1 - Math.abs(hour - 11.5) / 4.5))
const nightfall = Array.from({length: 24}, (_, hour) => slope(hour > 12 ? (hour - 15) / 4 : (7 - hour) / 3))

/** From the sky to what instruments read: the day's course, sea breeze, humidity, snow, inversions. */
function settle(sky: Sky, seed: number): Weather {
  const float = () => new Float32Array(sky.hours)
  const weather: Weather = {
    firstHour: sky.firstHour,
    temperature: float(),
    humidity: float(),
    pressure: float(),
    windSpeed: float(),
    windFrom: float(),
    rain: float(),
    snow: float(),
    inversion: float(),
  }
  const clear = byDayOfYear(clearSwing)
  const winterOf = byDayOfYear(winterliness)
  const meanCloud = byDayOfYear(cloudiness)
  const gusts = hash(seed, 'gusts')
  const [lid, noons] = [hash(seed, 'lid'), hash(seed, 'noons')]
  let snow = 0
  for (let at = 0; at < sky.hours; at++) {
    const hour = sky.firstHour + at
    const clock = hour % 24
    const day = dayOfYear(Math.floor(hour / 24))
    const winter = winterOf[day]!
    const rain = Math.round(sky.rain[at]! * 10) / 10
    const calm = sky.calm[at]!
    const imposed = sky.imposed[at]!
    const cloud = slope(Math.max(sky.cloud[at]! * (1 - 0.45 * calm), rain > 0 ? 0.85 : 0))

    const summer = 1 - winter
    const sea = summer * summer * (1 - cloud) * (1 - imposed)
    const stillness = 1 - 0.85 * calm
    const fromEast = sky.fromEast[at]! * stillness + 0.9 * sea * breeze[clock]!
    const fromNorth = sky.fromNorth[at]! * stillness + sea * (1.3 * nightfall[clock]! - 3.4 * breeze[clock]!)
    const puff = mix(gusts ^ hour) / 0x1_0000_0000
    const blows = Math.sqrt(fromEast * fromEast + fromNorth * fromNorth) * (0.85 + 0.3 * puff)
    // Even a calm stirs now and then.
    const speed = blows * (1 + 0.16 * swing[clock]!) + 0.8 * calm * puff

    const range = clear[day]! * (1 - 0.68 * cloud) * (1 - 0.25 * calm) * sky.range[at]!
    const mean =
      sky.temperature[at]! +
      (cloud - meanCloud[day]!) * (2.6 * winter - 1.6) * (1 - imposed) -
      1.5 * calm * (1 - imposed)
    const temperature = mean + range * swing[clock]! - 0.6 * sea * breeze[clock]!
    // The dew point follows the day's mean; what the sun adds is dry.
    const moisture = Math.min(
      97,
      sky.moisture[at]! + 9 * calm + (rain > 0 ? 12 : 0) + 10 * sea * breeze[clock]!,
    )
    const wet = (moisture * vapour(mean)) / vapour(temperature + 0.12 * (mean - temperature))
    const floor = rain > 0 ? 78 : 17
    const humidity = Math.min(100, Math.max(floor, wet))

    if (rain > 0)
      snow =
        temperature < 0.8 ? snow + (temperature < -1 ? 1.1 : 0.7) * rain : Math.max(0, snow - rain * 0.25)
    if (temperature > 0) snow = Math.max(0, snow - 0.045 * temperature - 0.02)
    snow *= 0.9992

    const radiative = nightfall[clock]! * (1 - cloud) * slope(1.25 - speed / 3.2)
    weather.temperature[at] = Math.round(temperature * 10) / 10
    weather.humidity[at] = Math.round(humidity)
    weather.pressure[at] = Math.round((sky.pressure[at]! + 7 * calm) * 10) / 10
    weather.windSpeed[at] = Math.round(speed * 10) / 10
    weather.windFrom[at] = Math.round(bearing(fromEast, fromNorth)) % 360
    weather.rain[at] = rain
    weather.snow[at] = Math.round(snow)
    // Of a calm spell's lid noon leaves much on one day and little on the next, and it wavers from hour to hour.
    const noon = 0.35 + (0.5 * mix(noons ^ Math.floor(hour / 24))) / 0x1_0000_0000
    const held = 0.92 - noon * noonlight[clock]! + 0.14 * nightfall[clock]! + 0.3 * wander(lid, hour / 4.7)
    weather.inversion[at] = Math.round(Math.max(calm * slope(held), radiative) * 100) / 100
  }
  return weather
}

/** Saturation pressure of water vapour in hPa (Magnus formula, WMO No. 8). */
const vapour = (celsius: number) => 6.112 * exp((17.62 * celsius) / (243.12 + celsius))

/** Degrees clockwise from north. */
function bearing(east: number, north: number): number {
  if (Math.abs(east) < 1e-9 && Math.abs(north) < 1e-9) return 0
  const degrees =
    Math.abs(north) > Math.abs(east)
      ? (atan(east / north) * 180) / pi + (north < 0 ? 180 : 0)
      : (east > 0 ? 90 : 270) - (atan(north / east) * 180) / pi
  return degrees < 0 ? degrees + 360 : degrees
}
