import type {Draw} from '../../../../tools/numbers/draw.ts'
import type {Block} from '../site/blocks.ts'
import {cutParcels, type Plot} from '../site/cut-parcels.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {courtHouse} from './court-house.ts'
import {dwellingsIn} from './dwellings-in.ts'
import {isStreet} from './is-street.ts'

/** The old centre: houses wall to wall on the street line, of 1870 to 1914, taller along the avenues and at corners. */
export function buildCentre(town: Town, block: Block): void {
  const draw = town.draw('centre', block)
  // The slope below the boulevard is no place to build on.
  if (deepestPlace(town.site, block).metres < 17) return
  const cut = {width: () => draw.between(14, 29), deepest: 46, shallowest: 12}
  cutParcels(town, block, cut, isStreet, plot => {
    const isGrand = plot.class === 'avenue' || plot.class === 'main'
    if (draw.chance(0.03)) return
    if (draw.chance(isGrand ? 0.05 : 0.03)) infill(town, block, plot, draw)
    else if (isGrand && draw.chance(0.12)) bank(town, block, plot, draw)
    else tenement(town, block, plot, draw, isGrand)
  })
}

function tenement(town: Town, block: Block, plot: Plot, draw: Draw, isGrand: boolean): void {
  const isCorner = plot.isCornerLeft || plot.isCornerRight
  const isLow = !isGrand && draw.chance(0.26)
  const storeys = (isGrand ? 3 : isLow ? 1 : 2) + draw.below(2) + (isCorner && !isLow ? 1 : 0)
  const front = draw.between(11, 13.5)
  const wing = draw.between(5.8, 7.4)
  const shape = courtHouse(
    plot,
    {front, wing, back: front + 8 + draw.unit() * 23, courts: isLow ? 0.55 : 0.82},
    draw,
  )
  const year = isLow ? 1870 + draw.below(22) : 1876 + draw.below(39)
  const roof = shape.holes.length > 0 || isCorner || draw.chance(0.35) ? 'hipped' : 'gabled'
  if (
    !town.build('tenement', shape, block, {
      storeys,
      year,
      roof,
      dwellings: dwellingsIn(shape, storeys - (isGrand ? 1 : 0.3), isGrand ? 205 : 180),
    })
  )
    return

  // A house of its own at the back of the yard, lower than the one on the street.
  const {width, depth} = plot
  const backFront = depth - draw.between(5.5, 7)
  if (!isCorner && depth > 38 && draw.chance(0.4)) {
    const back = union(plot.at, [[0.2, backFront, width - (draw.chance(0.5) ? 0.2 : 4.5), depth - 0.3]])
    const low = Math.min(2, storeys)
    const dwellings = dwellingsIn(back, low, 105)
    town.build('tenement', back, block, {
      storeys: low,
      year: year + draw.below(12),
      roof: 'gabled',
      dwellings,
    })
  } else if (depth > 30 && draw.chance(0.16)) {
    const shed = union(plot.at, [[width - 9, depth - 4.6, width - 0.3, depth - 0.3]])
    town.build('shed', shed, block, {storeys: 1, year: 1890 + draw.below(80), roof: 'gabled'})
  }
}

/** A bank, a trading house, a hotel of its time. */
function bank(town: Town, block: Block, plot: Plot, draw: Draw): void {
  const shape = courtHouse(plot, {front: 14, wing: 8, back: 30, courts: 0.7}, draw)
  const kind = draw.chance(0.55) ? 'office' : draw.chance(0.6) ? 'shop' : 'public'
  town.build(kind, shape, block, {storeys: 2 + draw.below(2), year: 1888 + draw.below(27), roof: 'hipped'})
}

/** What came later: a flat block of the 1960s and 70s, or an office or house of flats of the last twenty years. */
function infill(town: Town, block: Block, plot: Plot, draw: Draw): void {
  const isNew = draw.chance(0.5)
  const shape = union(plot.at, [[0, 0, plot.width, Math.min(plot.depth - 0.5, isNew ? 18 : 13)]])
  const storeys = isNew ? 5 + draw.below(4) : 4 + draw.below(2)
  const year = isNew ? 2003 + draw.below(19) : 1958 + draw.below(22)
  if (draw.chance(0.45)) town.build('office', shape, block, {storeys, year})
  else town.build('tenement', shape, block, {storeys, year, dwellings: dwellingsIn(shape, storeys, 92)})
}
