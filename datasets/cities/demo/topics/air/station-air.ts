import {hash, mix} from '../../tools/numbers/hash.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {Weather} from '../../world/weather/weather.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import type {CityAir} from './city-air.ts'
import {type AirStation, exposures} from './station-table.ts'

/** The middle of the built town, in the planner's template. */
const townMiddle: Point = [3300, 3600]

/** The air at one station, hour after hour: what is there, whatever its device makes of it. */
export class StationAir {
  pm1 = 0
  pm25 = 0
  pm10 = 0
  no2 = 0
  nox = 0
  o3 = 0
  so2 = 0
  co = 0
  temperature = 0
  humidity = 0
  /** Belongs to the station: mixed with an hour it gives that hour's chances. */
  readonly key: number
  #air: CityAir
  #weather: Weather
  #offset: number
  #east: number
  #north: number
  #exposure: (typeof exposures)[keyof typeof exposures]
  #isCoast: boolean
  #slow = 0
  #coarseSlow = 0

  /** @param firstHour of the air's series, in hours since 1970 */
  constructor(
    seed: number,
    {id, spot, around}: AirStation,
    air: CityAir,
    weather: Weather,
    firstHour: number,
  ) {
    this.key = hash(seed, 'air station', id)
    this.#air = air
    this.#weather = weather
    this.#offset = firstHour - weather.firstHour
    const place = placeInPlan(seed)
    const [x, y] = place(spot)
    const [middleX, middleY] = place(townMiddle)
    this.#east = Math.max(-1, Math.min(1, (x - middleX) / 2600))
    this.#north = Math.max(-1, Math.min(1, (y - middleY) / 2600))
    this.#exposure = exposures[around]
    this.#isCoast = around === 'coast' || around === 'harbour'
  }

  /** Goes to an hour of the series; the hours must follow each other. */
  advance(at: number): void {
    const air = this.#air
    const weather = this.#weather
    const now = this.#offset + at
    const {traffic, stoves, boilers, works, dust, heat} = this.#exposure
    const bits = mix(this.key ^ Math.imul(at + weather.firstHour + this.#offset, 0x9e3779b1))
    const chance = (bits & 0xffff) / 0x10000 - 0.5
    const other = (bits >>> 16) / 0x10000 - 0.5
    this.#slow = 0.86 * this.#slow + 0.16 * chance
    this.#coarseSlow = 0.8 * this.#coarseSlow + 0.25 * other

    // Downwind of the city there is more of it than upwind.
    const downwind = 1 + 0.24 * (air.toEast[at]! * this.#east + air.toNorth[at]! * this.#north)
    const local =
      (traffic * air.traffic[at]! +
        stoves * air.stoves[at]! +
        boilers * air.boilers[at]! +
        works * air.works[at]!) *
      downwind *
      (1 + 1.3 * this.#slow + 0.25 * chance)
    const smoke = air.smoke[at]! * (1 + 0.16 * this.#north) * (1 + 0.8 * this.#slow)
    const region = air.region[at]! * (1 + 0.25 * this.#slow)
    const fine = local + region + 0.18 * air.dust[at]!
    this.pm25 = fine + smoke
    this.pm1 = 0.7 * (local + region) + 0.84 * smoke
    const coarse = dust * air.coarse[at]! * (1 + 1.2 * this.#coarseSlow + 0.2 * other)
    this.pm10 = this.pm25 + coarse + 0.9 * air.dust[at]! + 0.2 * region + 0.1 * smoke

    // Nitric oxide takes the ozone and becomes dioxide: NOx beyond what ozone can oxidise stays monoxide.
    this.nox = 3 + (0.25 + 0.75 * traffic) * air.nox[at]! * downwind * (1 + 0.9 * this.#slow + 0.2 * other)
    const ozone = air.ozone[at]!
    this.no2 = 0.16 * this.nox + (0.6 * this.nox * (ozone + 12)) / (ozone + 12 + 0.55 * this.nox)
    this.o3 = Math.max(1.5, (ozone * ozone) / (ozone + 0.95 * this.no2) + 5 * chance)
    this.so2 =
      1.8 + 1.5 * works * air.works[at]! * (1 + other) * downwind * 0.6 + 0.3 * boilers * air.boilers[at]!
    this.co = 0.16 + 0.0042 * this.nox + 0.009 * stoves * air.stoves[at]! + 0.004 * smoke

    // Walls keep a still night warm; the sea is cooler than a summer's day, warmer than a winter's night.
    const still = Math.max(0, 1 - weather.windSpeed[now]! / 5)
    const sea = this.#isCoast ? 0.05 * (11 - weather.temperature[now]!) : 0
    const warmer = heat * still * (1 - air.sun[at]!) + sea + 0.3 * chance
    this.temperature = weather.temperature[now]! + warmer
    this.humidity = Math.max(12, Math.min(100, weather.humidity[now]! - 4.4 * warmer))
  }
}
