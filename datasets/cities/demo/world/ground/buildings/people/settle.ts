import {Draw} from '../../../../tools/numbers/draw.ts'
import {exp} from '../../../../tools/numbers/exact.ts'
import {unitOf} from '../../../../tools/numbers/hash.ts'
import type {Building, Residents} from '../../ground.ts'
import {type ProfileName, profileNameOf, profileNames, profileOf} from './household-profile.ts'

/** Residents of the city at scale 1. */
export const cityResidents = 120_000
/** Dwellings in which nobody is registered. */
export const vacantShare = 0.075

const largestHousehold = 9

/**
 * Residents by age group of each building. Every dwelling is empty or holds a household; sizes are one person and a
 * Poisson number more, by the kind of dwelling, all stretched alike so that the city has `cityResidents`.
 * @param scale multiplies residents: at 10 each stands for ten, at 0.1 one in ten stays, drawn a building and age group
 */
export function settle(buildings: readonly Building[], seed: number, scale: number): Residents[] {
  const names = buildings.map(profileNameOf)
  const sizes = householdSizes(buildings, names, seed)
  let dwelling = 0
  return buildings.map((building, index) => {
    const residents: Residents = [0, 0, 0, 0]
    if (building.dwellings > 0) {
      const draw = new Draw(seed, 'ages', index)
      for (let count = 0; count < building.dwellings; count++)
        addHousehold(residents, sizes[dwelling++]!, names[index]!, draw)
    }
    if (scale !== 1)
      residents.forEach((count, group) => {
        if (count > 0) residents[group] = Math.floor(count * scale + unitOf(seed, 'scale', index, group))
      })
    return residents
  })
}

/** Persons in each dwelling, building after building; 0 in an empty one. */
function householdSizes(
  buildings: readonly Building[],
  names: readonly ProfileName[],
  seed: number,
): Uint8Array {
  const count = buildings.reduce((sum, {dwellings}) => sum + dwellings, 0)
  const profiles = new Uint8Array(count)
  const ranks = new Float64Array(count)
  let dwelling = 0
  buildings.forEach(({dwellings}, index) => {
    if (dwellings === 0) return
    const draw = new Draw(seed, 'households', index)
    const profile = profileNames.indexOf(names[index]!)
    for (let left = dwellings; left > 0; left--) {
      profiles[dwelling] = profile
      ranks[dwelling++] = draw.chance(vacantShare) ? -1 : draw.unit()
    }
  })
  const sizes = new Uint8Array(count)
  const fill = (stretch: number) => {
    const tables = profileNames.map(name => sizeTable((profileOf(name).persons - 1) * stretch))
    let sum = 0
    for (let index = 0; index < count; index++) {
      const rank = ranks[index]!
      const table = tables[profiles[index]!]!
      let size = 0
      if (rank >= 0) for (size = 1; size < largestHousehold && rank >= table[size]!; size++);
      sizes[index] = size
      sum += size
    }
    return sum
  }
  // More persons the larger the stretch, dwelling by dwelling: halving finds the stretch that gives the city's number.
  let low = 0.2
  let high = 5
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    if (fill(middle) < cityResidents) low = middle
    else high = middle
  }
  fill(high)
  return sizes
}

/** At n, the share of households of at most n persons: one and a Poisson number more. */
function sizeTable(mean: number): number[] {
  const table = [0]
  let share = exp(-mean)
  let sum = 0
  for (let more = 0; more < largestHousehold; more++) {
    sum += share
    table.push(sum)
    share *= mean / (more + 1)
  }
  return table
}

function addHousehold(residents: Residents, size: number, name: ProfileName, draw: Draw): void {
  if (size === 0) return
  const {elderly, children, infants} = profileOf(name)
  if (size <= 2 && draw.chance(elderly)) {
    residents[3] += size
    return
  }
  const child = () => {
    if (draw.chance(infants)) residents[0]++
    else residents[1]++
  }
  residents[2]++
  if (size === 1) return
  if (draw.chance(0.86)) residents[2]++
  else child()
  for (let member = 2; member < size; member++) {
    if (draw.chance(children)) child()
    else if (draw.chance(0.3)) residents[3]++
    else residents[2]++
  }
}
