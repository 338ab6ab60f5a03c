import type {Draw} from '../../../../tools/numbers/draw.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {distance, heading, leftOf, step} from '../../../../tools/space/vector.ts'
import type {BuildingKind} from '../../ground.ts'
import type {Block} from '../site/blocks.ts'
import {frontages} from '../site/frontages.ts'
import {type Frame, frame, type Rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {isStreet} from './is-street.ts'

/** A yard of a plant, metres in the block's frame. */
type Yard = readonly [left: number, front: number, right: number, back: number]

const roadway = 9

/** Plants: offices on the street, halls on a grid of works roads, stores and yards between them. */
export function buildWorks(town: Town, block: Block): void {
  const draw = town.draw('works', block)
  const year = 1930 + draw.below(50)
  offices(town, block, year, draw)
  const along = block.quarter.along
  const box = boxAlong(block.ring, along)
  const origin = step(step([0, 0], along, box.from), leftOf(along), box.right)
  const at = frame(origin, along)
  const yards = split([0, 0, box.lengthMetres, box.widthMetres], draw)
  for (const yard of yards) furnish(town, block, at, yard, year, draw)
}

/** The gate house and the offices of a plant stand on its longest street. */
function offices(town: Town, block: Block, year: number, draw: Draw): void {
  const [longest] = frontages(block, isStreet)
  if (!longest || longest.lengthMetres < 90 || block.squareMetres < 12_000) return
  const {line, halfRoadMetres} = longest
  const along = heading(line[0]!, line.at(-1)!)
  for (const share of [0.4, 0.55, 0.25, 0.7]) {
    const corner = step(line[0]!, along, share * distance(line[0]!, line.at(-1)!), halfRoadMetres + 5)
    const at = frame(corner, along)
    const length = draw.between(34, 52)
    const rectangles: Rectangle[] = [[0, 0, length, 13]]
    if (draw.chance(0.5)) rectangles.push([length / 2 - 8, 13, length / 2 + 8, 24])
    const plan = {storeys: 2 + draw.below(3), year, clearance: {road: 4, gap: 6}}
    if (town.build('office', union(at, rectangles), block, plan)) return
  }
}

/** A rectangle in yards of a plant's size. */
function split(yard: Yard, draw: Draw): Yard[] {
  const [left, front, right, back] = yard
  const width = right - left
  const depth = back - front
  const isWide = width >= depth
  const long = Math.max(width, depth)
  // Most plants are many halls; a few are one.
  if (long < 62 || (long < 125 && draw.chance(0.4)) || (long < 240 && draw.chance(0.1))) return [yard]
  const at = (isWide ? left : front) + long * draw.between(0.36, 0.64)
  return isWide
    ? [...split([left, front, at, back], draw), ...split([at, front, right, back], draw)]
    : [...split([left, front, right, at], draw), ...split([left, at, right, back], draw)]
}

function furnish(
  town: Town,
  block: Block,
  at: Frame,
  [left, front, right, back]: Yard,
  plantYear: number,
  draw: Draw,
): void {
  const middle = at((left + right) / 2, (front + back) / 2)
  if (!isInside(middle, block.ring) || town.site.quarterAt(middle)?.zone !== block.quarter.zone) return
  if (draw.chance(0.13)) return
  const inner: Yard = [left + roadway, front + roadway, right - roadway, back - roadway]
  const width = inner[2] - inner[0]
  const depth = inner[3] - inner[1]
  if (width < 12 || depth < 12) return
  const year = Math.min(2020, plantYear + draw.below(45))
  const kind: BuildingKind = width * depth > 2200 ? 'factory' : draw.chance(0.55) ? 'warehouse' : 'factory'
  const roof = kind === 'warehouse' && draw.chance(0.6) ? 'gabled' : 'flat'
  const plan = {
    storeys: kind === 'factory' && draw.chance(0.16) ? 2 : 1,
    year,
    roof,
    clearance: {road: 5, gap: 5},
  } as const
  const style = draw.unit()
  // Rows of narrow stores, a hall with a wing, or one hall over the whole yard.
  if (style < 0.3 && Math.max(width, depth) > 40) {
    const rows = Math.max(2, Math.floor(Math.max(width, depth) / 27))
    for (let row = 0; row < rows; row++) {
      const from = row / rows
      const to = (row + 1) / rows
      const lane = 8
      const strip: Yard =
        width > depth
          ? [inner[0] + from * width, inner[1], inner[0] + to * width - lane, inner[3]]
          : [inner[0], inner[1] + from * depth, inner[2], inner[1] + to * depth - lane]
      fit(town, block, at, strip, 'warehouse', {
        ...plan,
        storeys: 1,
        roof: draw.chance(0.7) ? 'gabled' : 'flat',
      })
    }
    return
  }
  if (style < 0.5 && width > 45 && depth > 40) {
    const hall: Yard = [inner[0], inner[1], inner[2], inner[1] + depth * 0.62]
    const wing: Yard = [inner[0], hall[3], inner[0] + width * draw.between(0.3, 0.55), inner[3]]
    if (town.build(kind, union(at, [hall, wing]), block, {...plan, roof: 'flat'})) return
  }
  fit(town, block, at, inner, kind, plan)
}

type Plan = Parameters<Town['build']>[3]

/** Builds over a yard, or over as much of it as is free. */
function fit(town: Town, block: Block, at: Frame, yard: Yard, kind: BuildingKind, plan: Plan): boolean {
  const [left, front, right, back] = yard
  const width = right - left
  const depth = back - front
  for (const [fromX, fromY, toX, toY] of cuts) {
    const part: Yard = [left + width * fromX, front + depth * fromY, left + width * toX, front + depth * toY]
    if (part[2] - part[0] < 9 || part[3] - part[1] < 9) continue
    if (town.build(kind, union(at, [part]), block, plan)) return true
  }
  return false
}

/** Shares of a yard, from all of it to its quarters. */
const cuts = [
  [0, 0, 1, 1],
  [0, 0, 1, 0.66],
  [0, 0.34, 1, 1],
  [0, 0, 0.66, 1],
  [0.34, 0, 1, 1],
  [0, 0, 0.5, 0.5],
  [0.5, 0, 1, 0.5],
  [0, 0.5, 0.5, 1],
  [0.5, 0.5, 1, 1],
  [0.25, 0.25, 0.75, 0.75],
] as const
