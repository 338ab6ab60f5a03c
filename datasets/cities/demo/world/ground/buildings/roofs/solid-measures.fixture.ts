import type {Corner, Solid} from './solid.ts'

/** What can be measured of a body from its faces alone. */
export type SolidMeasures = {
  /** Edges that are not shared by exactly two faces running along them in opposite directions. */
  openEdges: number
  /** How far a corner of a face lies from the face's plane, at most. */
  unevenMetres: number
  /** By the divergence theorem; above 0 where faces look outward. */
  cubicMetres: number
}

type Vector = [number, number, number]

export function solidMeasures({corners, faces}: Solid): SolidMeasures {
  const edges = new Map<string, number>()
  let unevenMetres = 0
  let cubicMetres = 0
  const origin = corners[0]!
  const relative = (index: number): Vector => {
    const [x, y, z] = corners[index] as Corner
    return [x - origin[0], y - origin[1], z - origin[2]]
  }
  for (const {rings} of faces) {
    const area = [0, 0, 0] as Vector
    for (const ring of rings)
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length]!
        edges.set(`${from} ${to}`, (edges.get(`${from} ${to}`) ?? 0) + 1)
        const piece = crossProduct(relative(from), relative(to))
        for (const axis of [0, 1, 2] as const) area[axis] += piece[axis] / 2
      })
    const length = Math.sqrt(area[0] * area[0] + area[1] * area[1] + area[2] * area[2])
    const first = relative(rings[0]![0]!)
    const above = (at: Vector) =>
      (area[0] * (at[0] - first[0]) + area[1] * (at[1] - first[1]) + area[2] * (at[2] - first[2])) / length
    for (const ring of rings)
      for (const corner of ring) unevenMetres = Math.max(unevenMetres, Math.abs(above(relative(corner))))
    cubicMetres += (area[0] * first[0] + area[1] * first[1] + area[2] * first[2]) / 3
  }
  let openEdges = 0
  for (const [edge, count] of edges) {
    const [from, to] = edge.split(' ')
    if (count !== 1 || edges.get(`${to} ${from}`) !== 1) openEdges++
  }
  return {openEdges, unevenMetres, cubicMetres}
}

const crossProduct = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
