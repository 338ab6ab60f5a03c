import {ringArea} from '../../../tools/space/ring-area.ts'
import {cross, minus, type Point} from '../../../tools/space/vector.ts'
import {edgesByNode, otherEnd, type PlaneGraph} from './plane-graph.ts'

/** A piece of the plan that edges enclose; `edges[i]` runs from `ring[i]` to the next corner. Counter-clockwise. */
export type Face = {ring: Point[]; edges: number[]; area: number}

/** The faces of a planar graph, without the endless one outside. Dead ends run into a face and out again. */
export function faces(graph: Pick<PlaneGraph, 'nodes' | 'edges'>): Face[] {
  const {nodes, edges} = graph
  const around = edgesByNode(graph)
  around.forEach((list, node) => {
    const direction = (edge: number) => minus(nodes[otherEnd(edges[edge]!, node)]!, nodes[node]!)
    list.sort((first, second) => byAngle(direction(first), direction(second)) || first - second)
  })
  // Every edge is walked once each way, turning as far right as can be at each node, with the face on the left.
  const isWalked = new Uint8Array(edges.length * 2)
  const found: Face[] = []
  for (let start = 0; start < edges.length * 2; start++) {
    if (isWalked[start]) continue
    const ring: Point[] = []
    const along: number[] = []
    let edge = start >> 1
    let node = start & 1 ? edges[edge]!.to : edges[edge]!.from
    for (;;) {
      const walk = edge * 2 + (edges[edge]!.from === node ? 0 : 1)
      if (isWalked[walk]) break
      isWalked[walk] = 1
      ring.push(nodes[node]!)
      along.push(edge)
      node = otherEnd(edges[edge]!, node)
      const list = around[node]!
      edge = list[(list.indexOf(edge) - 1 + list.length) % list.length]!
    }
    const area = ringArea(ring)
    if (area > 0) found.push({ring, edges: along, area})
  }
  return found
}

/** Counter-clockwise from east: by half-plane, then by the side on which one lies of the other. */
function byAngle(a: Point, b: Point): number {
  const half = ([x, y]: Point) => (y > 0 || (y === 0 && x > 0) ? 0 : 1)
  return half(a) - half(b) || -Math.sign(cross(a, b))
}
