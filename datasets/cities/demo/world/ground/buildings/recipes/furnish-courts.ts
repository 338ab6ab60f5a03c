import type {Draw} from '../../../../tools/numbers/draw.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {distance, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import {roadMetres} from '../../layout/layout.ts'
import type {Block} from '../site/blocks.ts'
import {frame, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** What stands between slabs: shops at the corners, a boiler house, transformers, cars, garages and pitches. */
export function furnishCourts(town: Town, block: Block, year: number, draw: Draw): void {
  const hectares = block.squareMetres / 10_000
  cornerShops(town, block, year, draw)
  scatter(town, block, draw, Math.round(hectares / 7 + draw.unit()), (at, along) => {
    const shape = union(frame(at, along), [[0, 0, 18, 12]])
    return town.build('boiler', shape, block, {storeys: 1, year, clearance: {road: 3, gap: 12}})
  })
  scatter(town, block, draw, Math.round(hectares * 0.4), (at, along) => {
    const shape = union(frame(at, along), [[0, 0, 7, 5.4]])
    return town.build('substation', shape, block, {storeys: 1, year, clearance: {road: 2, gap: 6}})
  })
  scatter(town, block, draw, Math.round(hectares * 0.45), (at, along) => {
    const ring = rectangle(frame(at, along), [0, 0, 36, 18])
    const isFree = town.site.isFree([ring], {road: 3, gap: 6})
    if (isFree) town.yard('pitch', ring)
    return isFree
  })
  scatter(town, block, draw, Math.round(hectares * 0.22), (at, along) =>
    garageRows(town, block, at, along, year, draw),
  )
  carParks(town, block, draw)
}

/** Tries places at random until so many have been used. */
function scatter(
  town: Town,
  block: Block,
  draw: Draw,
  count: number,
  use: (at: Point, along: Point) => boolean,
): void {
  const [west, south, east, north] = boxOf(block.ring)
  let used = 0
  for (let attempt = 0; attempt < count * 14 && used < count; attempt++) {
    const at: Point = [draw.between(west, east), draw.between(south, north)]
    const along = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
    if (isInside(at, block.ring) && town.site.isFirmAt(at[0], at[1], 0) && use(at, along)) used++
  }
}

/** Low shops where two streets meet. */
function cornerShops(town: Town, block: Block, year: number, draw: Draw): void {
  block.ring.forEach((corner, index) => {
    const before = block.ring[(index + block.ring.length - 1) % block.ring.length]!
    const after = block.ring[(index + 1) % block.ring.length]!
    const into = heading(before, corner)
    const out = heading(corner, after)
    if (Math.abs(into[0] * out[0] + into[1] * out[1]) > 0.5 || draw.chance(0.45)) return
    const half = (edge: number) => roadMetres[block.edges[edge % block.ring.length]!.class] / 2
    const inset = half(index + block.ring.length - 1) + 9
    const at = frame(step(corner, out, inset, half(index) + 9), out)
    const width = draw.between(22, 40)
    const isLarge = draw.chance(0.25)
    const shape = union(at, [[0, 0, width, isLarge ? 26 : 16]])
    const built = isLarge ? 2004 + draw.below(18) : year + draw.below(10)
    town.build('shop', shape, block, {storeys: isLarge ? 2 : 1, year: built, clearance: {road: 3, gap: 6}})
  })
}

/** Two or three rows of garages, doors to doors. */
function garageRows(town: Town, block: Block, at: Point, along: Point, year: number, draw: Draw): boolean {
  const length = 3.5 * (7 + draw.below(8))
  const rows = 2 + draw.below(2)
  const place = frame(at, along)
  const plot = rectangle(place, [0, 0, length, rows * 13 - 6])
  if (!town.site.isFree([plot], {road: 2, gap: 9})) return false
  for (let row = 0; row < rows; row++) {
    const shape = union(place, [[0, row * 13, length, row * 13 + 6]])
    town.build('garage', shape, block, {storeys: 1, year: year + 3 + draw.below(12)})
  }
  return true
}

/** Bays beside the drives. */
function carParks(town: Town, block: Block, draw: Draw): void {
  const {layout, site} = town
  const [west, south, east, north] = boxOf(block.ring)
  for (const {from, to, class: road} of layout.edges) {
    if (road !== 'lane') continue
    const a = layout.nodes[from]!
    const b = layout.nodes[to]!
    if (a[0] < west || a[0] > east || a[1] < south || a[1] > north || !isInside(a, block.ring)) continue
    const along = heading(a, b)
    for (let ahead = 8; ahead + 24 < distance(a, b); ahead += 46) {
      if (draw.chance(0.45)) continue
      const side = draw.chance(0.5) ? 1 : -1
      const aside = roadMetres.lane / 2 + 0.1
      const start = side > 0 ? step(a, along, ahead, aside) : step(a, along, ahead + 22, -aside)
      const ring = rectangle(frame(start, side > 0 ? along : [-along[0], -along[1]]), [0, 0, 22, 5.4])
      if (site.isFree([ring], {road: 0, gap: 2})) town.yard('parking', ring)
    }
  }
}
