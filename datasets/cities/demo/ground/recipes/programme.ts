import {distance, type Point} from '../../space/vector.ts'
import type {Block} from '../build/blocks.ts'

/** What a block between streets becomes. */
export type Use = 'nine' | 'five' | 'rows' | 'low' | 'cottages' | 'park' | 'campus' | 'retail' | 'garages' | 'depots'

/** Dwellings a hectare between the middles of the streets around, as the recipes come out. */
const dwellingsPerHectare: Partial<Record<Use, number>> = {nine: 152, five: 104, rows: 82, low: 44, cottages: 11}

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

/**
 * Decides on the blocks of the panel zones so that they hold about so many dwellings: nine storeys in the middle of each
 * group of blocks, then five, then what edges are made of; of the older rows the outermost stay two storeys.
 */
export function programme(blocks: readonly Block[], dwellings: number): Map<Block, Use> {
  const ranks = ranksOf(blocks)
  const decide = (fill: number) => new Map(blocks.map(block => [block, useOf(block, ranks.get(block)!, fill)] as const))
  // The fuller, the more dwellings: halving finds the least that is enough.
  let low = 0
  let high = 1
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    if (estimate(decide(middle)) < dwellings) low = middle
    else high = middle
  }
  return decide(high)
}

function useOf({quarter}: Block, {share, index}: {share: number; index: number}, fill: number): Use {
  if (quarter.zone === 'khrushchev') return share < fill * 1.5 ? 'rows' : 'low'
  if (share < fill * 0.6) return 'nine'
  if (share < fill * 1.5) return 'five'
  return edges[index % edges.length]!
}

function estimate(uses: ReadonlyMap<Block, Use>): number {
  let sum = 0
  for (const [{squareMetres}, use] of uses) sum += (squareMetres / 10_000) * (dwellingsPerHectare[use] ?? 0)
  return sum
}

/** By how near blocks lie to the middle of their zone in their district: the share of its blocks that are nearer. */
function ranksOf(blocks: readonly Block[]): Map<Block, {share: number; index: number}> {
  const groups = new Map<string, Block[]>()
  for (const block of blocks) {
    const {zone, district} = block.quarter
    const name = `${zone} ${district}`
    groups.set(name, [...(groups.get(name) ?? []), block])
  }
  const ranks = new Map<Block, {share: number; index: number}>()
  for (const group of groups.values()) {
    const middle = middleOf(group)
    const metres = new Map(group.map(block => [block, distance(block.centroid, middle)]))
    const order = group.toSorted((a, b) => metres.get(a)! - metres.get(b)!)
    order.forEach((block, index) => ranks.set(block, {share: (index + 0.5) / order.length, index: order.length - 1 - index}))
  }
  return ranks
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
