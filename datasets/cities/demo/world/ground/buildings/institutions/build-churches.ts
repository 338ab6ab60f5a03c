import type {Point} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {frame} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {churchShape} from './church-shape.ts'
import {spread} from './spread.ts'

/** Parish churches, each on a small square of its own. */
export function buildChurches(town: Town, blocks: readonly Block[]): void {
  spread(
    town,
    blocks,
    {
      topic: 'church',
      kind: 'church',
      zones: ['old', 'garden', 'village', 'khrushchev', 'stalinist'],
      apartMetres: 1000,
      leastSquareMetres: 6000,
      mostSquareMetres: 60_000,
      most: 8,
    },
    block => church(town, block),
  )
}

/** The altar looks as nearly east as the streets allow. */
function church(town: Town, block: Block): boolean {
  const draw = town.draw('church', block)
  const [x, y] = block.quarter.along
  const east: Point = Math.abs(x) >= Math.abs(y) ? (x > 0 ? [x, y] : [-x, -y]) : y > 0 ? [y, -x] : [-y, x]
  const {at: near} = deepestPlace(town.site, block)
  const size = draw.between(0.85, 1.2)
  const room = findRoom(town, block, near, east, [52 * size, 38 * size], {road: 1, gap: 2}, draw)
  if (!room) return false
  const at = frame(room.at(28 * size, 19 * size), room.along)
  const isOld = block.quarter.zone === 'old' || block.quarter.zone === 'village'
  const year = isOld ? 1842 + draw.below(70) : 1993 + draw.below(28)
  if (!town.build('church', churchShape(at, size), block, {storeys: 1, roof: 'hipped', year})) return false
  town.yard('square', room.plot)
  town.parcel(room.plot, block)
  return true
}
