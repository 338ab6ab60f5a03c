import {millimetres, type Point} from '../../../../tools/space/vector.ts'
import type {Lattice} from './lattice.ts'
import {rectilinearRoof} from './rectilinear-roof.ts'
import {heightOn, type Piece} from './roof-piece.ts'
import {type Solid, SolidBuilder} from './solid.ts'

type Side = {from: number; to: number}

/** A body over a building on its lattice, with a hipped or gabled roof whose highest ridge is at `top`. */
export function latticeSolid(
  lattice: Lattice,
  isGabled: boolean,
  ground: number,
  eaves: number,
  top: number,
): Solid {
  const pieces = rectilinearRoof(lattice.rectangles, lattice.rings, isGabled)
  const mesh = conforming(pieces, lattice.rectangles.length > 1)
  const faces = mergedByPlane(pieces, mesh)
  const needed = cornersOf(faces, mesh)
  let highest = 0
  for (const height of mesh.heights) highest = Math.max(highest, height)
  const rise = (top - eaves) / highest

  const solid = new SolidBuilder()
  const roofCorners: number[] = []
  const roofCorner = (vertex: number) => {
    const known = roofCorners[vertex]
    if (known !== undefined) return known
    const [x, y] = mesh.places[vertex]!
    const z = millimetres(eaves + mesh.heights[vertex]! * rise)
    roofCorners[vertex] = solid.corner(lattice.place(x, y), z)
    return roofCorners[vertex]
  }
  const low = lattice.rings.map(ring => ring.map(([x, y]) => solid.corner(lattice.place(x, y), ground)))
  solid.face('ground', ...low.map(ring => ring.toReversed()))
  // A wall's upper edge follows the roof's border: level at eaves, up and down at gables.
  const onBorder = borderAfter(faces)
  for (const [ringIndex, ring] of lattice.rings.entries())
    for (const [index, [x, y]] of ring.entries()) {
      const next = (index + 1) % ring.length
      const [nextX, nextY] = ring[next]!
      const end = mesh.vertexAt(nextX, nextY)
      const upper = [mesh.vertexAt(x, y)]
      for (let at = upper[0]!; at !== end; ) {
        at = onBorder.get(at)!
        if (at === end || needed.has(at)) upper.push(at)
      }
      const lower = [low[ringIndex]![index]!, low[ringIndex]![next]!]
      solid.face('wall', [...lower, ...upper.toReversed().map(roofCorner)])
    }
  const isRingCorner = new Set(lattice.rings.flatMap(ring => ring.map(([x, y]) => mesh.vertexAt(x, y))))
  for (const face of faces)
    solid.face('roof', face.filter(vertex => needed.has(vertex) || isRingCorner.has(vertex)).map(roofCorner))
  return solid.done()
}

type Mesh = {
  places: Point[]
  heights: number[]
  vertexAt: (x: number, y: number) => number
  /** Corners of each piece and all other vertices on its sides. */
  rings: number[][]
}

/** Pieces whose sides have a vertex wherever a neighbour has one. Those of one rectangle meet corner to corner anyway. */
function conforming(pieces: readonly Piece[], mayMeetMidway: boolean): Mesh {
  const places: Point[] = []
  const heights: number[] = []
  const known = new Map<number, number>()
  const keyOf = (x: number, y: number) => x * 0x1_0000 + y
  for (const {ring, plane} of pieces)
    for (const at of ring) {
      const key = keyOf(at[0], at[1])
      if (known.has(key)) continue
      known.set(key, places.push(at) - 1)
      heights.push(heightOn(plane, at))
    }
  const vertexAt = (x: number, y: number) => known.get(keyOf(x, y))!
  const rings = pieces.map(({ring}) =>
    ring.flatMap((at, index) => {
      const next = ring[(index + 1) % ring.length]!
      const here = vertexAt(at[0], at[1])
      return mayMeetMidway ? [here, ...between(at, next, places)] : [here]
    }),
  )
  return {places, heights, vertexAt, rings}
}

/** Vertices strictly between two places, in order. */
function between([x, y]: Point, [nextX, nextY]: Point, places: readonly Point[]): number[] {
  const [dx, dy] = [nextX - x, nextY - y]
  const square = dx * dx + dy * dy
  const found: {vertex: number; along: number}[] = []
  places.forEach(([atX, atY], vertex) => {
    if ((atX - x) * dy !== (atY - y) * dx) return
    const along = (atX - x) * dx + (atY - y) * dy
    if (along > 0 && along < square) found.push({vertex, along})
  })
  return found.sort((a, b) => a.along - b.along).map(({vertex}) => vertex)
}

/** Rings of vertices around neighbouring pieces in one plane. */
function mergedByPlane(pieces: readonly Piece[], {rings}: Mesh): number[][] {
  const groups = new Map<string, number[]>()
  pieces.forEach(({plane: {a, b, c}}, index) => {
    const name = `${a} ${b} ${c}`
    const group = groups.get(name)
    if (group) group.push(index)
    else groups.set(name, [index])
  })
  const faces: number[][] = []
  for (const group of groups.values()) faces.push(...outer(group.flatMap(index => sidesOf(rings[index]!))))
  return faces
}

const sidesOf = (ring: readonly number[]): Side[] =>
  ring.map((from, index) => ({from, to: ring[(index + 1) % ring.length]!}))

/** Rings of the sides that have no opposite among them. */
function outer(all: readonly Side[]): number[][] {
  const keys = new Set(all.map(({from, to}) => from * 0x1_0000 + to))
  const after = new Map<number, number[]>()
  for (const {from, to} of all) {
    if (keys.has(to * 0x1_0000 + from)) continue
    const list = after.get(from)
    if (list) list.push(to)
    else after.set(from, [to])
  }
  const rings: number[][] = []
  for (const start of after.keys()) {
    while (after.get(start)!.length > 0) {
      const ring: number[] = []
      let at = start
      do {
        ring.push(at)
        at = after.get(at)!.pop()!
      } while (at !== start)
      rings.push(ring)
    }
  }
  return rings
}

/** Vertices at which some face turns; others only lie on straight sides. */
function cornersOf(faces: readonly number[][], {places, heights}: Mesh): Set<number> {
  const corners = new Set<number>()
  for (const face of faces)
    face.forEach((vertex, index) => {
      const before = face[(index + face.length - 1) % face.length]!
      const after = face[(index + 1) % face.length]!
      const [ax, ay, az] = [...places[before]!, heights[before]!]
      const [bx, by, bz] = [...places[vertex]!, heights[vertex]!]
      const [cx, cy, cz] = [...places[after]!, heights[after]!]
      const isStraight =
        (bx! - ax!) * (cy! - by!) === (by! - ay!) * (cx! - bx!) &&
        (bx! - ax!) * (cz! - bz!) === (bz! - az!) * (cx! - bx!) &&
        (by! - ay!) * (cz! - bz!) === (bz! - az!) * (cy! - by!)
      if (!isStraight) corners.add(vertex)
    })
  return corners
}

/** By a vertex on the roof's border, the next one around the building. */
function borderAfter(faces: readonly number[][]): Map<number, number> {
  const all = faces.flatMap(sidesOf)
  const keys = new Set(all.map(({from, to}) => from * 0x1_0000 + to))
  const after = new Map<number, number>()
  for (const {from, to} of all) if (!keys.has(to * 0x1_0000 + from)) after.set(from, to)
  return after
}
