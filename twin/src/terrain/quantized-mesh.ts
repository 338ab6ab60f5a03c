import {earthCentred, type Place, wgs84} from '../earth-centred.ts'
import {type TerrainTile, tileBox} from './terrain-grid.ts'

/** A tile's ground: shares of its box from 0 to 32767, metres above the ellipsoid, and three vertices per triangle. */
export type TerrainMesh = {
  u: Uint16Array
  v: Uint16Array
  heights: Float64Array
  /** Unit normals, Earth-centred, three numbers each. */
  normals: Float64Array
  triangles: Uint16Array
}

const most = 32_767
const vertexNormals = 1

/**
 * A tile in the format quantized-mesh 1.0 with the extension octvertexnormals
 * (github.com/CesiumGS/quantized-mesh). A viewer hangs skirts from the vertices that lie on the four sides, which the
 * format lists. At most 65,536 vertices.
 */
export function quantizedMesh(tile: TerrainTile, mesh: TerrainMesh): Uint8Array {
  const {u, v, heights, normals, triangles} = mesh
  const count = heights.length
  const {west, south, degrees} = tileBox(tile)
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const height of heights) {
    if (height < low) low = height
    if (height > high) high = height
  }

  // The order in which triangles first meet vertices: the format can only say "again" or "the next new one".
  const order = new Uint16Array(count)
  const numberOf = new Int32Array(count).fill(-1)
  let met = 0
  for (let i = 0; i < triangles.length; i++) {
    const vertex = triangles[i]!
    if (numberOf[vertex]! >= 0) continue
    order[met] = vertex
    numberOf[vertex] = met++
  }

  const sides: number[][] = [[], [], [], []]
  for (let i = 0; i < count; i++) {
    const vertex = order[i]!
    if (u[vertex] === 0) sides[0]!.push(i)
    if (v[vertex] === 0) sides[1]!.push(i)
    if (u[vertex] === most) sides[2]!.push(i)
    if (v[vertex] === most) sides[3]!.push(i)
  }
  // Along each side in one direction.
  sides.forEach((side, index) => {
    const along = index % 2 === 0 ? v : u
    side.sort((a, b) => along[order[a]!]! - along[order[b]!]!)
  })

  const edgeBytes = sides.reduce((sum, side) => sum + 4 + side.length * 2, 0)
  const out = new Uint8Array(88 + 4 + count * 6 + 4 + triangles.length * 2 + edgeBytes + 5 + count * 2)
  const view = new DataView(out.buffer)
  writeHeader(view, {west, south, degrees}, mesh, low, high)

  let at = 88
  view.setUint32(at, count, true)
  at += 4
  const range = high - low || 1
  for (const values of [u, v, null]) {
    let before = 0
    for (let i = 0; i < count; i++, at += 2) {
      const vertex = order[i]!
      const value = values ? values[vertex]! : Math.round(((heights[vertex]! - low) / range) * most)
      const difference = value - before
      // Zig-zag: small differences of either sign are small numbers.
      view.setUint16(at, (difference << 1) ^ (difference >> 31), true)
      before = value
    }
  }

  view.setUint32(at, triangles.length / 3, true)
  at += 4
  let highest = 0
  for (let i = 0; i < triangles.length; i++, at += 2) {
    const code = highest - numberOf[triangles[i]!]!
    view.setUint16(at, code, true)
    if (code === 0) highest++
  }
  for (const side of sides) {
    view.setUint32(at, side.length, true)
    at += 4
    for (const vertex of side) {
      view.setUint16(at, vertex, true)
      at += 2
    }
  }

  out[at] = vertexNormals
  view.setUint32(at + 1, count * 2, true)
  at += 5
  for (let i = 0; i < count; i++, at += 2) writeOctahedral(out, at, normals, order[i]! * 3)
  return out
}

/** Centre, heights, bounding sphere, and the point that decides whether the tile is behind the horizon. */
function writeHeader(
  view: DataView,
  {west, south, degrees}: {west: number; south: number; degrees: number},
  {u, v, heights}: TerrainMesh,
  low: number,
  high: number,
): void {
  const placed = (i: number): Place => [
    west + (u[i]! / most) * degrees,
    south + (v[i]! / most) * degrees,
    heights[i]!,
  ]
  const centre = earthCentred([west + degrees / 2, south + degrees / 2, (low + high) / 2])
  // In a space where the ellipsoid is the unit sphere.
  const {semiMajorMetres, e2} = wgs84
  const semiMinorMetres = semiMajorMetres * Math.sqrt(1 - e2)
  const scaled = ([x, y, z]: readonly [number, number, number]) =>
    [x / semiMajorMetres, y / semiMajorMetres, z / semiMinorMetres] as const
  const [cx, cy, cz] = scaled(centre)
  const length = Math.hypot(cx, cy, cz)
  const [dx, dy, dz] = [cx / length, cy / length, cz / length]

  let [radius, magnitude] = [0, 1]
  for (let i = 0; i < heights.length; i++) {
    const position = earthCentred(placed(i))
    radius = Math.max(
      radius,
      Math.hypot(position[0] - centre[0], position[1] - centre[1], position[2] - centre[2]),
    )
    // Ring 2013, Computing the horizon occlusion point; below the ellipsoid counts as on it.
    const [x, y, z] = scaled(position)
    const distance = Math.hypot(x, y, z)
    const [px, py, pz] = [x / distance, y / distance, z / distance]
    const above = Math.max(1, distance)
    const cosAlpha = px * dx + py * dy + pz * dz
    const sinAlpha = Math.hypot(py * dz - pz * dy, pz * dx - px * dz, px * dy - py * dx)
    const cosBeta = 1 / above
    const sinBeta = Math.sqrt(above * above - 1) * cosBeta
    const needed = 1 / (cosAlpha * cosBeta - sinAlpha * sinBeta)
    // Of a tile that spans half the Earth there is no such point: it is never hidden.
    magnitude = needed > 0 ? Math.max(magnitude, needed) : Number.POSITIVE_INFINITY
  }
  const far = Number.isFinite(magnitude) ? magnitude : 1e6

  const doubles = (start: number, values: readonly number[]) => {
    for (const [index, value] of values.entries()) view.setFloat64(start + index * 8, value, true)
  }
  doubles(0, centre)
  view.setFloat32(24, low, true)
  view.setFloat32(28, high, true)
  doubles(32, [...centre, radius, dx * far, dy * far, dz * far])
}

/** A unit vector in two bytes (Cigolle and others 2014, A survey of efficient representations for unit vectors). */
function writeOctahedral(out: Uint8Array, at: number, normals: Float64Array, from: number): void {
  const [x, y, z] = [normals[from]!, normals[from + 1]!, normals[from + 2]!]
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z)
  let [a, b] = [x / sum, y / sum]
  if (z < 0) [a, b] = [(1 - Math.abs(b)) * (a < 0 ? -1 : 1), (1 - Math.abs(a)) * (b < 0 ? -1 : 1)]
  out[at] = Math.round((a * 0.5 + 0.5) * 255)
  out[at + 1] = Math.round((b * 0.5 + 0.5) * 255)
}
