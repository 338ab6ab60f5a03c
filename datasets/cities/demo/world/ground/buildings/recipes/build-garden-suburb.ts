import type {Draw} from '../../../../tools/numbers/draw.ts'
import {unitOf} from '../../../../tools/numbers/hash.ts'
import type {Block} from '../site/blocks.ts'
import {cutParcels, type Plot} from '../site/cut-parcels.ts'
import {union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {familyHouse} from './family-house.ts'
import {isDrivable} from './is-street.ts'

/** When homesteads were built, how far behind the street, and on what ground, as in `Layout.unbuildable`. */
export type Homesteads = {first: number; last: number; setBack: number; ground: number}

/** How a quarter of family houses came about: the years its plots were given out, how wide and deep they are. */
type Manner = Homesteads & {width: number; depth: number}

const manners: Manner[] = [
  // The oldest: narrow and deep plots of a former village or of the first workers' suburbs.
  {first: 1898, last: 1938, width: 18.4, depth: 46, setBack: 1.6, ground: 0},
  // Six hundred square metres each after the war, and somewhat more later.
  {first: 1946, last: 1964, width: 20.5, depth: 38, setBack: 3.5, ground: 0},
  {first: 1955, last: 1986, width: 22.6, depth: 42, setBack: 4.5, ground: 0},
  // Cottages of the last thirty years.
  {first: 1994, last: 2021, width: 26.4, depth: 40, setBack: 6, ground: 0},
]

/** Family houses with gardens, each block in the manner of its years, with what was rebuilt since. */
export function buildGardenSuburb(town: Town, block: Block): void {
  const draw = town.draw('garden', block)
  // Neighbouring blocks were mostly given out together.
  const manner =
    manners[Math.min(3, Math.floor((unitOf(block.quarter.key, 'manner') * 0.75 + draw.unit() * 0.35) * 4))]!
  const shopShare = draw.chance(0.3) ? 0.3 : 0
  const cut = {
    width: () => manner.width * draw.between(0.82, draw.chance(0.12) ? 1.75 : 1.28),
    deepest: manner.depth * draw.between(0.92, 1.12),
    shallowest: 16,
    ground: manner.ground,
  }
  cutParcels(town, block, cut, isDrivable, plot => {
    const isCorner = plot.isCornerLeft || plot.isCornerRight
    if (isCorner && draw.chance(shopShare)) cornerShop(town, block, plot, draw)
    else if (!draw.chance(0.05)) homestead(town, block, plot, draw, manner)
  })
}

/** A house, and behind it or beside it what its people built for themselves. */
export function homestead(town: Town, block: Block, plot: Plot, draw: Draw, manner: Homesteads): void {
  const isRebuilt = draw.chance(0.17)
  const year = isRebuilt
    ? 1996 + Math.floor(29 * draw.unit())
    : manner.first + Math.floor((manner.last - manner.first + 1) * draw.unit())
  const setBack = manner.setBack * draw.between(0.5, 1.7) + (isRebuilt ? 2 : 0) + (draw.chance(0.07) ? 7 : 0)
  const house = familyHouse(plot, draw, year, setBack)
  if (!house) return
  const clearance = {ground: manner.ground}
  const {storeys, roof, dwellings, back, isOnLeft} = house
  if (!town.build('house', house.shape, block, {storeys, year, roof, dwellings, clearance})) return

  const yardSide = (width: number): [number, number] =>
    isOnLeft ? [plot.width - width - 0.6, plot.width - 0.6] : [0.6, 0.6 + width]
  const lean = (front: number, width: number, depth: number, kind: 'shed' | 'garage', built: number) => {
    if (front + depth > plot.depth - 0.6) return
    const [from, to] = yardSide(width)
    const roofs = kind === 'shed' && draw.chance(0.6) ? 'gabled' : 'flat'
    const shape = union(plot.at, [[from, front, to, front + depth]])
    town.build(kind, shape, block, {
      storeys: 1,
      year: built,
      roof: roofs,
      clearance: {...clearance, gap: 0.5},
    })
  }
  const later = yearAfter(year, draw)
  if (draw.chance(year > 1960 ? 0.07 : 0.03))
    lean(draw.between(0.6, 3), draw.between(3.4, 4.2), draw.between(5.6, 7), 'garage', later)
  // A summer kitchen, and at the end of the garden a shed.
  if (draw.chance(0.07))
    lean(back + draw.between(2.5, 6), draw.between(3.6, 5.2), draw.between(4.6, 8), 'shed', later)
  if (draw.chance(0.02))
    lean(plot.depth - draw.between(4.5, 7), draw.between(3, 4.5), draw.between(3, 4.2), 'shed', later)
}

/** A year of the next quarter of a century. In the war less is built, and nothing after the ground's last year. */
function yearAfter(year: number, draw: Draw): number {
  const drawn = year + draw.below(25)
  const isBuilt = drawn < 2022 || (drawn <= 2025 && draw.chance(0.35))
  return isBuilt ? drawn : year + draw.below(Math.max(1, 2022 - year))
}

function cornerShop(town: Town, block: Block, plot: Plot, draw: Draw): void {
  const width = Math.min(plot.width - 1, draw.between(9, 15))
  const from = plot.isCornerLeft ? 0.5 : plot.width - width - 0.5
  const shape = union(plot.at, [[from, 1, from + width, 1 + Math.min(plot.depth - 2, draw.between(8, 11))]])
  town.build('shop', shape, block, {storeys: 1, year: 1995 + draw.below(28)})
}
