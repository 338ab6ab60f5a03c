import type {Draw} from '../../numbers/draw.ts'
import {isInside} from '../../space/is-inside.ts'
import {boxAlong} from '../../space/oriented-box.ts'
import {boxOf} from '../../space/box-of.ts'
import {distance, heading, leftOf, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {findRoom} from '../build/find-room.ts'
import {propertyRing} from '../build/property-ring.ts'
import {frame, type Rectangle, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import {frontLines} from '../build/front-lines.ts'
import {placeSchool} from '../institutions/place-school.ts'
import {laySnake, type Snake} from '../panels/lay-snake.ts'
import {lowStairs} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import {buildGardenSuburb} from './build-garden-suburb.ts'
import {fillRows} from './fill-rows.ts'
import {isStreet} from './is-street.ts'

/** A garage co-operative: long rows over the whole block, doors to doors, with a gate house. */
export function buildGarages(town: Town, block: Block): void {
  const draw = town.draw('garages', block)
  const along = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
  const box = boxAlong(block.ring, along)
  const origin = step(step([0, 0], along, box.from), leftOf(along), box.right)
  const at = frame(origin, along)
  const year = 1967 + draw.below(15)
  for (let aside = 12; aside < box.widthMetres; aside += aside % 2 === 0 ? 13 : 13) {
    for (let ahead = 12; ahead < box.lengthMetres - 20; ) {
      const length = 3.5 * (10 + draw.below(9))
      const shape = union(at, [[ahead, aside, ahead + length, aside + 6]])
      const inBlock = isInside(at(ahead, aside), block.ring) && isInside(at(ahead + length, aside), block.ring)
      const plan = {storeys: 1, year: year + draw.below(16), clearance: {road: 5, gap: 5}}
      ahead += inBlock && town.build('garage', shape, block, plan) ? length + 7 : 12
    }
  }
}

/** Family houses along the drives around a green with a pitch in the middle. */
export function buildCottages(town: Town, block: Block): void {
  const draw = town.draw('cottages', block)
  const {at, metres} = deepestPlace(town.site, block)
  if (metres > 62) {
    const size = Math.min(150, metres * 1.1)
    const room = findRoom(town, block, at, block.quarter.along, [size, size * 0.7], {road: 24, gap: 4}, draw)
    if (room) {
      town.note('park', [room.plot])
      town.site.parcel(room.plot)
      const pitch = findRoom(town, block, at, block.quarter.along, [60, 38], {road: 26, gap: 2}, draw)
      if (pitch) town.yard('pitch', pitch.plot)
    }
  }
  buildGardenSuburb(town, block)
}

/** A park with a pitch and a café. */
export function buildGreen(town: Town, block: Block): void {
  town.note('park', [propertyRing(block)])
  const draw = town.draw('green', block)
  const {at} = deepestPlace(town.site, block)
  const pitch = findRoom(town, block, at, block.quarter.along, [104, 68], {road: 3, gap: 4}, draw)
  if (pitch && draw.chance(0.6)) town.yard('pitch', pitch.plot)
  const cafe = findRoom(town, block, block.centroid, block.quarter.along, [22, 14], {road: 3, gap: 4}, draw)
  if (cafe) town.build('shop', union(cafe.at, [[2, 2, 18, 11]]), block, {storeys: 1, roof: 'hipped', year: 1996 + draw.below(24)})
}

/** A vocational college: teaching buildings, workshops, a hall for sport, dormitories, a stadium, among trees. */
export function buildCampus(town: Town, block: Block): void {
  const draw = town.draw('campus', block)
  const {along} = block.quarter
  const {at: near} = deepestPlace(town.site, block)
  const year = 1964 + draw.below(20)
  town.note('park', [propertyRing(block)])
  const place = (size: readonly [number, number], gap: number, storeys: number, parts: Rectangle[]) => {
    const room = findRoom(town, block, near, along, size, {road: 5, gap}, draw)
    if (room) town.build('public', union(room.at, parts), block, {storeys, year: year + draw.below(9)})
  }
  place([104, 62], 6, 4, [
    [4, 8, 84, 22],
    [4, 22, 18, 52],
    [66, 22, 84, 44],
  ])
  const field = findRoom(town, block, near, along, [120, 76], {road: 3, gap: 6}, draw)
  if (field) town.yard('pitch', rectangle(field.at, [4, 4, 116, 72]))
  place([74, 40], 12, 3, [
    [2, 4, 72, 18],
    [26, 18, 48, 36],
  ])
  place([44, 28], 12, 1, [[2, 2, 42, 26]])
  place([58, 26], 12, 1, [[2, 2, 56, 24]])
  // Students are counted where they are registered: not in dormitories.
  for (let index = 0; index < 4; index++) place([66, 20], 20, draw.chance(0.5) ? 5 : 9, [[2, 3, 64, 16]])
  placeSchool(town, block, near, along, {kind: 'kindergarten', year, storeys: 2, gap: 10, road: 3}, draw)
}

/** A shopping centre of the last twenty years in its car park, a market of kiosks, a house for furniture and tools. */
export function buildRetail(town: Town, block: Block): void {
  const draw = town.draw('retail', block)
  const {along} = block.quarter
  const {at: near} = deepestPlace(town.site, block)
  const sizes = [[128, 84], [92, 60], [64, 44], [46, 32]] as const
  const storeys = [2, 1, 2, 1]
  sizes.forEach(([width, depth], index) => {
    const room = findRoom(town, block, near, along, [width + 8, depth + 60], {road: 4, gap: 4}, draw)
    if (!room) return
    const shape =
      index === 0
        ? union(room.at, [[4, 4, width, depth], [width - 40, depth, width - 8, depth + 12]])
        : union(room.at, [[4, 4, 4 + width, 4 + depth]])
    town.build('shop', shape, block, {storeys: storeys[index]!, year: 2005 + draw.below(16)})
    town.yard('parking', rectangle(room.at, [4, depth + 16, width, depth + 56]))
    town.parcel(room.plot, block)
  })
}

/** Two-storey houses of the first years after the war along the streets and in rows behind them, sheds between. */
export function buildLowRows(town: Town, block: Block, field: SlabField): void {
  const draw = town.draw('low', block)
  const year = 1947 + draw.below(9)
  const snake = (): Snake => ({
    panels: lowStairs,
    year: year + draw.below(5),
    roof: 'hipped',
    clearance: {road: 2, gap: 7},
    fewest: 2,
    most: 2 + draw.below(2),
    gapMetres: 11,
  })
  const {at} = deepestPlace(town.site, block)
  const isServed = town.drafts.some(({kind, shape}) => kind === 'kindergarten' && distance(shape.outline[0]!, at) < 480)
  if (block.squareMetres > 26_000 && !isServed)
    placeSchool(town, block, at, block.quarter.along, {kind: 'kindergarten', year, storeys: 2, gap: 8, road: 3}, draw)
  for (const {line} of frontLines(block, isStreet, isMain => (isMain ? 5 : 3) + lowStairs.depthMetres / 2))
    line.slice(1).forEach((to, index) => {
      const from = line[index]!
      const along = heading(from, to)
      laySnake(town, block, field, [step(from, along, 3), to], snake())
    })
  fillRows(town, block, field, snake(), draw)
  scatterSheds(town, block, year, draw)
}

/** Rows of sheds for firewood and bicycles in the courts. */
function scatterSheds(town: Town, block: Block, year: number, draw: Draw): void {
  const [west, south, east, north] = boxOf(block.ring)
  const count = Math.round(block.squareMetres / 9000)
  for (let index = 0; index < count; index++) {
    const near: Point = [draw.between(west, east), draw.between(south, north)]
    if (!isInside(near, block.ring)) continue
    const at = frame(near, block.quarter.along)
    const shape = union(at, [[0, 0, draw.between(9, 22), 3.6]])
    town.build('shed', shape, block, {storeys: 1, year: year + 6, clearance: {road: 2, gap: 5}})
  }
}
