import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {spread} from './spread.ts'

/** Polyclinics. */
export function buildClinics(town: Town, blocks: readonly Block[]): void {
  spread(
    town,
    blocks,
    {
      topic: 'clinic',
      zones: ['khrushchev', 'garden', 'stalinist', 'old'],
      apartMetres: 1150,
      leastSquareMetres: 8000,
      mostSquareMetres: 90_000,
      most: 8,
    },
    block => clinic(town, block),
  )
}

function clinic(town: Town, block: Block): boolean {
  const draw = town.draw('clinic', block)
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, [64, 46], {road: 2, gap: 4}, draw)
  if (!room) return false
  const shape = union(room.at, [
    [8, 16, 56, 30],
    [24, 30, 40, 40],
  ])
  town.build('clinic', shape, block, {storeys: 3 + draw.below(2), year: 1958 + draw.below(30)})
  town.yard('parking', rectangle(room.at, [10, 3, 50, 13]))
  town.parcel(room.plot, block)
  return true
}
