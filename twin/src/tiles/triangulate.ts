import earcut, {deviation} from 'earcut'
import {ringEdges} from '../ring-edges.ts'
import type {Local} from './local-frame.ts'
import {triples} from './triples.ts'

/** One flat face as triangles, counter-clockwise seen from the side its normal points to. */
export type Facet = {corners: Local[]; normal: Local; triangles: number[]}

/**
 * Triangles of a flat face with holes, cut in the face's own plane, so that a wall is as good as a roof. The first
 * ring turns counter-clockwise seen from outside; the direction of holes does not matter.
 * Null where the rings enclose no area, or cross themselves so that the triangles would not cover them.
 */
export function triangulate(rings: Local[][]): Facet | null {
  const origin = rings[0]?.[0]
  const normal = origin && ringNormal(rings[0]!, origin)
  if (!normal) return null

  // The plane's axes: any direction that is not along the normal, made square to it, and the third to match.
  const helper: Local = Math.abs(normal[2]) > 0.7 ? [1, 0, 0] : [0, 0, 1]
  const first = unit(cross(helper, normal))
  const second = cross(normal, first)

  const corners = rings.flat()
  const inPlane = corners.map(([x, y, z]): [number, number] => {
    const away: Local = [x - origin[0], y - origin[1], z - origin[2]]
    return [dot(away, first), dot(away, second)]
  })
  if (rings.length === 1 && isConvex(inPlane)) {
    const fan = corners.slice(2).flatMap((_, i) => [0, i + 1, i + 2])
    return {corners, normal, triangles: fan}
  }

  const flat = inPlane.flat()
  const holes: number[] = []
  let start = 0
  for (const ring of rings.slice(0, -1)) {
    start += ring.length
    holes.push(start)
  }

  const cut = earcut(flat, holes, 2)
  if (cut.length === 0 || deviation(flat, holes, 2, cut) > 0.01) return null

  const triangles: number[] = []
  for (const [a, b, c] of triples(cut)) {
    const [[ax, ay], [bx, by], [cx, cy]] = [inPlane[a]!, inPlane[b]!, inPlane[c]!]
    const turnsLeft = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay) >= 0
    triangles.push(a, turnsLeft ? b : c, turnsLeft ? c : b)
  }
  return {corners, normal, triangles}
}

/** Corners that turn left at each, and seen from the first one too: so they go round once. */
function isConvex(corners: [number, number][]): boolean {
  const turn = ([ax, ay]: [number, number], [bx, by]: [number, number], [cx, cy]: [number, number]) =>
    (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
  return corners.every((corner, i) => {
    const [next, afterNext] = [corners[(i + 1) % corners.length]!, corners[(i + 2) % corners.length]!]
    return (
      turn(corner, next, afterNext) > 0 && (i === 0 || !corners[i + 1] || turn(corners[0]!, corner, next) > 0)
    )
  })
}

/** Newell's normal; null below a square millimetre. */
function ringNormal(ring: Local[], [ox, oy, oz]: Local): Local | null {
  const sum: Local = [0, 0, 0]
  for (const [from, to] of ringEdges(ring)) {
    sum[0] += (from[1] - to[1]) * (from[2] + to[2] - 2 * oz)
    sum[1] += (from[2] - to[2]) * (from[0] + to[0] - 2 * ox)
    sum[2] += (from[0] - to[0]) * (from[1] + to[1] - 2 * oy)
  }
  return Math.hypot(...sum) < 2e-6 ? null : unit(sum)
}

const dot = (a: Local, b: Local) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Local, b: Local): Local => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function unit(vector: Local): Local {
  const length = Math.hypot(...vector)
  return [vector[0] / length, vector[1] / length, vector[2] / length]
}
