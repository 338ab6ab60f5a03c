import type {Draw} from '../../../../tools/numbers/draw.ts'
import {unitOf} from '../../../../tools/numbers/hash.ts'
import {distance, heading, type Point, step} from '../../../../tools/space/vector.ts'
import {nineStoreys} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import type {Block} from '../site/blocks.ts'
import {frontages} from '../site/frontages.ts'
import {frame, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {isStreet} from './is-street.ts'
import type {Use} from './programme.ts'

/** Metres between the corners of neighbouring towers, and the side of one. */
const pitch = 58
const side = 25.2
const groups = 3

/** Three groups of four towers of the last twenty years at the streets of estates, far from each other. */
export function buildTowers(town: Town, field: SlabField, plan: ReadonlyMap<Block, Use>): void {
  const hosts = [...plan.keys()]
    .filter(
      block =>
        ['nine', 'five', 'rows', 'cottages', 'park'].includes(plan.get(block)!) &&
        block.squareMetres > 18_000,
    )
    .map(block => ({block, rank: unitOf(block.key, 'towers')}))
    .sort((a, b) => a.rank - b.rank)
  const places: Point[] = []
  for (const apartMetres of [1200, 700, 300])
    for (const {block} of hosts) {
      if (places.length >= groups) return
      if (places.some(place => distance(place, block.centroid) < apartMetres)) continue
      if (group(town, block, field, town.draw('towers', block))) places.push(block.centroid)
    }
}

/** Where the corners of a group's towers are, ahead along the street and aside from it. */
const layouts = [
  [
    [3, 18],
    [3 + pitch, 18],
    [3, 18 + pitch],
    [3 + pitch, 18 + pitch],
  ],
  [
    [3, 14],
    [3 + pitch, 14],
    [3 + 2 * pitch, 14],
    [3 + 3 * pitch, 14],
  ],
] as const

/** Four towers beside a street, two and two or in a row, low houses of shops before them, cars between. */
function group(town: Town, block: Block, field: SlabField, draw: Draw): boolean {
  const clearance = {road: 4, gap: 10}
  for (const towers of layouts)
    for (const {line, halfRoadMetres} of frontages(block, isStreet)) {
      const along = heading(line[0]!, line.at(-1)!)
      const wide = towers.at(-1)![0] + side
      const length = distance(line[0]!, line.at(-1)!)
      for (let ahead = 22; ahead + wide < length; ahead += 8) {
        const corner = step(line[0]!, along, ahead, halfRoadMetres + 7)
        const at = frame(corner, along)
        const shapes = towers.map(([x, y]) => union(at, [[x, y, x + side, y + side]]))
        if (!shapes.every(({parts}) => town.site.isFree(parts, clearance))) continue
        const year = 2006 + draw.below(14)
        shapes.forEach((shape, index) => {
          const storeys = 14 + draw.below(10)
          const [x, y] = towers[index]!
          town.build('tower', shape, block, {storeys, year: year + index, dwellings: (storeys - 1) * 6})
          const from = step(corner, along, x, y + side / 2)
          field.add({from, along, lengthMetres: side, depthMetres: side}, nineStoreys)
        })
        const shops = union(at, [[4, 0, wide - 2, 10]])
        town.build('shop', shops, block, {storeys: 2, year, clearance: {road: 3, gap: 3}})
        const cars = rectangle(at, [3 + side + 4, 16, 3 + pitch - 4, 16 + side])
        if (town.site.isFree([cars], {gap: 1})) town.yard('parking', cars)
        return true
      }
    }
  return false
}
