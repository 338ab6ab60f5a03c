import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'

/** What a block between streets becomes. */
export type Use =
  | 'nine'
  | 'five'
  | 'rows'
  | 'low'
  | 'cottages'
  | 'park'
  | 'campus'
  | 'retail'
  | 'garages'
  | 'depots'

/** Dwellings a hectare between the middles of the streets around, as the recipes come out. */
const dwellingsPerHectare: Partial<Record<Use, number>> = {
  nine: 160,
  five: 106,
  rows: 88,
  low: 44,
  cottages: 11,
}

/** What the edge of a large housing estate is made of where no more flats were needed. */
const edges: Use[] = [
  'cottages',
  'park',
  'cottages',
  'campus',
  'cottages',
  'retail',
  'cottages',
  'garages',
  'cottages',
  'depots',
]

/** A block of a panel zone: which share of its group lies nearer to the group's middle, and its place from the rim. */
export type RankedBlock = {block: Block; share: number; fromRim: number}

/**
 * Decides on estates so that they hold about so many dwellings: nine storeys in the middle of each group, then five, then
 * what edges are made of; of the older rows the outermost stay two storeys.
 */
export function programme(estates: readonly RankedBlock[], dwellings: number): Map<Block, Use> {
  const decide = (fill: number) =>
    new Map(estates.map(estate => [estate.block, useOf(estate, fill)] as const))
  // The fuller, the more dwellings: halving finds the least that is enough.
  let low = 0
  let high = fullest
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2
    if (estimate(decide(middle)) < dwellings) low = middle
    else high = middle
  }
  return decide(high)
}

// How far from the middle of its group each use reaches, as shares of the group's blocks, when the fill is 1.
const nineUpTo = 1.1
const fiveUpTo = 2.2
const rowsUpTo = 1.25
const fullest = 1

function useOf({block: {quarter, squareMetres}, share, fromRim}: RankedBlock, fill: number): Use {
  if (quarter.zone === 'khrushchev') return share < fill * rowsUpTo ? 'rows' : 'low'
  if (share < fill * nineUpTo) return 'nine'
  if (share < fill * fiveUpTo) return 'five'
  const use = edges[fromRim % edges.length]!
  // A college or a shop does not fill what ten thousand people could live on.
  const isLarge = squareMetres > 110_000
  return isLarge && (use === 'campus' || use === 'retail') ? 'cottages' : use
}

function estimate(uses: ReadonlyMap<Block, Use>): number {
  let sum = 0
  for (const [{squareMetres}, use] of uses) sum += (squareMetres / 10_000) * (dwellingsPerHectare[use] ?? 0)
  return sum
}

/** Estates from the middle of each group outward: a group is a zone in a district. */
export function estatesOf(blocks: readonly Block[]): RankedBlock[] {
  const groups = new Map<string, Block[]>()
  for (const block of blocks) {
    const {zone, district} = block.quarter
    const name = `${zone} ${district}`
    groups.set(name, [...(groups.get(name) ?? []), block])
  }
  const estates: RankedBlock[] = []
  for (const group of groups.values()) {
    const middle = middleOf(group)
    const metres = new Map(group.map(block => [block, distance(block.centroid, middle)]))
    const order = group.toSorted((a, b) => metres.get(a)! - metres.get(b)!)
    for (const [index, block] of order.entries())
      estates.push({block, share: (index + 0.5) / order.length, fromRim: order.length - 1 - index})
  }
  return estates.sort((a, b) => a.share - b.share)
}

function middleOf(group: readonly Block[]): Point {
  let [x, y, area] = [0, 0, 0]
  for (const {centroid, squareMetres} of group) {
    x += centroid[0] * squareMetres
    y += centroid[1] * squareMetres
    area += squareMetres
  }
  return [x / area, y / area]
}
