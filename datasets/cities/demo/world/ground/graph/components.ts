import {edgesByNode, otherEnd} from './plane-graph.ts'

/** Whether people drive, or at least walk, on an edge of this class. */
export const isWalkable = (edge: {class: string}): boolean => edge.class !== 'rail' && edge.class !== 'limit'
export const isDrivable = (edge: {class: string}): boolean => isWalkable(edge) && edge.class !== 'path'

/** Numbers of connected parts of the chosen edges, by node; −1 where none of them is. Parts are numbered by size, 0 the largest. */
export function components<E extends {from: number; to: number}>(
  graph: {nodes: readonly unknown[]; edges: readonly E[]},
  isChosen: (edge: E) => boolean,
): Int32Array {
  const around = edgesByNode(graph)
  const part = new Int32Array(graph.nodes.length).fill(-1)
  const sizes: number[] = []
  for (let start = 0; start < part.length; start++) {
    if (part[start] !== -1 || !around[start]!.some(edge => isChosen(graph.edges[edge]!))) continue
    let size = 0
    const waiting = [start]
    part[start] = sizes.length
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      size++
      for (const edge of around[node]!) {
        if (!isChosen(graph.edges[edge]!)) continue
        const next = otherEnd(graph.edges[edge]!, node)
        if (part[next] !== -1) continue
        part[next] = sizes.length
        waiting.push(next)
      }
    }
    sizes.push(size)
  }
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]! || a - b)
  const rank = new Int32Array(sizes.length)
  order.forEach((index, place) => {
    rank[index] = place
  })
  return part.map(index => (index < 0 ? -1 : rank[index]!))
}
