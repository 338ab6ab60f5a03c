import {leftOf, step} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'
import {deepestPlace} from '../build/deepest-place.ts'
import {propertyRing} from '../build/property-ring.ts'
import {frame, rectangle, union} from '../build/shape.ts'
import type {Town} from '../build/town.ts'

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
    const at = frame(step(step(middle, along, -27), aside, index * 50 - 18 - (halls - 1) * 25), along)
    const shape = union(at, [[0, 0, 54, 30], [20, 30, 34, 36]])
    town.build('market', shape, block, {storeys: 1, roof: 'gabled', year: index === 0 ? 1902 : 1971, role: 'market-hall', clearance: {road: 3, gap: 4}})
  }
  const parking = frame(step(step(middle, along, 40), aside, -20), along)
  const cars = rectangle(parking, [0, 0, 36, 40])
  if (town.site.isFree([cars], {road: 1, gap: 3})) town.yard('parking', cars)
  // Rows of stalls wherever there is room, seven metres wide with a way between.
  for (let y = -110; y < 110; y += 13)
    for (let x = -130; x < 130; x += 4) {
      const length = draw.between(26, 44)
      const at = frame(step(step(middle, along, x), aside, y), along)
      const shape = union(at, [[0, 0, length, 6.4]])
      const inBlock = town.site.quarterAt(at(length / 2, 3))?.zone === block.quarter.zone
      if (inBlock && town.build('shop', shape, block, {storeys: 1, roof: 'gabled', year: 1994 + draw.below(20), clearance: {road: 2, gap: 4.5}})) x += length
    }
}
