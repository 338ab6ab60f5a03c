import type {Draw} from '../../numbers/draw.ts'
import {distance, heading, leftOf, type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {frontages} from '../build/frontages.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import {isStreet} from './is-street.ts'

const pitch = 54
const side = 25.2

/**
 * A group of four towers of flats of the last twenty years beside a street of a block, two and two, with a low house of
 * shops before them and cars between. @returns how many were built
 */
export function buildTowers(town: Town, block: Block, draw: Draw): number {
  const year = 2006 + draw.below(14)
  for (const {line, lengthMetres, halfRoadMetres} of frontages(block, isStreet)) {
    if (lengthMetres < 150) continue
    const along = heading(line[0]!, line.at(-1)!)
    const length = distance(line[0]!, line.at(-1)!)
    for (let ahead = 24; ahead + 2 * pitch < length; ahead += 12) {
      const corner = step(line[0]!, along, ahead, halfRoadMetres + 8)
      const at = frame(corner, along)
      const plot = rectangle(at, [0, 0, pitch + side + 6, 22 + pitch + side])
      if (!town.site.isFree([plot], {road: 2, gap: 14})) continue
      return group(town, block, corner, along, year, draw)
    }
  }
  return 0
}

function group(town: Town, block: Block, corner: Point, along: Point, year: number, draw: Draw): number {
  const at = frame(corner, along)
  let built = 0
  for (const [x, y] of [[3, 18], [3 + pitch, 18], [3, 18 + pitch], [3 + pitch, 18 + pitch]] as const) {
    const storeys = 14 + draw.below(10)
    const shape = union(frame(step(step(corner, along, x), leftOf(along), y), along), [[0, 0, side, side]])
    const dwellings = (storeys - 1) * 6
    if (town.build('tower', shape, block, {storeys, year: year + built, dwellings})) built++
  }
  town.build('shop', union(at, [[4, 0, pitch + side, 12]]), block, {storeys: 2, year})
  const cars = rectangle(at, [3 + side + 4, 20, 3 + pitch - 4, 18 + pitch + side])
  if (town.site.isFree([cars], {})) town.yard('parking', cars)
  return built
}
