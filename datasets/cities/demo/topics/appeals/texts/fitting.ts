import {martialLawFrom} from '../../../tools/time/working-days.ts'
import type {Building} from '../../../world/ground/ground.ts'
import type {DayConditions} from '../day-conditions.ts'
import {type HouseTrait, hasTrait, houseTraits} from '../house-traits.ts'
import {invinciblePointsFrom, powerCuts} from '../wartime.ts'

/** What a day must be for a text to speak of it, and its hour: `curfew` while nobody may be out of doors. */
const timeTraits = [
  'war',
  'points',
  'cuts',
  'winter',
  'summer',
  'frost',
  'snow',
  'snowfall',
  'curfew',
] as const

export type Trait = HouseTrait | (typeof timeTraits)[number]
const traits: readonly Trait[] = [...houseTraits, ...timeTraits]

const bitOf = (trait: Trait) => 1 << traits.indexOf(trait)

/** All that a house has, as bits. */
export function houseTraitsOf(building: Building): number {
  let bits = 0
  for (const trait of houseTraits) if (hasTrait(building, trait)) bits |= bitOf(trait)
  return bits
}

/** All that a day is, as bits. @param month from 1 */
export function dayTraitsOf(day: number, month: number, {min, snow, freshSnow}: DayConditions): number {
  let bits = 0
  if (day >= martialLawFrom) bits |= bitOf('war')
  if (day >= invinciblePointsFrom) bits |= bitOf('points')
  if (powerCuts(day) > 0.12) bits |= bitOf('cuts')
  if (month === 12 || month < 3) bits |= bitOf('winter')
  if (month > 5 && month < 9) bits |= bitOf('summer')
  if (min < 1) bits |= bitOf('frost')
  if (snow > 0.5) bits |= bitOf('snow')
  if (freshSnow >= 2) bits |= bitOf('snowfall')
  return bits
}

/** The curfew lasts from midnight to five. @param hour of the city's clock */
export const hourTraitsOf = (day: number, hour: number): number =>
  day >= martialLawFrom && hour < 5 ? bitOf('curfew') : 0

/** What must be so and what must not, as bits of `traits`. */
export type Fit = {must: number; mustNot: number}

export const fits = ({must, mustNot}: Fit, bits: number): boolean =>
  (bits & must) === must && (bits & mustNot) === 0

/** @param words «flats», «!war», «floors, winter» @throws Error for a word that is no trait */
export function fitOf(words: string): Fit {
  const fit = {must: 0, mustNot: 0}
  for (const word of words === '' ? [] : words.split(', ')) {
    const trait = traits.find(name => name === word.replace('!', ''))
    if (!trait) throw new Error(`"${word}" is no trait of a house or a time. There are ${traits.join(', ')}.`)
    fit[word.startsWith('!') ? 'mustNot' : 'must'] |= bitOf(trait)
  }
  return fit
}

/** An alternative of the grammar, and where it fits: «(flats, !war) 2× …». */
export function readFit(alternative: string): {fit: Fit; text: string} {
  const [, words, text] = /^\(([!a-z, ]+)\) (.*)$/s.exec(alternative) ?? [null, '', alternative]
  return {fit: fitOf(words!), text: text!}
}
