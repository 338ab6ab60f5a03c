import {between} from '../space/vector.ts'
import type {PlaneGraph} from './graph/plane-graph.ts'
import type {LayoutEdge} from './layout.ts'
import {cellAt} from './terrain/cell-at.ts'
import {needsBridge} from './terrain/grade-lines.ts'
import type {Land} from './terrain/make-terrain.ts'

/** The edges, with those that cross water or a deep ravine as bridges. */
export function markBridges({nodes, edges}: PlaneGraph, land: Land): LayoutEdge[] {
  return edges.map(({from, to, class: edgeClass}) => {
    const a = nodes[from]!
    const b = nodes[to]!
    const isBridge =
      edgeClass !== 'limit' &&
      [0.08, 0.25, 0.42, 0.58, 0.75, 0.92].some(share => needsBridge(land, cellAt(between(a, b, share))))
    return {from, to, class: edgeClass, isBridge}
  })
}
