import type {Network, RoadClass} from '../../ground.ts'

/** Edges of a network that lie one after the other and go on as one street. */
export type Stroke = {
  /** In order. */
  edges: number[]
  /** The nodes passed, one more than edges. */
  nodes: number[]
  lengthMetres: number
  /** Class of most of its metres. */
  class: RoadClass
}

/** A stroke along these nodes and edges. */
export function strokeAlong(network: Network, edges: number[], nodes: number[]): Stroke {
  let lengthMetres = 0
  const metresOf = new Map<RoadClass, number>()
  for (const index of edges) {
    const edge = network.edges[index]!
    lengthMetres += edge.lengthMetres
    metresOf.set(edge.class, (metresOf.get(edge.class) ?? 0) + edge.lengthMetres)
  }
  const [[widest]] = [...metresOf].sort((a, b) => b[1] - a[1]) as [[RoadClass, number]]
  return {edges, nodes, lengthMetres, class: widest}
}
