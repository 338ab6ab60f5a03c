import {distance, type Point} from '../../../tools/space/vector.ts'
import {edgesByNode, type GraphEdge, otherEnd, type PlaneGraph} from './plane-graph.ts'

/** Drops dead ends shorter than they may be, which their last edge says, again and again until none is left. */
export function prune<E extends GraphEdge>(
  graph: PlaneGraph<E>,
  shortest: (last: E) => number,
): PlaneGraph<E> {
  const {nodes, edges} = graph
  const around = edgesByNode(graph).map(list => new Set(list))
  const isGone = new Uint8Array(edges.length)
  const waiting = nodes.map((_, node) => node).filter(node => around[node]!.size === 1)
  for (let end = waiting.shift(); end !== undefined; end = waiting.shift()) {
    if (around[end]!.size !== 1) continue
    const chain: number[] = []
    let metres = 0
    let node = end
    let [edge] = around[end]! as Set<number>
    while (edge !== undefined) {
      const {from, to} = edges[edge]!
      chain.push(edge)
      metres += distance(nodes[from]!, nodes[to]!)
      node = otherEnd(edges[edge]!, node)
      if (around[node]!.size !== 2) break
      const before: number = edge
      edge = [...around[node]!].find(other => other !== before)
    }
    if (metres >= shortest(edges[chain[0]!]!)) continue
    for (const gone of chain) {
      isGone[gone] = 1
      around[edges[gone]!.from]!.delete(gone)
      around[edges[gone]!.to]!.delete(gone)
    }
    if (around[node]!.size === 1) waiting.push(node)
  }
  return compact({nodes, edges: edges.filter((_, index) => !isGone[index])})
}

/** The same graph without the nodes that no edge touches. */
function compact<E extends GraphEdge>({nodes, edges}: PlaneGraph<E>): PlaneGraph<E> {
  const newIndex = new Map<number, number>()
  const kept: Point[] = []
  const renumber = (node: number) => {
    const known = newIndex.get(node)
    if (known !== undefined) return known
    const index = kept.push(nodes[node]!) - 1
    newIndex.set(node, index)
    return index
  }
  const renumbered = edges.map(edge => ({...edge, from: renumber(edge.from), to: renumber(edge.to)}))
  return {nodes: kept, edges: renumbered}
}
