import type {Draw} from '../../tools/numbers/draw.ts'
import {districts} from '../../world/districts.ts'
import type {Course} from './course.ts'
import type {Fault, Faults} from './faults.ts'
import type {Place} from './places.ts'
import type {Problem} from './problems.ts'

/** Degrees to a metre east and north, at the city's latitude. */
const degreesEast = 1.291e-5
const degreesNorth = 8.99e-6

/** Troubles that lie near the house rather than in it. */
const nearby = new Set<Problem['place']>(['streets', 'dumps', 'shops', 'beach'])

/** Do they live there, or does it lie in front of it? */
export const isAtHome = ({basis, place}: Problem): boolean => basis === 'service' && !nearby.has(place)

/** Latitude and longitude, in that order: of the house, of a place near it, or none. */
export function positionCells(
  problem: Problem,
  {basis}: Course,
  {lat, lon, position}: Place,
  fault: Fault | null,
  faults: Faults,
  draw: Draw,
): string {
  // Of a question only the caller's house is known, and seldom entered.
  const isKnown = draw.chance(basis === 'consultation' ? 0.12 : 0.95)
  if (!isKnown) {
    faults.count('noPlace')
    return 'null;null'
  }
  const isNear = !isAtHome(problem)
  const north = isNear ? lat + degreesNorth * draw.between(-28, 28) : lat
  const east = isNear ? lon + degreesEast * draw.between(-28, 28) : lon
  if (fault === 'swappedPlace') {
    faults.count(fault)
    return `${east.toFixed(5)};${north.toFixed(5)}`
  }
  if (fault === 'farPlace') {
    faults.count(fault)
    return draw.chance(0.5) ? '0;0' : `${(north + 1).toFixed(5)};${east.toFixed(5)}`
  }
  return isNear ? `${north.toFixed(5)};${east.toFixed(5)}` : position
}

/** The district in the register's words of that day. */
export function districtCell(
  district: number,
  day: number,
  renamedOn: number,
  fault: Fault | null,
  faults: Faults,
  draw: Draw,
): string {
  if (fault === 'noDistrict') {
    faults.count(fault)
    return 'null'
  }
  const {name, former} = districts[district]!
  const isOldName = former !== null && day >= renamedOn && draw.chance(habit(day - renamedOn))
  if (isOldName) faults.count('oldDistrict')
  const word = former !== null && (isOldName || day < renamedOn) ? former.uk : name.uk
  if (fault !== 'districtVariant') return word
  faults.count(fault)
  return draw.pick([`${word} район`, `${word} р-н`, word.toLowerCase(), `${word} `])
}

/** The share of people who still say the former name, so many days after: a fifth at first, a twentieth at last. */
export const habit = (days: number): number => 0.05 + 0.15 / (1 + days / 180)
