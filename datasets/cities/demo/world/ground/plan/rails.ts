import {lineBetween} from '../../../tools/space/line-between.ts'
import {lineLength} from '../../../tools/space/line-length.ts'
import {metresAlong} from '../../../tools/space/metres-along.ts'
import {offsetLine} from '../../../tools/space/offset-line.ts'
import {pointAlong} from '../../../tools/space/point-along.ts'
import {simplifyLine} from '../../../tools/space/simplify-line.ts'
import {smoothLine} from '../../../tools/space/smooth-line.ts'
import type {Point} from '../../../tools/space/vector.ts'
import type {CentreFrame} from './centre-frame.ts'
import type {MainLine} from './main-lines.ts'
import type {Warp} from './warp.ts'

export type Rails = {
  /** From beyond the northern edge through the station to the port's last quay. */
  main: Point[]
  /** Tracks beside it, in the station, the freight yard and the port, and sidings into plants. */
  others: Point[][]
  /** The ground of the station's tracks and platforms. */
  platforms: Point[]
}

const trackMetres = 8

export function railsOf(warp: Warp, {place}: CentreFrame): Rails {
  const main = smoothLine(
    [
      ...warp(
        '3140,8800 3380,8080 3560,7250 3830,6550 4070,5900 4090,5200 4065,4600 4060,4050 4110,3600 4200,3150 4290,2800',
      ),
      place(2150, 60),
      place(2040, -62),
      place(1880, -112),
      place(1700, -130),
      place(1100, -132),
    ],
    40,
  )
  const at = (place: string) => metresAlong(main, warp(place)[0]!)
  const parallel = (from: number, to: number, tracks: number[]) =>
    tracks.map(track =>
      parallelTrack(main, from + Math.abs(track) * 30, to - Math.abs(track) * 30, track * trackMetres),
    )
  const siding = (points: string) => smoothLine(warp(points), 30)
  const port = metresAlong(main, place(1780, -125))
  return {
    main,
    others: [
      ...parallel(at('4080,3860'), at('4180,3230'), [-1, -2, 1, 2, 3]),
      ...parallel(at('4080,5750'), at('4062,4330'), [1, 2, 3, 4]),
      ...parallel(port, lineLength(main) - 10, [-1, -2]),
      siding('4088,5150 4130,4960 4230,4860 4330,4840'),
      siding('4090,5500 4140,5680 4250,5750 4370,5740'),
      siding('4140,3480 4230,3360 4310,3330 4370,3330'),
      siding('3790,6650 3870,6500 3980,6450 4200,6440'),
    ],
    platforms: besideLine(lineBetween(main, at('4090,3760'), at('4150,3420')), 22, 30),
  }
}

/** A track that leaves the main one, runs beside it and comes back to it. */
function parallelTrack(main: Point[], from: number, to: number, metresToLeft: number): Point[] {
  const swing = 50
  const beside: Point[] = []
  for (let metres = from + swing; metres <= to - swing; metres += 30) beside.push(pointAlong(main, metres).at)
  return simplifyLine(
    [pointAlong(main, from).at, ...offsetLine(beside, metresToLeft), pointAlong(main, to).at],
    0.3,
  )
}

/** The ground beside a line, so many metres to its right and to its left. */
const besideLine = (line: Point[], right: number, left: number): Point[] => [
  ...offsetLine(line, -right),
  ...offsetLine(line, left).reverse(),
]

const besideMetres = 46

/** Streets along the railway's town side: past the station, and on to the north. */
export function railsideLines({main}: Rails, warp: Warp): MainLine[] {
  const beside = (from: string, to: string) => {
    const [start, end] = warp(`${from} ${to}`) as [Point, Point]
    const stretch = lineBetween(main, metresAlong(main, start), metresAlong(main, end))
    // The line runs south: the town is on its right.
    return simplifyLine(offsetLine(stretch, -besideMetres), 1)
  }
  return [
    {class: 'street', points: beside('4075,3935', '4255,2945')},
    {class: 'local', points: beside('4075,4670', '4065,4330')},
    {class: 'local', points: beside('4078,5640', '4070,4690')},
  ]
}
