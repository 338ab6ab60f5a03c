import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Block} from '../site/blocks.ts'
import {cutParcels, type Plot} from '../site/cut-parcels.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {courtHouse} from './court-house.ts'
import {dwellingsIn} from './dwellings-in.ts'
import {isStreet} from './is-street.ts'

/** The old suburbs: low town houses on the street with long yards, between them what later years put there. */
export function buildOldTown(town: Town, block: Block): void {
  const draw = town.draw('old', block)
  const cut = {width: () => draw.between(11, 22), deepest: 44, shallowest: 12}
  cutParcels(town, block, cut, isStreet, plot => {
    const kind = draw.unit()
    if (kind < 0.04) return
    if (kind < 0.13) laterHouse(town, block, plot, draw)
    else if (kind < 0.2 && (plot.isCornerLeft || plot.isCornerRight)) cornerShop(town, block, plot, draw)
    else lowHouse(town, block, plot, draw)
  })
}

function lowHouse(town: Town, block: Block, plot: Plot, draw: Draw): void {
  const isCorner = plot.isCornerLeft || plot.isCornerRight
  const storeys = draw.chance(isCorner || plot.class !== 'local' ? 0.42 : 0.24) ? 2 : 1
  const front = draw.between(8, 10.5)
  const wing = draw.between(4.8, 6.2)
  // Beside every third house a gate to the yard.
  const gate = !isCorner && plot.width > 12 && draw.chance(0.45) ? draw.between(3, 4.5) : 0
  const lot = {...plot, width: plot.width - gate}
  const back = front + 4 + draw.unit() * 17
  const shape = courtHouse(lot, {front, wing, back, courts: 0.62}, draw)
  const year = 1879 + draw.below(36) + (draw.chance(0.3) ? draw.below(40) : 0)
  const roof = shape.holes.length > 0 || isCorner || draw.chance(0.4) ? 'hipped' : 'gabled'
  const dwellings = dwellingsIn(shape, storeys, 122)
  if (!town.build('tenement', shape, block, {storeys, year, roof, dwellings})) return
  for (const side of [0.3, plot.width - draw.between(4.5, 6)])
    if (plot.depth > 26 && draw.chance(0.07)) {
      const deep = draw.between(3.6, 7)
      const shed = union(plot.at, [
        [side, plot.depth - deep - 0.3, side + draw.between(3.6, 5.4), plot.depth - 0.3],
      ])
      town.build('shed', shed, block, {
        storeys: 1,
        year: 1920 + draw.below(70),
        roof: draw.chance(0.6) ? 'gabled' : 'flat',
      })
    }
}

/** A house for one family, or four flats of the 1950s, where an older one stood. */
function laterHouse(town: Town, block: Block, plot: Plot, draw: Draw): void {
  const isNew = draw.chance(0.6)
  const setBack = draw.between(0, 4)
  const width = Math.min(plot.width - 1.5, isNew ? 12 : 16)
  const shape = union(plot.at, [
    [0.7, setBack, 0.7 + width, setBack + Math.min(plot.depth - setBack - 1, isNew ? 11 : 10)],
  ])
  town.build(isNew ? 'house' : 'tenement', shape, block, {
    storeys: 2,
    year: isNew ? 1996 + draw.below(28) : 1947 + draw.below(12),
    roof: 'hipped',
    dwellings: isNew ? 1 : 4,
  })
}

function cornerShop(town: Town, block: Block, plot: Plot, draw: Draw): void {
  const shape = union(plot.at, [[0, 0, Math.min(plot.width, 18), Math.min(plot.depth - 0.5, 12)]])
  town.build('shop', shape, block, {storeys: 1, year: 1960 + draw.below(60)})
}
