import {boxOf} from '../../../tools/space/box-of.ts'
import {NearIndex} from '../../../tools/space/near-index.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import type {Point} from '../../../tools/space/vector.ts'

/** Pairs of edges that cross or touch elsewhere than in a node they share. */
export function crossingsWithoutNode(graph: {
  nodes: readonly Point[]
  edges: readonly {from: number; to: number}[]
}): [number, number][] {
  const {nodes, edges} = graph
  const index = new NearIndex<number>(60)
  const found: [number, number][] = []
  edges.forEach(({from, to}, edge) => {
    const box = boxOf([nodes[from]!, nodes[to]!])
    for (const other of index.touching(box)) {
      const {from: start, to: end} = edges[other]!
      if (start === from || start === to || end === from || end === to) continue
      if (segmentCrossing(nodes[from]!, nodes[to]!, nodes[start]!, nodes[end]!)) found.push([other, edge])
    }
    index.add(edge, box)
  })
  return found
}
