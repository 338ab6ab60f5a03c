import {type Corners, edgeKey} from './corners.ts'

/** Edges of triangles that have a triangle on one side only. */
export function openEdges(flat: Float64Array, corners: Corners): [number, number][] {
  const sides = new Map<number, number>()
  const edges: [number, number][] = []
  for (let t = 0; t < flat.length; t += 6) {
    const own = [0, 2, 4].map(i => corners.add(flat[t + i]!, flat[t + i + 1]!))
    for (let i = 0; i < 3; i++) {
      const [a, b] = [own[i]!, own[(i + 1) % 3]!]
      if (a === b) continue
      const key = edgeKey(a, b)
      if (!sides.has(key)) edges.push([a, b])
      sides.set(key, (sides.get(key) ?? 0) | (a < b ? 1 : 2))
    }
  }
  return edges.filter(([a, b]) => sides.get(edgeKey(a, b)) !== 3)
}
