import {components} from './components.ts'
import type {GraphEdge, PlaneGraph} from './plane-graph.ts'

/** The graph with only the largest connected part of the chosen edges; the others all stay. */
export function keepLargest<E extends GraphEdge>(
  {nodes, edges}: PlaneGraph<E>,
  isChosen: (edge: E) => boolean,
): PlaneGraph<E> {
  const part = components({nodes, edges}, isChosen)
  return {nodes, edges: edges.filter(edge => !isChosen(edge) || part[edge.from] === 0)}
}
