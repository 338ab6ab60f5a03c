import {hash} from '../../../tools/numbers/hash.ts'
import {noise} from '../../../tools/numbers/noise.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import type {GroundUse} from '../areas/ground-use.ts'
import type {Layout} from '../layout/layout.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {unit} from './plant-rows.ts'
import {type Mix, mixes, speciesOf} from './species-mix.ts'
import type {TakenGround} from './taken-ground.ts'
import type {TreeList} from './tree-list.ts'

/** How thickly trees stand, as a share of places eight metres apart, which ones, and when they were planted. */
type Growth = {share: number; mix: Mix; year: number; spread: number}

const placeMetres = 8
const none: Growth = {share: 0, mix: mixes.belt, year: 2000, spread: 0}

/** Plants all that stands apart from streets: parks, courtyards, gardens, slopes, woods and belts between fields. */
export function plantGrounds(
  layout: Layout,
  {labels, uses}: GroundUse,
  ground: TakenGround,
  trees: TreeList,
): void {
  const {seed, quarters, unbuildable} = layout
  const growths = uses.map(use => growthOf(use.kind, quarters[use.quarter]?.zone))
  const places = planMetres / placeMetres
  for (let row = 0; row < places; row++)
    for (let column = 0; column < places; column++) {
      const key = hash(seed, 64, column, row)
      const x = (column + unit(key, 1)) * placeMetres
      const y = (row + unit(key, 2)) * placeMetres
      const cell = Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)
      const label = labels[cell]!
      const use = uses[label - 1]
      if (!use) continue
      let growth = growths[label - 1]!
      if (use.kind === 'field') growth = isBelt(labels, cell) ? belt : none
      if (use.kind === 'wood' && unbuildable[cell] === 1) growth = wetWood
      if (growth.share === 0) continue
      // Groups and clearings, about a hundred metres wide.
      const share = growth.share * (1 + 0.9 * noise(seed + 67, x / 105, y / 105))
      if (unit(key, 3) >= share || !ground.isFree(x, y)) continue
      const planted = Math.round(growth.year + growth.spread * (unit(key, 4) + unit(key, 5) - 1))
      trees.plant(x, y, speciesOf(growth.mix, unit(key, 6)), planted, -1, 0.75 + 0.5 * unit(key, 7))
    }

  /** Is this the edge of a field, and do trees stand along it? */
  function isBelt(cells: Uint16Array, cell: number): boolean {
    for (const other of [cell - 2, cell + 2, cell - 2 * terrainCells, cell + 2 * terrainCells]) {
      const its = cells[other]
      if (its === undefined || its === cells[cell] || uses[its - 1]?.kind !== 'field') continue
      if (hash(seed, 65, Math.min(its, cells[cell]!), Math.max(its, cells[cell]!)) % 5 < 3) return true
    }
    return false
  }
}

const belt: Growth = {share: 0.85, mix: mixes.belt, year: 1958, spread: 8}
const wetWood: Growth = {share: 0.6, mix: mixes.wet, year: 1985, spread: 28}

function growthOf(
  kind: GroundUse['uses'][number]['kind'],
  zone: Layout['quarters'][number]['zone'] | undefined,
): Growth {
  if (kind === 'wood') return {share: 0.62, mix: mixes.slope, year: 1976, spread: 24}
  if (kind === 'meadow') return {share: 0.03, mix: mixes.wet, year: 1995, spread: 20}
  if (kind === 'park') return {share: 0.34, mix: mixes.park, year: 1970, spread: 24}
  if (kind === 'cemetery') return {share: 0.5, mix: mixes.graves, year: 1985, spread: 25}
  if (kind === 'allotments') return {share: 0.24, mix: mixes.garden, year: 1998, spread: 18}
  if (kind === 'industry') return {share: 0.07, mix: mixes.works, year: 1978, spread: 20}
  if (kind === 'market') return {share: 0.04, mix: mixes.court, year: 1995, spread: 18}
  if (kind !== 'residential') return none
  if (zone === 'centre' || zone === 'old') return {share: 0.13, mix: mixes.court, year: 1982, spread: 32}
  if (zone === 'micro') return {share: 0.2, mix: mixes.yard, year: 1983, spread: 14}
  if (zone === 'khrushchev' || zone === 'stalinist')
    return {share: 0.28, mix: mixes.yard, year: 1970, spread: 18}
  if (zone === 'resort') return {share: 0.3, mix: mixes.park, year: 1985, spread: 22}
  return {share: 0.12, mix: mixes.garden, year: 1996, spread: 24}
}
