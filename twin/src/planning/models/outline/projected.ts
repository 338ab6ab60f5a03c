import type {Mesh} from '../mesh.ts'
import {onLineMetres} from './on-line.ts'

/** Triangles in the plane, turning left, six numbers each. */
export function projected({positions, triangles}: Mesh, above: number): Float64Array {
  const flat: number[] = []
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [0, 1, 2].map(i => {
      const at = triangles[t + i]! * 3
      return [positions[at]!, positions[at + 1]!, positions[at + 2]!] as const
    })
    const kept = corners.every(([, , z]) => z >= above) ? corners : clipped(corners, above)
    for (let i = 1; i + 1 < kept.length; i++) {
      const [[ax, ay], [bx, by], [cx, cy]] = [kept[0]!, kept[i]!, kept[i + 1]!]
      const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
      // A sliver is as good as upright.
      const longest = Math.max(
        Math.hypot(bx - ax, by - ay),
        Math.hypot(cx - bx, cy - by),
        Math.hypot(ax - cx, ay - cy),
      )
      if (Math.abs(twice) <= longest * onLineMetres) continue
      if (twice > 0) flat.push(ax, ay, bx, by, cx, cy)
      else flat.push(ax, ay, cx, cy, bx, by)
    }
  }
  return Float64Array.from(flat)
}

type Corner3 = readonly [number, number, number]

/** What of a polygon is higher than a level (Sutherland and Hodgman). */
function clipped(corners: Corner3[], above: number): Corner3[] {
  return corners.flatMap((corner, i): Corner3[] => {
    const before = corners[(i + corners.length - 1) % corners.length]!
    const [isIn, wasIn] = [corner[2] >= above, before[2] >= above]
    if (isIn === wasIn) return isIn ? [corner] : []
    const share = (above - before[2]) / (corner[2] - before[2])
    const cut: Corner3 = [
      before[0] + share * (corner[0] - before[0]),
      before[1] + share * (corner[1] - before[1]),
      above,
    ]
    return isIn ? [cut, corner] : [cut]
  })
}
