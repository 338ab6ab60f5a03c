import {Buckets} from './buckets.ts'
import {type Corners, edgeKey} from './corners.ts'
import {isOn, onLineMetres} from './on-line.ts'

/** Edges cut wherever one meets another; each piece once. */
export function splitEdges(edges: [number, number][], corners: Corners): [number, number][] {
  const flat = new Float64Array(edges.length * 4)
  for (const [i, [a, b]] of edges.entries()) flat.set([...corners.at(a), ...corners.at(b)], i * 4)
  const buckets = new Buckets(flat, 4)
  const cuts = edges.map(([a, b]) => new Set([a, b]))
  for (const [i, [a, b]] of edges.entries()) {
    const [ax, ay, bx, by] = flat.subarray(i * 4, i * 4 + 4) as unknown as [number, number, number, number]
    const near = onLineMetres
    const box = [
      Math.min(ax, bx) - near,
      Math.min(ay, by) - near,
      Math.max(ax, bx) + near,
      Math.max(ay, by) + near,
    ] as const
    buckets.some(...box, at => {
      const j = at / 4
      if (j <= i) return false
      const [c, d] = edges[j]!
      const [cx, cy, dx, dy] = flat.subarray(at, at + 4) as unknown as [number, number, number, number]
      let isTouching = false
      for (const [corner, x, y] of [
        [c, cx, cy],
        [d, dx, dy],
      ] as const)
        if (isOn(x, y, ax, ay, bx, by)) {
          cuts[i]!.add(corner)
          isTouching = true
        }
      for (const [corner, x, y] of [
        [a, ax, ay],
        [b, bx, by],
      ] as const)
        if (isOn(x, y, cx, cy, dx, dy)) {
          cuts[j]!.add(corner)
          isTouching = true
        }
      if (isTouching) return false
      const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
      const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
      const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross
      if (t > 0 && t < 1 && u > 0 && u < 1) {
        const meeting = corners.add(ax + t * (bx - ax), ay + t * (by - ay))
        cuts[i]!.add(meeting)
        cuts[j]!.add(meeting)
      }
      return false
    })
  }
  const pieces = new Map<number, [number, number]>()
  for (const [i, [a, b]] of edges.entries()) {
    const [[ax, ay], [bx, by]] = [corners.at(a), corners.at(b)]
    const along = (corner: number) => {
      const [x, y] = corners.at(corner)
      return (x - ax) * (bx - ax) + (y - ay) * (by - ay)
    }
    const sorted = [...cuts[i]!].sort((one, other) => along(one) - along(other))
    for (const [k, to] of sorted.slice(1).entries()) {
      const from = sorted[k]!
      pieces.set(edgeKey(from, to), [from, to])
    }
  }
  return [...pieces.values()]
}
