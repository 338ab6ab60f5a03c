import type {Metres} from '../site-frame.ts'
import type {Mesh} from './mesh.ts'

/** Triangles in boxes in boxes, so that a ray meets few of them. */
export type TriangleTree = {
  /** Nine numbers a triangle, in the tree's order. */
  corners: Float64Array
  /** Six numbers a node: least and greatest east, north and height. */
  boxes: Float64Array
  /** Two numbers a node: of a leaf its first triangle and how many; of others its second child and 0; the first follows it. */
  nodes: Int32Array
}

const mostInLeaf = 4

/** A tree over a mesh: halves of equal count along the longer side of what they span. */
export function triangleTree({positions, triangles}: Pick<Mesh, 'positions' | 'triangles'>): TriangleTree {
  const count = triangles.length / 3
  const order = Uint32Array.from({length: count}, (_, i) => i)
  const middle = (triangle: number, axis: number) =>
    positions[triangles[triangle * 3]! * 3 + axis]! +
    positions[triangles[triangle * 3 + 1]! * 3 + axis]! +
    positions[triangles[triangle * 3 + 2]! * 3 + axis]!
  const [boxes, nodes]: [number[], number[]] = [[], []]
  const grow = (from: number, to: number) => {
    const node = nodes.length / 2
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
    for (let i = from; i < to; i++)
      for (let corner = 0; corner < 3; corner++)
        for (let axis = 0; axis < 3; axis++) {
          const value = positions[triangles[order[i]! * 3 + corner]! * 3 + axis]!
          box[axis] = Math.min(box[axis]!, value)
          box[axis + 3] = Math.max(box[axis + 3]!, value)
        }
    boxes.push(...box)
    nodes.push(from, to - from)
    if (to - from <= mostInLeaf) return
    const sides = [0, 1, 2].map(axis => box[axis + 3]! - box[axis]!)
    const axis = sides.indexOf(Math.max(...sides))
    order.subarray(from, to).sort((a, b) => middle(a, axis) - middle(b, axis))
    const half = (from + to) >> 1
    grow(from, half)
    nodes[node * 2] = nodes.length / 2
    nodes[node * 2 + 1] = 0
    grow(half, to)
  }
  if (count > 0) grow(0, count)
  const corners = new Float64Array(count * 9)
  for (const [i, triangle] of order.entries())
    for (let corner = 0; corner < 3; corner++)
      for (let axis = 0; axis < 3; axis++)
        corners[i * 9 + corner * 3 + axis] = positions[triangles[triangle * 3 + corner]! * 3 + axis]!
  return {corners, boxes: Float64Array.from(boxes), nodes: Int32Array.from(nodes)}
}

/**
 * Whether a ray meets a triangle farther than a millimetre from its start and nearer than `mostMetres`, both over the
 * ground (Möller and Trumbore, 1997). The ray climbs `slope` metres for each metre over the ground in a direction of
 * length 1.
 */
export function isTreeHit(
  {corners, boxes, nodes}: TriangleTree,
  [east, north]: Metres,
  height: number,
  [towardsEast, towardsNorth]: Metres,
  slope: number,
  mostMetres: number,
): boolean {
  const from = [east, north, height] as const
  const towards = [towardsEast, towardsNorth, slope] as const
  const waiting: number[] = nodes.length > 0 ? [0] : []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    let [enter, leave] = [1e-3, mostMetres]
    for (let axis = 0; axis < 3 && enter <= leave; axis++) {
      const [low, high] = [boxes[node * 6 + axis]! - from[axis]!, boxes[node * 6 + axis + 3]! - from[axis]!]
      if (towards[axis] === 0) {
        if (low > 0 || high < 0) leave = Number.NEGATIVE_INFINITY
        continue
      }
      const [one, other] = [low / towards[axis]!, high / towards[axis]!]
      enter = Math.max(enter, Math.min(one, other))
      leave = Math.min(leave, Math.max(one, other))
    }
    if (enter > leave) continue
    const count = nodes[node * 2 + 1]!
    if (count === 0) {
      waiting.push(nodes[node * 2]!, node + 1)
      continue
    }
    for (let t = nodes[node * 2]! * 9, end = t + count * 9; t < end; t += 9) {
      const metres = meets(corners, t, from, towards)
      if (metres > 1e-3 && metres < mostMetres) return true
    }
  }
  return false
}

type Three = readonly [number, number, number]

/** How far along a ray a triangle is met; NaN where it is not. */
function meets(corners: Float64Array, t: number, from: Three, [dx, dy, dz]: Three): number {
  const [ax, ay, az] = [corners[t]!, corners[t + 1]!, corners[t + 2]!]
  const [ux, uy, uz] = [corners[t + 3]! - ax, corners[t + 4]! - ay, corners[t + 5]! - az]
  const [vx, vy, vz] = [corners[t + 6]! - ax, corners[t + 7]! - ay, corners[t + 8]! - az]
  const [px, py, pz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx]
  const determinant = ux * px + uy * py + uz * pz
  if (Math.abs(determinant) < 1e-12) return Number.NaN
  const [sx, sy, sz] = [from[0] - ax, from[1] - ay, from[2] - az]
  const ofU = (sx * px + sy * py + sz * pz) / determinant
  if (ofU < 0 || ofU > 1) return Number.NaN
  const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux]
  const ofV = (dx * qx + dy * qy + dz * qz) / determinant
  if (ofV < 0 || ofU + ofV > 1) return Number.NaN
  return (vx * qx + vy * qy + vz * qz) / determinant
}
