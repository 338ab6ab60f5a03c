import type {Draw} from '../../numbers/draw.ts'
import {type Point, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {findRoom} from '../build/find-room.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'
import {churchShape} from '../institutions/church-shape.ts'

/** What stands in parks: pavilions and cafés near the paths, in the largest of them a stadium. */
export function buildPark(town: Town, block: Block): void {
  const draw = town.draw('park', block)
  const {at: near} = deepestPlace(town.site, block)
  const count = Math.min(8, Math.floor(block.squareMetres / 25_000))
  for (let index = 0; index < count; index++) {
    const corner = block.ring[draw.below(block.ring.length)]!
    const from: Point = [corner[0] + (near[0] - corner[0]) * 0.12, corner[1] + (near[1] - corner[1]) * 0.12]
    const room = findRoom(town, block, from, block.quarter.along, [20, 14], {road: 4, gap: 30}, draw)
    if (room) town.build('shop', union(room.at, [[2, 2, 2 + draw.between(8, 16), 2 + draw.between(6, 10)]]), block, {storeys: 1, roof: 'hipped', year: 1958 + draw.below(60)})
  }
}

/** A stadium with a stand on each long side, in the first of these blocks that has room. */
export function buildStadium(town: Town, blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    const draw = town.draw('stadium', block)
    const {at: near, metres} = deepestPlace(town.site, block)
    if (metres < 60) continue
    const room = findRoom(town, block, near, block.quarter.along, [176, 132], {road: 2, gap: 6}, draw)
    if (!room) continue
    town.build('public', union(room.at, [[28, 6, 148, 20]]), block, {storeys: 2, year: 1958, role: 'stadium'})
    town.build('public', union(room.at, [[38, 114, 138, 126]]), block, {storeys: 1, year: 1963})
    town.note('pitch', [rectangle(room.at, [10, 24, 166, 110])])
    town.site.take(room.plot)
    town.parcel(room.plot, block)
    return true
  }
  return false
}

/** A chapel and the keeper's house at the gate of a cemetery. */
export function buildCemetery(town: Town, block: Block): void {
  const draw = town.draw('cemetery', block)
  if (town.drafts.some(({kind, block: ground}) => kind === 'church' && ground.quarter === block.quarter)) return
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, [34, 24], {road: 1}, draw)
  if (!room) return
  town.build('church', churchShape(frame(room.at(18, 12), room.along), 0.6), block, {storeys: 1, roof: 'hipped', year: 1883})
  const house = findRoom(town, block, step(near, room.along, 30), block.quarter.along, [14, 10], {road: 1, gap: 2}, draw)
  if (house) town.build('public', union(house.at, [[1, 1, 13, 9]]), block, {storeys: 1, roof: 'gabled', year: 1937})
}

/** A farm: long sheds side by side near a road. */
export function buildFarm(town: Town, block: Block): boolean {
  const draw = town.draw('farm', block)
  const {at: middle} = deepestPlace(town.site, block)
  for (let attempt = 0; attempt < 24; attempt++) {
    const corner = block.ring[draw.below(block.ring.length)]!
    const near: Point = [corner[0] + (middle[0] - corner[0]) * 0.16, corner[1] + (middle[1] - corner[1]) * 0.16]
    const room = findRoom(town, block, near, block.quarter.along, [150, 96], {road: 12, gap: 40}, draw)
    if (!room) continue
    farmyard(town, block, room, draw)
    town.parcel(room.plot, block)
    return true
  }
  return false
}

function farmyard(town: Town, block: Block, {at}: {at: ReturnType<typeof frame>}, draw: Draw): void {
  const year = 1961 + draw.below(24)
  for (const front of [6, 30, 54])
    if (draw.chance(0.85)) town.build('warehouse', union(at, [[8, front, 84, front + 14]]), block, {storeys: 1, roof: 'gabled', year})
  town.build('warehouse', union(at, [[100, 10, 142, 34]]), block, {storeys: 1, roof: 'gabled', year: year + 6})
  town.build('garage', union(at, [[100, 52, 136, 60]]), block, {storeys: 1, year})
  town.build('office', union(at, [[104, 76, 120, 86]]), block, {storeys: 1, roof: 'hipped', year})
}

/** Farms in the fields that lie nearest to where villagers live. */
export function buildFarms(town: Town, fields: readonly Block[], most: number): void {
  let built = 0
  for (const block of fields.toSorted((a, b) => a.key - b.key)) {
    if (built >= most) return
    if (block.squareMetres > 60_000 && buildFarm(town, block)) built++
  }
}

