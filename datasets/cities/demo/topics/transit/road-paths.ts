import {distance, type Point} from '../../tools/space/vector.ts'
import type {Network, RoadClass} from '../../world/ground/ground.ts'
import {edgesAtNodes} from '../../world/ground/network/edges-at-nodes.ts'
import {LeastFirst} from '../../world/ground/network/least-first.ts'

/** A way along an edge of the network, forwards or backwards. */
export type Way = {edge: number; isForward: boolean; from: number; to: number; lengthMetres: number}

/** What a metre of each class costs a bus: it keeps to wide roads. 0 where none goes. */
export type RoadCosts = Record<RoadClass, number>

export const busCosts: RoadCosts = {
  avenue: 0.85,
  main: 0.9,
  street: 1.15,
  local: 2,
  lane: 0,
  path: 0,
  rail: 0,
}
/** Wires hang over wide roads alone. */
export const trolleybusCosts: RoadCosts = {...busCosts, local: 0}

/** Finds the cheapest ways over the roads of a network. */
export class RoadPaths {
  #network: Network
  #costs: RoadCosts
  #edgesAt: number[][]

  constructor(network: Network, costs: RoadCosts, closedEdge = -1) {
    this.#network = network
    this.#costs = costs
    const closed = network.edges[closedEdge]
    const open = edgesAtNodes(network, edge => costs[edge.class] > 0 && edge !== closed)
    this.#edgesAt = this.#largestPart(open)
  }

  /** The node of these roads that is nearest to a place. */
  nearest(at: Point): number {
    let best = -1
    let least = Infinity
    this.#network.nodes.forEach((node, index) => {
      if (this.#edgesAt[index]!.length === 0) return
      const metres = distance(node.at, at)
      if (metres < least) {
        least = metres
        best = index
      }
    })
    return best
  }

  /** The ways through these nodes in order; what would be driven to and fro at once is left out. */
  through(nodes: readonly number[]): Way[] {
    const ways: Way[] = []
    for (let index = 1; index < nodes.length; index++)
      for (const way of this.#between(nodes[index - 1]!, nodes[index]!)) {
        if (ways[ways.length - 1]?.edge === way.edge) ways.pop()
        else ways.push(way)
      }
    return ways
  }

  /** Dijkstra's. @throws Error where no road leads, which cannot be in one connected part */
  #between(from: number, to: number): Way[] {
    const {edges} = this.#network
    const cost = new Map<number, number>([[from, 0]])
    const came = new Map<number, number>()
    const queue = new LeastFirst()
    queue.add(from, 0)
    for (let next = queue.take(); next && next.value !== to; next = queue.take()) {
      if (next.key > cost.get(next.value)!) continue
      for (const index of this.#edgesAt[next.value]!) {
        const edge = edges[index]!
        const other = edge.from === next.value ? edge.to : edge.from
        const its = next.key + edge.lengthMetres * this.#costs[edge.class]
        if (its >= (cost.get(other) ?? Infinity)) continue
        cost.set(other, its)
        came.set(other, index)
        queue.add(other, its)
      }
    }
    const ways: Way[] = []
    for (let node = to; node !== from; ) {
      const index = came.get(node)
      if (index === undefined) throw new Error(`No road leads from node ${from} to node ${to}.`)
      const edge = edges[index]!
      const isForward = edge.to === node
      const before = isForward ? edge.from : edge.to
      ways.push({edge: index, isForward, from: before, to: node, lengthMetres: edge.lengthMetres})
      node = before
    }
    return ways.reverse()
  }

  /** The edges at each node, of the largest connected part alone. */
  #largestPart(edgesAt: number[][]): number[][] {
    const part = new Int32Array(edgesAt.length).fill(-1)
    const sizes: number[] = []
    for (let start = 0; start < edgesAt.length; start++) {
      if (part[start] !== -1 || edgesAt[start]!.length === 0) continue
      const number = sizes.push(0) - 1
      const waiting = [start]
      part[start] = number
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        sizes[number]!++
        for (const index of edgesAt[node]!) {
          const edge = this.#network.edges[index]!
          const other = edge.from === node ? edge.to : edge.from
          if (part[other] !== -1) continue
          part[other] = number
          waiting.push(other)
        }
      }
    }
    const largest = sizes.indexOf(Math.max(...sizes))
    return edgesAt.map((edges, node) => (part[node] === largest ? edges : []))
  }
}

/** The same ways back. */
export const reversed = (ways: readonly Way[]): Way[] =>
  ways.map(way => ({...way, isForward: !way.isForward, from: way.to, to: way.from})).reverse()
