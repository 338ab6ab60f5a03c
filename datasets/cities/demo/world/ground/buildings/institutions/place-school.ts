import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {findRoom} from '../site/find-room.ts'
import {type Rectangle, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A building on a plot of its own, and the pitches beside it; metres in the plot's frame. */
type Design = {width: number; depth: number; building: Rectangle[]; pitches: Rectangle[]}

const schools: Design[] = [
  {
    width: 112,
    depth: 88,
    building: [
      [8, 48, 22, 82],
      [22, 58, 58, 70],
      [58, 48, 72, 82],
      [72, 60, 90, 76],
    ],
    pitches: [
      [8, 5, 74, 40],
      [84, 6, 106, 46],
    ],
  },
  {
    width: 110,
    depth: 86,
    building: [
      [10, 64, 78, 78],
      [10, 42, 24, 64],
      [64, 46, 78, 64],
    ],
    pitches: [
      [14, 4, 74, 36],
      [84, 10, 104, 50],
    ],
  },
  {
    width: 104,
    depth: 84,
    building: [
      [10, 62, 82, 76],
      [38, 46, 58, 62],
    ],
    pitches: [
      [10, 5, 72, 40],
      [78, 8, 98, 44],
    ],
  },
]

const kindergartens: Design[] = [
  {
    width: 60,
    depth: 50,
    building: [
      [11, 16, 21, 42],
      [21, 24, 38, 34],
      [38, 16, 48, 42],
    ],
    pitches: [],
  },
  {
    width: 58,
    depth: 46,
    building: [
      [8, 26, 50, 38],
      [8, 14, 20, 26],
    ],
    pitches: [],
  },
  {
    width: 54,
    depth: 44,
    building: [
      [8, 24, 46, 36],
      [20, 36, 34, 40],
    ],
    pitches: [],
  },
]

export type SchoolPlan = {
  kind: 'school' | 'kindergarten'
  year: number
  storeys: number
  gap: number
  road: number
}

/** A school or a kindergarten with its yard, as near to a place as there is room for it. */
export function placeSchool(
  town: Town,
  block: Block,
  near: Point,
  along: Point,
  {kind, year, storeys, gap, road}: SchoolPlan,
  draw: Draw,
): boolean {
  const {width, depth, building, pitches} = draw.pick(kind === 'school' ? schools : kindergartens)
  const room = findRoom(town, block, near, along, [width, depth], {road, gap}, draw)
  if (!room || !town.build(kind, union(room.at, building), block, {storeys, year})) return false
  town.yard('schoolyard', room.plot)
  for (const pitch of pitches) town.note('pitch', [rectangle(room.at, pitch)])
  town.parcel(room.plot, block)
  return true
}
