import {smoothLine} from '../../../tools/space/smooth-line.ts'
import type {Point} from '../../../tools/space/vector.ts'
import type {CentreFrame} from './centre-frame.ts'
import type {Character} from './character.ts'

/** Ground made by people at the water, and water made deep. */
export type Port = {
  /** Platforms and piers of the port, with their upper face at `quayMetres`. */
  fills: Point[][]
  marina: {fills: Point[][]; basin: Point[]}
  /** Dredged to so many metres. */
  basins: {ring: Point[]; depthMetres: number}[]
  /** Axes of the breakwaters. */
  moles: Point[][]
  /** Edges where ships berth. */
  quays: Point[][]
  /** The pier of the passenger terminal. */
  passengers: Point[]
}

export const quayMetres = 2.6

/** Where the cargo piers are, along the coast in the centre's frame. */
export const pierMiddles = (count: number): number[] =>
  Array.from({length: count}, (_, pier) => Math.round(1180 + (pier * 720) / Math.max(1, count - 1)))

export function portOf({place}: CentreFrame, {port: {piers: count, reach}}: Character): Port {
  const box = (from: number, to: number, seaward: number, landward: number): Point[] => [
    place(from, seaward),
    place(to, seaward),
    place(to, landward),
    place(from, landward),
  ]
  /** A place in the sea, nearer or farther with the port's reach. */
  const out = (ahead: number, inland: number) => place(ahead, -215 + (inland + 215) * reach)
  const pierEnd = -340 - 280 * reach
  const piers = pierMiddles(count).map(middle => box(middle - 55, middle + 55, pierEnd, -340))
  return {
    fills: [box(890, 2230, -345, -120), box(905, 1010, -470, -340), ...piers],
    marina: {
      fills: [
        box(640, 892, -262, -190),
        ...[690, 750, 810].map(middle => box(middle - 5, middle + 5, -345, -255)),
      ],
      basin: box(600, 885, -420, -262),
    },
    basins: [
      {ring: box(1015, 2330, -800, -345), depthMetres: 9.5},
      {
        ring: [place(2000, -900), place(2250, -760), place(2700, -1900), place(2400, -2000)],
        depthMetres: 10.5,
      },
      {ring: box(600, 885, -420, -262), depthMetres: 3.6},
    ],
    moles: [
      smoothLine([place(545, -205), out(570, -470), out(700, -720), out(1180, -880), out(1820, -930)], 20),
      smoothLine([place(2345, -150), out(2400, -440), out(2380, -680), out(2260, -810)], 20),
    ],
    passengers: box(905, 1010, -470, -215),
    quays: [
      [place(1010, -345), place(2230, -345)],
      ...piers.flatMap(([a, b, c, d]) => [
        [d!, a!],
        [a!, b!],
        [b!, c!],
      ]),
      [place(905, -470), place(1010, -470)],
    ],
  }
}
