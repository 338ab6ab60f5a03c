import {type Expression, expressionBuilder} from 'kysely'
import {rounded, truncated} from '../functions.ts'

/** Micrograms in a cubic metre for one ppb by volume (milligrams for one ppm), of a gas with this molar mass, g/mol. */
// At 293 K and 101.3 kPa, to which Directive 2008/50/EC, annex VI C, has concentrations of gases standardised; at these a
// mole takes 8.314462618 · 293 / 101.3 litres. Stations that report at 298 K would read 1.7 % less.
const perPpb = (molarMass: number) => molarMass / ((8.314462618 * 293) / 101.3)

type Scale = {
  /** Where each band ends, in the unit of the index: µg/m³, ppb, or ppm for CO. */
  ends: readonly number[]
  /** From the end of a band to the start of the next, and to how many decimals concentrations are cut off. */
  step: number
  digits: number
  /** Concentration as stations report it for one of that unit. */
  unit: number
  /** Where the first band starts, and which of the index's it is. */
  from: number
  first: number
  /** What is said of air below the first band (nothing where another mean decides) and beyond the last. */
  below: number | null
  beyond: number
}

const whole = {from: 0, first: 0, below: 0, beyond: 500} as const
const o3 = perPpb(47.998)
const so2 = perPpb(64.066)

/**
 * 40 CFR part 58, appendix G, table 2, as amended by 89 FR 16202 of 6 March 2024. Ozone over eight hours decides up to 300
 * and over one hour from 101; sulphur dioxide over one hour up to 200 and over a day beyond.
 */
const scales = {
  pm25: {...whole, ends: [9, 35.4, 55.4, 125.4, 225.4, 325.4], step: 0.1, digits: 1, unit: 1},
  pm10: {...whole, ends: [54, 154, 254, 354, 424, 604], step: 1, digits: 0, unit: 1},
  o3_8h: {...whole, beyond: 300, ends: [54, 70, 85, 105, 200], step: 1, digits: 0, unit: o3},
  o3_1h: {
    ends: [164, 204, 404, 604],
    step: 1,
    digits: 0,
    unit: o3,
    from: 125,
    first: 2,
    below: null,
    beyond: 500,
  },
  co_8h: {...whole, ends: [4.4, 9.4, 12.4, 15.4, 30.4, 50.4], step: 0.1, digits: 1, unit: perPpb(28.01)},
  so2_1h: {...whole, beyond: 200, ends: [35, 75, 185, 304], step: 1, digits: 0, unit: so2},
  so2_24h: {ends: [604, 1004], step: 1, digits: 0, unit: so2, from: 305, first: 4, below: null, beyond: 500},
  no2_1h: {...whole, ends: [53, 100, 360, 649, 1249, 2049], step: 1, digits: 0, unit: perPpb(46.0055)},
} as const satisfies Record<string, Scale>

export type UsAqiMean = keyof typeof scales

/** What the index runs through in each band. */
const indexes = [
  [0, 50],
  [51, 100],
  [101, 150],
  [151, 200],
  [201, 300],
  [301, 500],
] as const

/**
 * The United States' index of 2024 from a mean concentration as European stations report it: µg/m³, and mg/m³ for CO.
 * Particles: a mean of 24 hours or its NowCast. Gases are turned into ppb (CO into ppm) at 293 K and 101.3 kPa first. The
 * concentration is cut off, the index is the straight line through its band, rounded; beyond the last band it is 500,
 * or as far as this mean decides. Null where it decides nothing.
 */
export function usAqi(mean: UsAqiMean, concentration: Expression<number | null>): Expression<number | null> {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  const {ends, step, digits, unit, from, first, below, beyond}: Scale = scales[mean]
  const c = cutOff(mean, concentration)
  const bands = ends.map((end, band) => {
    const start = band === 0 ? from : Number((ends[band - 1]! + step).toFixed(digits))
    const [least, most] = indexes[first + band]!
    const line = eb(
      eb(eb(c, '-', eb.lit(start)), '*', eb.lit((most - least) / (end - start))),
      '+',
      eb.lit(least),
    )
    return {end, index: rounded(line, 0)}
  })
  const start = eb
    .case()
    .when(concentration, '<', from * unit)
    .then(below === null ? eb.lit(null) : eb.lit(below).$castTo<number | null>())
  return bands
    .reduce((cases, {end, index}) => cases.when(c, '<=', end).then(index), start)
    .when(concentration, 'is not', null)
    .then(eb.lit(beyond))
    .end()
    .$castTo<number | null>()
}

/** Whether a mean lies beyond the end of the scale, where the index says no more than 500. */
export function isBeyondUsAqi(mean: UsAqiMean, concentration: Expression<number | null>) {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  const {ends, beyond}: Scale = scales[mean]
  return beyond < 500 ? eb.lit(false) : eb(cutOff(mean, concentration), '>', ends.at(-1)!)
}

/** In the unit of the index, cut off to its decimals. */
function cutOff(mean: UsAqiMean, concentration: Expression<number | null>) {
  // biome-ignore lint/suspicious/noExplicitAny: an expression for queries over any tables
  const eb = expressionBuilder<any, any>()
  const {unit, digits}: Scale = scales[mean]
  const inUnit = unit === 1 ? concentration : eb(concentration, '/', eb.lit(unit))
  return truncated(inUnit as Expression<number>, digits)
}
