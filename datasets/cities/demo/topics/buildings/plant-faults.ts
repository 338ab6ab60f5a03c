import {unitOf} from '../../tools/numbers/hash.ts'
import type {Building} from '../../world/ground/ground.ts'

/** Buildings whose attributes are wrong on purpose, by their index. */
export type BuildingFaults = {
  /** The year is 0: the old register wrote that for "unknown". */
  yearZero: ReadonlySet<number>
  /** The height is in centimetres: one surveyor's tables were. */
  centimetres: ReadonlySet<number>
}

const yearZeroCount = 150
const centimetresCount = 24

/** Chooses the same number of buildings for every seed and scale. */
export function plantFaults(buildings: readonly Building[], seed: number): BuildingFaults {
  const old = (building: Building) => building.year < 1960 && building.dwellings > 0
  const tall = (building: Building) => building.kind === 'slab5' || building.kind === 'slab9'
  const choose = (topic: string, count: number, isOne: (building: Building) => boolean) =>
    new Set(
      buildings
        .map((building, index) => ({index, isOne: isOne(building), rank: unitOf(seed, topic, index)}))
        .filter(one => one.isOne)
        .sort((a, b) => a.rank - b.rank)
        .slice(0, count)
        .map(({index}) => index),
    )
  return {
    yearZero: choose('year-zero', yearZeroCount, old),
    centimetres: choose('centimetres', centimetresCount, tall),
  }
}
