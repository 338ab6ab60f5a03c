import {Draw} from '../../../tools/numbers/draw.ts'

/** What makes one seed's city another than the next one's, before any line is drawn. */
export type Character = {
  /** West and east change places. */
  isMirrored: boolean
  /** How much the plan's middle is moved east and north, as a share of a quarter of the plan. */
  stretch: readonly [east: number, north: number]
  /** Which of the ravines that a city can do without are there. */
  ravines: {central: boolean; western: boolean; northern: boolean; eastern: boolean; outer: boolean}
  /** A bridge between the two that every city has. */
  hasMiddleBridge: boolean
  /** Depths and widths of the old centre's blocks, in metres, and by how many they differ. */
  centreBlock: {width: number; depth: number; spread: number}
  /** Which of the plans is taken for where the housing estates are, and which for the plant on the left bank. */
  swaps: {estates: number; plant: number}
  /** How much the whole plan leans: metres north for a metre east. */
  tilt: number
  /** Piers of the port, and how far it reaches into the sea, as a share of the template's. */
  port: {piers: number; reach: number}
}

export function characterOf(seed: number): Character {
  const draw = new Draw(seed, 'character')
  const isMirrored = draw.chance(0.5)
  const stretch = [draw.between(-0.13, 0.13), draw.between(-0.07, 0.07)] as const
  const without = draw.below(5)
  return {
    isMirrored,
    stretch,
    ravines: {
      central: without !== 0,
      western: without !== 1,
      northern: without !== 2,
      eastern: without !== 3,
      outer: draw.chance(0.5),
    },
    hasMiddleBridge: draw.chance(0.35),
    centreBlock: {width: draw.between(118, 150), depth: draw.between(92, 116), spread: draw.between(4, 16)},
    swaps: {estates: draw.below(4), plant: draw.below(2)},
    tilt: draw.between(-0.06, 0.06),
    port: {piers: 2 + draw.below(3), reach: draw.between(0.85, 1.15)},
  }
}
