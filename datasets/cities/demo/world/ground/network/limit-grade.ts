import type {Network, RoadClass} from '../ground.ts'
import {edgesAtNodes} from './edges-at-nodes.ts'
import {LeastFirst} from './least-first.ts'

/** The steepest that a road of each class is built, rise over run. A footway may have stairs. */
export const steepestGrade: Record<RoadClass, number> = {
  avenue: 0.07,
  main: 0.07,
  street: 0.09,
  local: 0.11,
  lane: 0.14,
  path: 0.5,
  rail: 0.03,
}

/**
 * Heights of a network's nodes, changed so that no edge is steeper than its class allows. What is too steep is cut into
 * the slope above and banked up below in equal parts: of the highest surface that lies under the cuts and the lowest
 * that lies over the banks, both within the grades, the mean is within them too.
 */
export function limitGrade(network: Network, heights: Float64Array): Float64Array {
  const edgesAt = edgesAtNodes(network)
  const banked = spread(network, edgesAt, heights)
  const cut = spread(
    network,
    edgesAt,
    heights.map(height => -height),
  )
  return banked.map((height, node) => (height - cut[node]!) / 2)
}

/** The lowest heights that are nowhere below the given ones and fall from none more steeply than is allowed. */
function spread(network: Network, edgesAt: number[][], heights: Float64Array): Float64Array {
  const result = Float64Array.from(heights)
  const queue = new LeastFirst()
  heights.forEach((height, node) => {
    queue.add(node, -height)
  })
  for (let next = queue.take(); next; next = queue.take()) {
    const height = -next.key
    if (height < result[next.value]!) continue
    for (const index of edgesAt[next.value]!) {
      const edge = network.edges[index]!
      const other = edge.from === next.value ? edge.to : edge.from
      const allowed = height - steepestGrade[edge.class] * edge.lengthMetres
      if (allowed > result[other]!) {
        result[other] = allowed
        queue.add(other, -allowed)
      }
    }
  }
  return result
}
