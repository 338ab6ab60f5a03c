import type {StandingModel} from './models/placed-model.ts'
import {isTreeHit, type TriangleTree, triangleTree} from './models/triangle-tree.ts'
import {edgesOf, type Polygons} from './polygons.ts'
import type {Metres} from './site-frame.ts'

/**
 * A building as planning sees it: its footprint, raised; of a proposal's model its triangles, of which polygons and top
 * are the outline and the highest. Heights are metres in the terrain's own datum.
 */
export type Prism = {
  key: string
  polygons: Polygons
  baseMetres: number
  topMetres: number
  model?: StandingModel
}

/** Prisms ready for rays: edges in one array, and a circle around each to leave out those a ray passes by. */
export type Obstacles = {
  edges: Float64Array
  /** Where each prism's edges begin; one more at the end. */
  starts: Int32Array
  /** East, north, radius and top, four numbers a prism. */
  circles: Float64Array
  /** Of each prism that is a model its triangles. */
  trees: (TriangleTree | null)[]
}

/** Prepares prisms for `isBlocked`. */
export function obstaclesOf(prisms: Prism[]): Obstacles {
  const all = prisms.map(({polygons}) => edgesOf(polygons))
  const edges = new Float64Array(all.reduce((sum, some) => sum + some.length, 0) * 4)
  const starts = new Int32Array(prisms.length + 1)
  const circles = new Float64Array(prisms.length * 4)
  let at = 0
  for (const [index, some] of all.entries()) {
    starts[index] = at
    const corners = some.map(([from]) => from)
    const east = mean(corners, 0)
    const north = mean(corners, 1)
    const radius = corners.reduce((most, [x, y]) => Math.max(most, Math.hypot(x - east, y - north)), 0)
    circles.set([east, north, radius, prisms[index]!.topMetres], index * 4)
    for (const [from, to] of some) edges.set([...from, ...to], at++ * 4)
  }
  starts[prisms.length] = at
  return {edges, starts, circles, trees: prisms.map(({model}) => (model ? triangleTree(model) : null))}
}

/**
 * Whether a ray is stopped by a prism: exact, in the plane against every edge, then by the height of its top; by a model
 * where it meets a triangle. The ray
 * starts at a place and a height and climbs `slope` metres for each metre over the ground in a direction of length 1.
 * A wall that begins within a millimetre of the start is the one the ray leaves from. Prisms reach down without end.
 */
export function isBlocked(
  {edges, starts, circles, trees}: Obstacles,
  [east, north]: Metres,
  height: number,
  [towardsEast, towardsNorth]: Metres,
  slope: number,
  mostMetres = Number.POSITIVE_INFINITY,
): boolean {
  for (let prism = 0; prism + 1 < starts.length; prism++) {
    const [ce, cn] = [circles[prism * 4]! - east, circles[prism * 4 + 1]! - north]
    const radius = circles[prism * 4 + 2]! + 1e-6
    const top = circles[prism * 4 + 3]!
    const along = ce * towardsEast + cn * towardsNorth
    if (along < -radius || along > mostMetres + radius) continue
    const aside = ce * towardsNorth - cn * towardsEast
    if (aside > radius || aside < -radius) continue
    // The ray is lowest over the circle at its nearer side, or its farther where it falls.
    const lowest =
      height + slope * (slope >= 0 ? Math.max(0, along - radius) : Math.min(mostMetres, along + radius))
    if (lowest >= top) continue
    const tree = trees[prism]
    if (tree) {
      if (isTreeHit(tree, [east, north], height, [towardsEast, towardsNorth], slope, mostMetres)) return true
      continue
    }
    for (let edge = starts[prism]! * 4; edge < starts[prism + 1]! * 4; edge += 4) {
      const [ax, ay] = [edges[edge]! - east, edges[edge + 1]! - north]
      const [bx, by] = [edges[edge + 2]! - east, edges[edge + 3]! - north]
      const [sideA, sideB] = [ax * towardsNorth - ay * towardsEast, bx * towardsNorth - by * towardsEast]
      if (sideA > 0 === sideB > 0) continue
      const share = sideA / (sideA - sideB)
      const metres = (ax + share * (bx - ax)) * towardsEast + (ay + share * (by - ay)) * towardsNorth
      if (metres > 1e-3 && metres < mostMetres && height + slope * metres < top) return true
    }
  }
  return false
}

const mean = (corners: Metres[], axis: 0 | 1) =>
  corners.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(1, corners.length)
