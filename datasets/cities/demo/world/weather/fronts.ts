import {Draw} from '../../tools/numbers/draw.ts'
import {exp} from '../../tools/numbers/exact.ts'
import {dateOf} from '../../tools/time/days.ts'
import {normals, winterliness} from './climate.ts'

/** A low passes: warm southerly wind and falling pressure before it, rain, then north-westerly wind and colder air. */
export type Front = {
  /** UTC hour of its passage, in hours since 1970. */
  hour: number
  /** About 0.4 … 1.5. */
  strength: number
  /** UTC hour in which its rain begins. */
  rainFrom: number
  /** Millimetres, hour by hour; empty where it passes dry. */
  rain: number[]
}

/** One front at most comes in each stretch of this many hours; when in it is left to chance. */
const stretchHours = 84
const spread = 0.85

/** By month, what fronts must bring more for the calm spells that hold them off, or less for planned downpours. */
const share = [1.03, 1.55, 0.85, 1.05, 1, 1.1, 0.85, 1.03, 1.1, 1, 1.2, 1.2]

/** Fronts that pass in these hours. Each belongs to its own stretch of time, whatever lies before or after it. */
export function frontsBetween(seed: number, firstHour: number, endHour: number): Front[] {
  const fronts: Front[] = []
  for (let stretch = Math.floor(firstHour / stretchHours); stretch * stretchHours < endHour; stretch++) {
    const draw = new Draw(seed, 'front', stretch)
    const hour = stretch * stretchHours + draw.below(stretchHours)
    const month = dateOf(Math.floor(hour / 24)).month - 1
    const winter = winterliness[month]!
    // In summer the highs of the Azores hold for longer, and half of what passes is dry.
    const comes = 0.68 + 0.2 * winter
    const isWet = 0.62 + 0.26 * winter
    if (!draw.chance(comes)) continue
    const strength = draw.between(0.4, 0.9) + 0.6 * winter * draw.unit()
    const expected = (normals.rain[month]! * share[month]!) / (((30.4 * 24) / stretchHours) * comes * isWet)
    const isConvective = draw.chance(0.75 - winter)
    const drawnHours = isConvective ? 1 + draw.below(4) : 4 + draw.below(10)
    const total = Math.min(42, draw.lognormal(expected * exp((-spread * spread) / 2), spread))
    // Nothing falls like the cloudburst, which is planted.
    const hours = Math.max(drawnHours, Math.ceil(total / 9))
    // Showers build up over the warm ground: the early afternoon of the same day.
    const rainFrom = isConvective ? hour - (hour % 24) + 10 + draw.below(7) : hour - 2 - draw.below(4)
    fronts.push({hour, strength, rainFrom, rain: draw.chance(isWet) ? shared(draw, total, hours) : []})
  }
  return fronts
}

/** A sum shared out over hours, most of it in the first half. */
function shared(draw: Draw, total: number, hours: number): number[] {
  const weights: number[] = []
  let sum = 0
  for (let index = 0; index < hours; index++) {
    const weight = (0.15 + draw.unit()) * (1 - (0.7 * index) / hours)
    weights.push(weight)
    sum += weight
  }
  return weights.map(weight => (total * weight) / sum)
}
