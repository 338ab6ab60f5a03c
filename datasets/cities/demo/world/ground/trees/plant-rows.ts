import {hash, mix, unitOf} from '../../../tools/numbers/hash.ts'
import {between, heading, leftOf} from '../../../tools/space/vector.ts'
import type {Edge, Network} from '../ground.ts'
import {type Layout, roadMetres, type Zone} from '../layout/layout.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {type Mix, mixes, speciesOf} from './species-mix.ts'
import type {TakenGround} from './taken-ground.ts'
import type {TreeList} from './tree-list.ts'

/** How a street of a zone is planted: with what, when mostly, and how many of its places have a tree. */
type Planting = {mix: Mix; year: number; spread: number; share: number}

const byZone: Record<Zone, Planting> = {
  centre: {mix: mixes.centre, year: 1962, spread: 22, share: 0.75},
  old: {mix: mixes.centre, year: 1968, spread: 24, share: 0.62},
  stalinist: {mix: mixes.centre, year: 1957, spread: 8, share: 0.82},
  khrushchev: {mix: mixes.estate, year: 1967, spread: 10, share: 0.8},
  micro: {mix: mixes.estate, year: 1980, spread: 9, share: 0.82},
  garden: {mix: mixes.suburb, year: 1985, spread: 22, share: 0.42},
  village: {mix: mixes.suburb, year: 1982, spread: 22, share: 0.32},
  dacha: {mix: mixes.suburb, year: 1992, spread: 12, share: 0.08},
  resort: {mix: mixes.park, year: 1984, spread: 16, share: 0.6},
  market: {mix: mixes.centre, year: 1990, spread: 15, share: 0.35},
  park: {mix: mixes.park, year: 1966, spread: 14, share: 0.6},
  cemetery: {mix: mixes.graves, year: 1975, spread: 18, share: 0.3},
  industry: {mix: mixes.works, year: 1972, spread: 14, share: 0.42},
  harbour: {mix: mixes.works, year: 1975, spread: 12, share: 0.06},
  field: {mix: mixes.highway, year: 1964, spread: 14, share: 0.5},
}

const spacingMetres = 7
/** No tree this near to a crossing: drivers must see. */
const clearMetres = 8

/**
 * Plants rows along streets: on the pavements, along avenues on the medians as well. Every street has a species of its
 * own, in which others stand where trees were replaced.
 */
export function plantRows(layout: Layout, network: Network, ground: TakenGround, trees: TreeList): void {
  network.edges.forEach((edge, index) => {
    if (edge.isBridge || edge.class === 'rail' || edge.class === 'path' || edge.class === 'lane') return
    const from = network.nodes[edge.from]!.at
    const to = network.nodes[edge.to]!.at
    const zone = layout.quarters[layout.quarterOf[cellAt(between(from, to, 0.5))]! - 1]?.zone ?? 'field'
    if (zone === 'field' && edge.class !== 'avenue' && edge.class !== 'main') return
    const planting = byZone[zone]
    const isAvenue = edge.class === 'avenue'
    const isWide = isAvenue || edge.class === 'main'
    const mix = isAvenue && zone !== 'field' ? mixes.avenue : planting.mix
    const share = Math.min(0.88, planting.share * (isWide ? 1.45 : 1))
    // A street that nobody named has a row of its own as well.
    const owner = edge.street >= 0 ? edge.street : 10_000 + index
    const main = speciesOf(mix, unitOf(layout.seed, 61, owner))
    const year = Math.round(planting.year + planting.spread * (unitOf(layout.seed, 62, owner) * 2 - 1))
    const direction = heading(from, to)
    const across = leftOf(direction)
    for (const offset of rowsOf(edge)) {
      const isMedian = isAvenue && Math.abs(offset) < 6
      for (let along = clearMetres; along < edge.lengthMetres - clearMetres; along += spacingMetres) {
        const key = hash(layout.seed, 63, index, Math.round(along * 10), Math.round(offset * 10))
        if (unit(key, 1) >= share) continue
        const at = along + (unit(key, 2) - 0.5) * 1.2
        const x = from[0] + direction[0] * at + across[0] * offset
        const y = from[1] + direction[1] * at + across[1] * offset
        if (!isMedian && !ground.isFree(x, y)) continue
        const isReplaced = unit(key, 3) < 0.24
        const species = isReplaced && unit(key, 4) < 0.6 ? speciesOf(mix, unit(key, 5)) : main
        const planted = isReplaced
          ? Math.round(year + unit(key, 6) * (2024 - year))
          : year + Math.floor(unit(key, 6) * 3)
        trees.plant(x, y, species, planted, edge.street, 0.8 + 0.4 * unit(key, 7))
      }
    }
  })
}

/** Metres from the middle of a road to its rows of trees, left and right. */
function rowsOf({class: roadClass}: Edge): number[] {
  const pavement = roadMetres[roadClass] / 2 - 1.9
  return roadClass === 'avenue' ? [-pavement, -3.2, 3.2, pavement] : [-pavement, pavement]
}

/** The n-th number in [0, 1) of a key. */
export const unit = (key: number, n: number): number => mix(key + Math.imul(n, 0x9e3779b9)) / 0x1_0000_0000
