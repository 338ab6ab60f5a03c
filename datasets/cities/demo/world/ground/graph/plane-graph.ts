import type {Point} from '../../../tools/space/vector.ts'
import type {LayoutEdge} from '../layout/layout.ts'

export type GraphEdge = {from: number; to: number; class: LayoutEdge['class']}

/** Lines that meet in nodes only, once `arrange` has cut them. */
export type PlaneGraph<E extends GraphEdge = GraphEdge> = {nodes: Point[]; edges: E[]}

/** Edges by the node they touch, in the order of their indices. */
export function edgesByNode({
  nodes,
  edges,
}: {
  nodes: readonly unknown[]
  edges: readonly {from: number; to: number}[]
}): number[][] {
  const byNode: number[][] = nodes.map(() => [])
  edges.forEach(({from, to}, index) => {
    byNode[from]!.push(index)
    byNode[to]!.push(index)
  })
  return byNode
}

export const otherEnd = ({from, to}: {from: number; to: number}, node: number): number =>
  from === node ? to : from
