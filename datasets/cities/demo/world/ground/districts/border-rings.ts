import {simplifyLine} from '../../../tools/space/simplify-line.ts'
import type {Point} from '../../../tools/space/vector.ts'
import {faces} from '../graph/faces.ts'
import {edgesByNode, otherEnd, type PlaneGraph} from '../graph/plane-graph.ts'
import {type EdgeSides, noDistrict} from './label-faces.ts'

/** What a border may lose of its bends, in metres: both neighbours lose the same. */
const toleranceMetres = 0.4

/** The outlines of districts, counter-clockwise: the faces that are left when only edges between two districts, or a district and none, stay. */
export function borderRings(
  {nodes, edges}: PlaneGraph,
  {left, right}: EdgeSides,
  count: number,
): Point[][][] {
  const borders: PlaneGraph = {nodes, edges: []}
  const leftOf: number[] = []
  const rightOf: number[] = []
  edges.forEach((edge, index) => {
    if (left[index] === right[index]) return
    borders.edges.push(edge)
    leftOf.push(left[index]!)
    rightOf.push(right[index]!)
  })
  const {graph, first} = simplified(borders)
  const rings: Point[][][] = Array.from({length: count}, () => [])
  for (const {ring, edges: around} of faces(graph)) {
    const edge = around[0]!
    const isForward = graph.nodes[graph.edges[edge]!.from] === ring[0]
    const {source, isAlong} = first[edge]!
    const district = isForward === isAlong ? leftOf[source]! : rightOf[source]!
    if (district !== noDistrict) rings[district]!.push(ring)
  }
  return rings
}

/** The graph with the chains between its junctions simplified; `first` tells of each edge one that it stands for, and whether both run alike. */
function simplified({nodes, edges}: PlaneGraph): {
  graph: PlaneGraph
  first: {source: number; isAlong: boolean}[]
} {
  const around = edgesByNode({nodes, edges})
  const isDone = new Uint8Array(edges.length)
  const graph: PlaneGraph = {nodes, edges: []}
  const first: {source: number; isAlong: boolean}[] = []
  const indexOf = new Map<Point, number>(nodes.map((node, index) => [node, index]))
  const walk = (start: number, edge: number) => {
    const chain: Point[] = [nodes[start]!]
    const isAlong = edges[edge]!.from === start
    let node = start
    for (let next: number | undefined = edge; next !== undefined && !isDone[next]; ) {
      isDone[next] = 1
      node = otherEnd(edges[next]!, node)
      chain.push(nodes[node]!)
      const passed: number = next
      next =
        node === start || around[node]!.length !== 2
          ? undefined
          : around[node]!.find(other => other !== passed)
    }
    const middle = Math.floor(chain.length / 2)
    const kept =
      node === start
        ? [
            ...simplifyLine(chain.slice(0, middle + 1), toleranceMetres),
            ...simplifyLine(chain.slice(middle), toleranceMetres).slice(1),
          ]
        : simplifyLine(chain, toleranceMetres)
    for (let index = 0; index + 1 < kept.length; index++) {
      graph.edges.push({
        from: indexOf.get(kept[index]!)!,
        to: indexOf.get(kept[index + 1]!)!,
        class: edges[edge]!.class,
      })
      first.push({source: edge, isAlong})
    }
  }
  around.forEach((list, node) => {
    if (list.length !== 2) for (const edge of list) if (!isDone[edge]) walk(node, edge)
  })
  edges.forEach((edge, index) => {
    if (!isDone[index]) walk(edge.from, index)
  })
  return {graph, first}
}
