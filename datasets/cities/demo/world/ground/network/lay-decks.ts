import type {Network} from '../ground.ts'
import {edgesAtNodes} from './edges-at-nodes.ts'
import {LeastFirst} from './least-first.ts'

/** Nodes of bridges: those at which a bridge stands on the ground, and those that only bridges meet in. */
export function bridgeNodes(network: Network): {abutments: number[]; decks: number[]} {
  const edgesAt = edgesAtNodes(network)
  const abutments: number[] = []
  const decks: number[] = []
  edgesAt.forEach((edges, node) => {
    const bridges = edges.filter(index => network.edges[index]!.isBridge).length
    if (bridges > 0) (bridges === edges.length && bridges > 1 ? decks : abutments).push(node)
  })
  return {abutments, decks}
}

/**
 * Lays the decks of all bridges straight between their abutments, in place: at a node of a deck the heights of the two
 * nearest abutments count by nearness along the bridge.
 */
export function layDecks(network: Network, heights: Float64Array): void {
  const {decks} = bridgeNodes(network)
  const isDeck = new Set(decks)
  const bridgesAt = edgesAtNodes(network, edge => edge.isBridge)
  const laid = decks.map(deck => {
    const [first, second] = nearestAbutments(network, bridgesAt, isDeck, deck)
    if (!first) return heights[deck]!
    if (!second) return heights[first.node]!
    const share = first.metres / (first.metres + second.metres)
    return heights[first.node]! + (heights[second.node]! - heights[first.node]!) * share
  })
  decks.forEach((deck, index) => {
    heights[deck] = laid[index]!
  })
}

/** The two abutments that are nearest along the bridge. */
function nearestAbutments(
  network: Network,
  bridgesAt: number[][],
  isDeck: Set<number>,
  deck: number,
): {node: number; metres: number}[] {
  const found: {node: number; metres: number}[] = []
  const seen = new Set<number>()
  const queue = new LeastFirst()
  queue.add(deck, 0)
  for (let next = queue.take(); next && found.length < 2; next = queue.take()) {
    if (seen.has(next.value)) continue
    seen.add(next.value)
    if (!isDeck.has(next.value)) {
      found.push({node: next.value, metres: next.key})
      continue
    }
    for (const index of bridgesAt[next.value]!) {
      const {from, to, lengthMetres} = network.edges[index]!
      queue.add(from === next.value ? to : from, next.key + lengthMetres)
    }
  }
  return found
}
