import {Draw} from '../../../tools/numbers/draw.ts'
import {metresAlong} from '../../../tools/space/metres-along.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import {smoothLine} from '../../../tools/space/smooth-line.ts'
import {between, heading, type Point, step} from '../../../tools/space/vector.ts'
import type {CentreFrame} from './centre-frame.ts'
import type {RiverCourse} from './river-profile.ts'
import type {Warp} from './warp.ts'

/** A channel beside the river. */
export type Channel = {line: Point[]; halfWidthMetres: number; depthMetres: number}

export type Waters = {
  /** From west to east, the land on its left. */
  coast: Point[]
  /** Downstream, from beyond the plan's northern edge and out into the sea beyond its southern one. */
  river: Point[]
  course: RiverCourse
  /** Arms of the river that reach the sea or come back to it. */
  arms: Channel[]
  /** What is left of bends that the river cut off. */
  oxbows: Channel[]
  /** Ends of the dam's crest, from the western bank to the eastern. */
  dam: [Point, Point]
  /** Marsh at the mouth: reed islands and banks, just above the water. */
  reeds: Point[][]
}

export function watersOf(seed: number, warp: Warp, {place}: CentreFrame): Waters {
  const channel = (points: string, halfWidthMetres: number, depthMetres: number): Channel => ({
    line: smoothLine(warp(points), 25),
    halfWidthMetres,
    depthMetres,
  })
  const island = (points: string) => {
    const ring = warp(points)
    return smoothLine([...ring, ring[0]!], 30).slice(0, -1)
  }
  const dam = warp('4700,6610 5960,6690') as [Point, Point]
  const coast = smoothLine(
    [
      ...warp('-900,1290 -400,1240 250,1170 820,1085 1450,1030 2040,1085'),
      place(60, -215),
      place(900, -225),
      place(1700, -215),
      place(2230, -228),
      ...warp('4800,2400 5080,2360 5380,2180 5720,1900 6300,1610 7000,1400 7700,1280 8400,1290 9000,1300'),
    ],
    25,
  )
  const river = smoothLine(
    [
      ...warp('5740,8900 5650,8400 5470,7700 5410,7100 5330,6600 5270,6330'),
      ...wandering(new Draw(seed, 'river', 0), warp('5090,6010 5130,5690 5410,5470 5590,5250')),
      ...warp('5540,4990 5300,4790'),
      ...wandering(
        new Draw(seed, 'river', 1),
        warp('5110,4560 5180,4330 5410,4190 5480,3980 5330,3790 5170,3640'),
      ),
      ...warp('5220,3400 5280,3160 5130,2930 4990,2690 4970,2440 4990,2140 5020,1700 5050,700 5050,-900'),
    ],
    30,
  )
  return {
    coast,
    river,
    course: {
      damMetres: metresAlong(river, between(dam[0], dam[1], 0.5)),
      mouthMetres: metresAlong(river, crossingOf(river, coast)),
    },
    arms: [
      channel('5170,3000 5300,2840 5350,2640 5290,2440 5330,2240 5370,1980', 17, 2.4),
      channel('5330,2560 5430,2450 5480,2290 5470,2130 5500,1960', 9, 1.6),
      channel('5480,5380 5620,5580 5560,5850 5390,6060 5190,6180', 8, 1.5),
    ],
    oxbows: [
      channel('5010,5480 4950,5290 5040,5110 5170,5160', 20, 1.8),
      channel('5630,4330 5690,4140 5650,3960 5570,3880', 15, 1.6),
      channel('4960,3960 4900,3800 4960,3640 5040,3600', 13, 1.4),
    ],
    dam,
    reeds: [
      island('5080,2800 5230,2790 5300,2640 5240,2440 5250,2230 5120,2230 5070,2420 5090,2620'),
      island('5390,2560 5500,2500 5560,2330 5540,2080 5400,2090 5350,2260 5360,2440'),
    ],
  }
}

/** Bends of a river from seed to seed: each moved by up to 65 m across the way and 40 m along it. */
function wandering(draw: Draw, bends: Point[]): Point[] {
  const direction = heading(bends[0]!, bends[bends.length - 1]!)
  return bends.map(point => step(point, direction, draw.between(-40, 40), draw.between(-65, 65)))
}

/** Where two lines first cross. */
function crossingOf(line: readonly Point[], other: readonly Point[]): Point {
  for (let index = 0; index + 1 < line.length; index++)
    for (let side = 0; side + 1 < other.length; side++) {
      const crossing = segmentCrossing(line[index]!, line[index + 1]!, other[side]!, other[side + 1]!)
      if (crossing) return between(line[index]!, line[index + 1]!, crossing[0])
    }
  throw new Error('The river does not reach the sea.')
}
