import {Draw} from '../../numbers/draw.ts'
import {smoothLine} from '../../space/smooth-line.ts'
import type {Point} from '../../space/vector.ts'
import type {CentreFrame} from './centre-frame.ts'
import type {Warp} from './warp.ts'

/** A channel beside the river. */
export type Channel = {line: Point[]; halfWidthMetres: number; depthMetres: number}

export type Waters = {
  /** From west to east, the land on its left. */
  coast: Point[]
  /** Downstream, from beyond the plan's northern edge into the sea. */
  river: Point[]
  /** Arms of the river that reach the sea or come back to it. */
  arms: Channel[]
  /** What is left of bends that the river cut off. */
  oxbows: Channel[]
  /** Ends of the dam's crest, from the western bank to the eastern. */
  dam: [Point, Point]
  /** Marsh at the mouth: reed islands and banks, just above the water. */
  reeds: Point[][]
}

export function watersOf(seed: number, warp: Warp, centre: CentreFrame): Waters {
  const draw = new Draw(seed, 'river')
  const line = (points: [number, number][], stepMetres: number) =>
    smoothLine(
      points.map(([x, y]) => warp(x, y)),
      stepMetres,
    )
  /** Bends of the river wander from seed to seed; where a bridge or the dam stands they keep their place. */
  const bend = (x: number, y: number): [number, number] => [
    x + draw.between(-75, 75),
    y + draw.between(-45, 45),
  ]
  const coast = smoothLine(
    [
      ...(
        [
          [-400, 1240],
          [250, 1170],
          [820, 1085],
          [1450, 1030],
          [2040, 1085],
        ] as const
      ).map(([x, y]) => warp(x, y)),
      centre.place(60, -215),
      centre.place(900, -225),
      centre.place(1700, -215),
      ...(
        [
          [4470, 2290],
          [4720, 2400],
          [5060, 2360],
          [5380, 2180],
          [5720, 1900],
          [6300, 1610],
          [7000, 1400],
          [7700, 1280],
          [8500, 1300],
        ] as const
      ).map(([x, y]) => warp(x, y)),
    ],
    25,
  )
  const river = line(
    [
      [5650, 8500],
      [5470, 7700],
      [5410, 7100],
      [5330, 6600],
      [5270, 6330],
      bend(5090, 6010),
      bend(5130, 5690),
      bend(5410, 5470),
      bend(5590, 5250),
      [5540, 4990],
      [5300, 4790],
      bend(5110, 4560),
      bend(5180, 4330),
      bend(5410, 4190),
      bend(5480, 3980),
      bend(5330, 3790),
      bend(5170, 3640),
      [5220, 3400],
      [5280, 3160],
      [5130, 2930],
      [4990, 2690],
      [4970, 2440],
      [4990, 2140],
      [5020, 1700],
    ],
    30,
  )
  return {
    coast,
    river,
    arms: [
      {
        line: line(
          [
            [5170, 3000],
            [5300, 2840],
            [5350, 2640],
            [5290, 2440],
            [5330, 2240],
            [5370, 1980],
          ],
          25,
        ),
        halfWidthMetres: 17,
        depthMetres: 2.4,
      },
      {
        line: line(
          [
            [5330, 2560],
            [5430, 2450],
            [5480, 2290],
            [5470, 2130],
            [5500, 1960],
          ],
          25,
        ),
        halfWidthMetres: 9,
        depthMetres: 1.6,
      },
      {
        line: line(
          [
            [5480, 5380],
            [5620, 5580],
            [5560, 5850],
            [5390, 6060],
            [5190, 6180],
          ],
          25,
        ),
        halfWidthMetres: 8,
        depthMetres: 1.5,
      },
    ],
    oxbows: [
      {
        line: line(
          [
            [5010, 5480],
            [4950, 5290],
            [5040, 5110],
            [5170, 5160],
          ],
          25,
        ),
        halfWidthMetres: 20,
        depthMetres: 1.8,
      },
      {
        line: line(
          [
            [5630, 4330],
            [5690, 4140],
            [5650, 3960],
            [5570, 3880],
          ],
          25,
        ),
        halfWidthMetres: 15,
        depthMetres: 1.6,
      },
      {
        line: line(
          [
            [4960, 3960],
            [4900, 3800],
            [4960, 3640],
            [5040, 3600],
          ],
          25,
        ),
        halfWidthMetres: 13,
        depthMetres: 1.4,
      },
    ],
    dam: [warp(4700, 6610), warp(5960, 6690)],
    reeds: [
      [
        [5080, 2800],
        [5230, 2790],
        [5300, 2640],
        [5240, 2440],
        [5250, 2230],
        [5120, 2230],
        [5070, 2420],
        [5090, 2620],
      ],
      [
        [5390, 2560],
        [5500, 2500],
        [5560, 2330],
        [5540, 2080],
        [5400, 2090],
        [5350, 2260],
        [5360, 2440],
      ],
    ].map(ring => ring.map(([x, y]) => warp(x!, y!))),
  }
}
