import {Draw} from '../../../tools/numbers/draw.ts'
import {lineLength} from '../../../tools/space/line-length.ts'
import {pointAlong} from '../../../tools/space/point-along.ts'
import {smoothLine} from '../../../tools/space/smooth-line.ts'
import {heading, leftOf, type Point, step} from '../../../tools/space/vector.ts'
import type {Character} from './character.ts'
import type {Warp} from './warp.ts'

/** A ravine (балка), from its head down to its mouth. */
export type Ravine = {
  line: Point[]
  /** Height of its floor where it ends. */
  mouthMetres: number
  /** Where small earth dams hold ponds, as shares of its length. */
  pondsAt: number[]
  /** Gullies that run into it, from their heads down. */
  spurs: Point[][]
}

type Sketch = {when?: keyof Character['ravines']; line: string; mouth: number; pondsAt?: number[]}

const sketches: Sketch[] = [
  // Between the old centre's suburbs and the newer town, with a branch.
  {
    when: 'central',
    line: '2040,4560 2440,4440 2880,4190 3420,4170 3860,4110 4330,4170 4830,4140',
    mouth: 2,
    pondsAt: [0.5],
  },
  {
    when: 'central',
    line: '2960,4640 3060,4430 3230,4190',
    mouth: 13,
  },
  // To the sea, west of the centre, with a branch.
  {
    when: 'western',
    line: '1300,3000 1450,2560 1610,2120 1680,1660 1790,1000',
    mouth: 0.3,
  },
  {
    when: 'western',
    line: '1900,2600 1800,2380 1650,2130',
    mouth: 17,
  },
  // North of the town, into the flood plain.
  {
    when: 'northern',
    line: '2600,6350 3180,6290 3700,6140 4280,6110 4870,6060',
    mouth: 2.4,
    pondsAt: [0.42],
  },
  // Into the reservoir, from both sides: their lower ends drown.
  {
    line: '3850,8150 4280,7800 4750,7570 5230,7450',
    mouth: 4,
  },
  {
    line: '7700,7950 6920,7520 6320,7350 5780,7200',
    mouth: 5,
  },
  {
    when: 'eastern',
    line: '7950,5740 7320,5590 6720,5450 6120,5490 5720,5500',
    mouth: 2.6,
    pondsAt: [0.55],
  },
  {
    when: 'outer',
    line: '420,2560 380,2050 470,1600 430,1060',
    mouth: 0.3,
  },
]

export function ravinesOf(seed: number, warp: Warp, {ravines}: Character): Ravine[] {
  return sketches.flatMap(({when, line, mouth, pondsAt = []}, index) => {
    if (when && !ravines[when]) return []
    const warped = smoothLine(warp(line), 25)
    return [
      {line: warped, mouthMetres: mouth, pondsAt, spurs: spursOf(warped, new Draw(seed, 'spurs', index))},
    ]
  })
}

/** Gullies on alternate sides, each running in at an angle; the longest are in the middle of the ravine. */
function spursOf(line: Point[], draw: Draw): Point[][] {
  const spurs: Point[][] = []
  const length = lineLength(line)
  let side = draw.chance(0.5) ? 1 : -1
  for (let metres = draw.between(110, 260); metres < length - 150; metres += draw.between(110, 290)) {
    const {at, direction} = pointAlong(line, metres)
    const share = metres / length
    const reach = draw.between(70, 210) * (0.5 + 2 * share * (1 - share))
    const outward = step([0, 0], leftOf(direction), side, 0)
    const upstream = heading([0, 0], step(outward, direction, -draw.between(0.3, 0.9)))
    const turned = heading([0, 0], step(upstream, leftOf(upstream), draw.between(-0.5, 0.5)))
    const knee = step(at, upstream, reach * 0.5)
    spurs.push(smoothLine([step(knee, turned, reach * 0.5), knee, at], 20))
    if (draw.chance(0.75)) side = -side
  }
  return spurs
}
