import {between, distance} from '../../tools/space/vector.ts'
import type {PlaneGraph} from './graph/plane-graph.ts'
import type {LayoutEdge} from './layout.ts'
import {cellAt} from './terrain/cell-at.ts'
import {needsBridge} from './terrain/grade-lines.ts'
import type {Land} from './terrain/make-terrain.ts'

const sampleMetres = 0.5

/** The graph, with the edges that cross water or a deep ravine as bridges. */
export function markBridges({nodes, edges}: PlaneGraph, land: Land): PlaneGraph<LayoutEdge> {
  const marked = edges.map(({from, to, class: edgeClass}) => {
    const a = nodes[from]!
    const b = nodes[to]!
    let isBridge = false
    const count = edgeClass === 'limit' ? -1 : Math.ceil(distance(a, b) / sampleMetres)
    for (let part = 0; part <= count && !isBridge; part++)
      isBridge = needsBridge(land, cellAt(between(a, b, part / count)), edgeClass)
    return {from, to, class: edgeClass, isBridge}
  })
  return {nodes, edges: marked}
}
