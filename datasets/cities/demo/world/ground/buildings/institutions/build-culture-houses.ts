import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {spread} from './spread.ts'

/** Houses of culture: a front on a square, a hall behind it. */
export function buildCultureHouses(town: Town, blocks: readonly Block[]): void {
  spread(
    town,
    blocks,
    {
      topic: 'culture',
      zones: ['stalinist', 'khrushchev', 'garden'],
      apartMetres: 2400,
      leastSquareMetres: 6000,
      most: 3,
    },
    block => cultureHouse(town, block),
  )
}

function cultureHouse(town: Town, block: Block): boolean {
  const draw = town.draw('culture', block)
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, [56, 62], {road: 3, gap: 5}, draw)
  if (!room) return false
  const shape = union(room.at, [
    [8, 22, 48, 36],
    [14, 36, 42, 58],
  ])
  const plan = {storeys: 2, roof: 'hipped', year: 1949 + draw.below(12), role: 'culture-house'} as const
  if (!town.build('public', shape, block, plan)) return false
  town.yard('square', rectangle(room.at, [6, 2, 50, 20]))
  town.parcel(room.plot, block)
  return true
}
