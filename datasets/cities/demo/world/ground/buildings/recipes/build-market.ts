import {leftOf, step} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {propertyRing} from '../site/property-ring.ts'
import {frame, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

/** A market: one or two halls, rows of stalls under roofs around them, a place for cars. */
export function buildMarket(town: Town, block: Block): void {
  const draw = town.draw('market', block)
  const {along} = block.quarter
  const aside = leftOf(along)
  const {at: middle} = deepestPlace(town.site, block)
  const ring = propertyRing(block)
  town.parcel(ring, block)
  town.note('market', [ring])
  const halls = block.squareMetres > 14_000 ? 2 : 1
  for (let index = 0; index < halls; index++) {
    const room = findRoom(
      town,
      block,
      step(middle, along, index * 70 - 35),
      along,
      [62, 46],
      {road: 3, gap: 3},
      draw,
    )
    if (!room) continue
    const shape = union(room.at, [
      [4, 6, 58, 36],
      [24, 36, 38, 42],
    ])
    const year = index === 0 ? 1902 : 1971
    town.build('market', shape, block, {storeys: 1, roof: 'gabled', year, role: 'market-hall'})
  }
  const cars = findRoom(town, block, middle, along, [40, 36], {road: 1, gap: 4}, draw)
  if (cars) town.yard('parking', cars.plot)
  // Rows of stalls wherever there is room, seven metres wide with a way between.
  for (let y = -110; y < 110; y += 13)
    for (let x = -130; x < 130; x += 4) {
      const length = draw.between(26, 44)
      const at = frame(step(step(middle, along, x), aside, y), along)
      const shape = union(at, [[0, 0, length, 6.4]])
      const inBlock = town.site.quarterAt(at(length / 2, 3))?.zone === block.quarter.zone
      if (
        inBlock &&
        town.build('shop', shape, block, {
          storeys: 1,
          roof: 'gabled',
          year: 1994 + draw.below(20),
          clearance: {road: 2, gap: 4.5},
        })
      )
        x += length
    }
}
