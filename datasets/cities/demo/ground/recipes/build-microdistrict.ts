import type {Draw} from '../../numbers/draw.ts'
import {unitOf} from '../../numbers/hash.ts'
import {boxAlong} from '../../space/oriented-box.ts'
import {isInside} from '../../space/is-inside.ts'
import {ringCentroid} from '../../space/ring-centroid.ts'
import {distance, heading, leftOf, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {frontLines} from '../build/front-lines.ts'
import {frame, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import {placeSchool} from '../institutions/place-school.ts'
import {laySnake, type Snake} from '../panels/lay-snake.ts'
import type {PanelType} from '../panels/panel-type.ts'
import {SlabField} from '../panels/slab-field.ts'
import {fillRows} from './fill-rows.ts'
import {furnishCourts} from './furnish-courts.ts'
import {isStreet} from './is-street.ts'

/** How the slabs of a block stand: in long bends along its streets, around courts, or with their ends to the street. */
type Manner = 'bends' | 'courts' | 'comb'

/** A block of panel slabs of the 1970s and 80s around a school. */
export function buildMicrodistrict(town: Town, block: Block, field: SlabField, panels: PanelType): void {
  const draw = town.draw('micro', block)
  const year = 1971 + Math.floor(unitOf(block.quarter.key, 'micro') * 9)
  const manner: Manner = draw.chance(0.42) ? 'bends' : draw.chance(0.75) ? 'courts' : 'comb'
  const snake = (more: Partial<Snake>): Snake => ({
    panels,
    year: Math.min(1991, year + draw.below(9)),
    storeys: panels.storeys + (draw.chance(0.06) ? 1 : 0),
    clearance: {road: 4, gap: 9},
    fewest: 2,
    most: 7,
    gapMetres: 18,
    ...more,
  })
  core(town, block, year, draw)
  front(town, block, field, manner, panels, snake, draw)
  courts(town, block, field, manner, panels, snake, draw)
  fillRows(town, block, field, snake({fewest: 3, most: 5}), draw)
  furnishCourts(town, block, year, draw)
}

/** The school and the kindergartens in the middle. */
function core(town: Town, block: Block, year: number, draw: Draw): void {
  const hectares = block.squareMetres / 10_000
  const {along} = block.quarter
  const at = coreOf(town, block) ?? deepestPlace(town.site, block).at
  const common = {gap: 12, road: 3}
  const isServed = (kind: string, metres: number) =>
    town.drafts.some(draft => draft.kind === kind && distance(draft.shape.outline[0]!, at) < metres)
  if (hectares > 6 && !isServed('school', 330))
    placeSchool(town, block, at, along, {...common, kind: 'school', year: year + 2, storeys: 3}, draw)
  const kindergartens = hectares > 13 ? 2 : hectares > 4 ? 1 : 0
  for (let index = 0; index < kindergartens; index++) {
    const aside = step(at, along, index % 2 === 0 ? 92 : -92, 10)
    if (!isServed('kindergarten', 90))
      placeSchool(town, block, aside, along, {...common, kind: 'kindergarten', year: year + 1 + index, storeys: 2}, draw)
  }
}

/** The middle of the ground that the plan keeps free for schools. */
function coreOf({layout}: Town, {ring}: Block): Point | null {
  for (const site of layout.sites) {
    if (site.kind !== 'core') continue
    const middle = ringCentroid(site.ring)
    if (isInside(middle, ring)) return middle
  }
  return null
}

/** Slabs beside the streets. */
function front(
  town: Town,
  block: Block,
  field: SlabField,
  manner: Manner,
  panels: PanelType,
  snake: (more: Partial<Snake>) => Snake,
  draw: Draw,
): void {
  const {sectionMetres, depthMetres} = panels
  const inside = (isMain: boolean) => (isMain ? 15 : 9) + depthMetres / 2
  for (const {line, isMain} of frontLines(block, isStreet, inside)) {
    if (manner === 'bends') {
      const bends = snake({most: 6 + draw.below(4), fewest: 2, gapMetres: 20})
      laySnake(town, block, field, line, bends)
      continue
    }
    line.slice(1).forEach((to, index) => {
      const from = line[index]!
      const along = heading(from, to)
      const length = distance(from, to)
      if (manner === 'comb' && !isMain[index]) {
        comb(town, block, field, from, along, length, panels, snake, draw)
        return
      }
      // Courts open to the inside: along the street, and at both ends a wing inward.
      for (let at = 4; at + 3 * sectionMetres < length; ) {
        const sections = 4 + draw.below(4)
        const wide = Math.min(sections * sectionMetres + depthMetres, length - at)
        const wings = [2 + draw.below(3), 2 + draw.below(3)]
        if (draw.chance(0.3)) wings[draw.below(2)] = 0
        const path = [
          ...(wings[0]! > 0 ? [step(from, along, at + depthMetres / 2, wings[0]! * sectionMetres + depthMetres / 2)] : []),
          step(from, along, wings[0]! > 0 ? at + depthMetres / 2 : at),
          step(from, along, wings[1]! > 0 ? at + wide - depthMetres / 2 : at + wide),
          ...(wings[1]! > 0 ? [step(from, along, at + wide - depthMetres / 2, wings[1]! * sectionMetres + depthMetres / 2)] : []),
        ]
        const built = laySnake(town, block, field, path, snake({most: 16, gapMetres: 16}))
        at += built > 2 ? wide + panels.acrossMetres + draw.between(2, 12) : 22
      }
    })
  }
}

/** Slabs with their ends to the street, and shops between them on the street line. */
function comb(
  town: Town,
  block: Block,
  field: SlabField,
  from: Point,
  along: Point,
  length: number,
  panels: PanelType,
  snake: (more: Partial<Snake>) => Snake,
  draw: Draw,
): void {
  const pitch = panels.facingMetres + panels.depthMetres + draw.between(2, 8)
  let last = -1
  for (let at = panels.depthMetres; at < length - panels.depthMetres; ) {
    const start = step(from, along, at, -panels.depthMetres / 2)
    const end = step(start, leftOf(along), (3 + draw.below(2)) * panels.sectionMetres + 1)
    if (laySnake(town, block, field, [start, end], snake({})) === 0) {
      at += 12
      continue
    }
    if (last >= 0 && at - last < pitch + 6 && draw.chance(0.6)) {
      const shop = frame(step(from, along, last + panels.depthMetres / 2 + 0.4, -panels.depthMetres / 2 + 2), along)
      const shape = union(shop, [[0, 0, at - last - panels.depthMetres - 0.8, 13]])
      town.build('shop', shape, block, {storeys: 1, year: 1974 + draw.below(14), clearance: {road: 3}})
    }
    last = at
    at += pitch
  }
}

/** Courts inside the block, in rows parallel to its quarter. */
function courts(
  town: Town,
  block: Block,
  field: SlabField,
  manner: Manner,
  panels: PanelType,
  snake: (more: Partial<Snake>) => Snake,
  draw: Draw,
): void {
  const ahead = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
  const aside = leftOf(ahead)
  const box = boxAlong(block.ring, ahead)
  const {sectionMetres, depthMetres, facingMetres} = panels
  const long = (4 + draw.below(2)) * sectionMetres
  const deep = depthMetres + facingMetres + 8 + draw.between(0, 14)
  const stepAhead = long + panels.acrossMetres + depthMetres
  const stepAside = deep + facingMetres + depthMetres
  const origin: Point = [0, 0]
  const place = (x: number, y: number): Point => {
    const at = step(origin, ahead, x)
    return step(at, aside, y)
  }
  for (let y = box.right + 20; y < box.left - 20; y += stepAside)
    for (let x = box.from + 20; x < box.to - 20; x += stepAhead) {
      const x1 = x + long
      const y1 = y + deep
      if (!isInside(place(x + long / 2, y + deep / 2), block.ring)) continue
      const kind = draw.below(manner === 'comb' ? 6 : 5)
      const paths: Point[][] =
        kind === 0
          ? [[place(x1, y), place(x, y), place(x, y1), place(x1, y1)]]
          : kind === 1
            ? [[place(x, y), place(x1, y), place(x1, y1), place(x, y1)]]
            : kind === 2
              ? [[place(x, y1), place(x, y), place(x1, y), place(x1, y1)]]
              : kind === 3
                ? [
                    [place(x, y1), place(x, y), place(x1, y)],
                    [place(x + facingMetres + depthMetres, y1), place(x1, y1)],
                  ]
                : [
                    [place(x, y), place(x1, y)],
                    [place(x, y1), place(x1, y1)],
                  ]
      for (const path of paths) laySnake(town, block, field, path, snake({most: 9, fewest: 3}))
    }
}
