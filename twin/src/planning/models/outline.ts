import {type Polygons, turning} from '../polygons.ts'
import type {Metres} from '../site-frame.ts'
import type {Mesh} from './mesh.ts'

/** Corners of outlines lie on a grid this fine. */
const gridMetres = 5e-5
/** What is nearer to a line than this lies on it. */
const onLineMetres = 1e-4
/** Cover is asked for this far beside an edge: more than the grid can move it, less than what lies on a line. */
const besideMetres = 6e-5
/** A ring that encloses less is a seam, no courtyard and no house. */
const leastRingM2 = 0.05

/**
 * The outline of a mesh seen from above, or of as much of it as is higher than `aboveMetres`: the union of its
 * triangles' projections. Edges with cover on one side only are split where they meet, and those that still have cover
 * on one side are put together to rings; exact to a tenth of a millimetre. Upright triangles cover nothing.
 */
export function outlineOf(mesh: Mesh, aboveMetres = Number.NEGATIVE_INFINITY): Polygons {
  const flat = projected(mesh, aboveMetres)
  const cover = coverOf(flat)
  const corners = new Corners()
  const pieces = split(openEdges(flat, corners), corners)
  const border: [from: number, to: number][] = []
  for (const [a, b] of pieces) {
    const [[ax, ay], [bx, by]] = [corners.at(a), corners.at(b)]
    const length = Math.hypot(bx - ax, by - ay)
    const [nx, ny] = [(-(by - ay) / length) * besideMetres, ((bx - ax) / length) * besideMetres]
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2]
    const [left, right] = [cover(mx + nx, my + ny), cover(mx - nx, my - ny)]
    if (left !== right) border.push(left ? [a, b] : [b, a])
  }
  return polygonsFrom(ringsOf(border, corners))
}

/** Triangles in the plane, turning left, six numbers each. */
function projected({positions, triangles}: Mesh, above: number): Float64Array {
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

/** Whether a place is under one of the triangles. */
function coverOf(flat: Float64Array): (x: number, y: number) => boolean {
  const buckets = new Buckets(flat, 6)
  return (x, y) =>
    buckets.some(x, y, x, y, t => {
      for (let i = 0; i < 6; i += 2) {
        const [ax, ay] = [flat[t + i]!, flat[t + i + 1]!]
        const [bx, by] = [flat[t + ((i + 2) % 6)]!, flat[t + ((i + 3) % 6)]!]
        if ((bx - ax) * (y - ay) - (x - ax) * (by - ay) < 0) return false
      }
      return true
    })
}

/** Edges of triangles that have a triangle on one side only. */
function openEdges(flat: Float64Array, corners: Corners): [number, number][] {
  const sides = new Map<number, number>()
  const edges: [number, number][] = []
  for (let t = 0; t < flat.length; t += 6) {
    const own = [0, 2, 4].map(i => corners.add(flat[t + i]!, flat[t + i + 1]!))
    for (let i = 0; i < 3; i++) {
      const [a, b] = [own[i]!, own[(i + 1) % 3]!]
      if (a === b) continue
      const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b)
      if (!sides.has(key)) edges.push([a, b])
      sides.set(key, (sides.get(key) ?? 0) | (a < b ? 1 : 2))
    }
  }
  return edges.filter(([a, b]) => sides.get(Math.min(a, b) * 2 ** 26 + Math.max(a, b)) !== 3)
}

/** Edges cut wherever one meets another; each piece once. */
function split(edges: [number, number][], corners: Corners): [number, number][] {
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
      pieces.set(Math.min(from, to) * 2 ** 26 + Math.max(from, to), [from, to])
    }
  }
  return [...pieces.values()]
}

/** Whether a place lies on an edge, to the grid's fineness. */
function isOn(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  const along = ((x - ax) * dx + (y - ay) * dy) / length
  return (
    along > -onLineMetres &&
    along < length + onLineMetres &&
    Math.abs((x - ax) * dy - (y - ay) * dx) / length < onLineMetres
  )
}

/** Directed edges as rings; where several go on from a corner, the one that turns left the most: rings that touch stay apart. */
function ringsOf(border: [number, number][], corners: Corners): Metres[][] {
  const from = new Map<number, number[]>()
  for (const [i, [a]] of border.entries()) from.set(a, [...(from.get(a) ?? []), i])
  const isUsed = new Uint8Array(border.length)
  const rings: Metres[][] = []
  for (let start = 0; start < border.length; start++) {
    if (isUsed[start]) continue
    const ring: number[] = []
    let at: number | undefined = start
    let isOpen = true
    while (at !== undefined) {
      isUsed[at] = 1
      ring.push(at)
      at = onwards(at, start)
      // Along a seam finer than the grid one may come to an end: then back to where another way was open.
      while (at === undefined && ring.length > 1) {
        ring.pop()
        at = onwards(ring.at(-1)!, start)
      }
      if (at === start) isOpen = false
      if (!isOpen) break
    }
    if (!isOpen && ring.length >= 3) rings.push(straightened(ring.map(edge => corners.at(border[edge]![0]))))
  }
  return rings

  function onwards(edge: number, start: number): number | undefined {
    const [a, b] = border[edge]!
    const [[ax, ay], [bx, by]] = [corners.at(a), corners.at(b)]
    const turn = (next: number) => {
      const [cx, cy] = corners.at(border[next]![1])
      return Math.atan2(
        (bx - ax) * (cy - by) - (by - ay) * (cx - bx),
        (bx - ax) * (cx - bx) + (by - ay) * (cy - by),
      )
    }
    return (from.get(b) ?? [])
      .filter(next => next === start || !isUsed[next])
      .reduce<number | undefined>(
        (best, one) => (best === undefined || turn(one) > turn(best) ? one : best),
        undefined,
      )
  }
}

/** Without the corners on straight walls. */
function straightened(ring: Metres[]): Metres[] {
  const kept: Metres[] = []
  for (const [i, corner] of ring.entries()) {
    const [before, after] = [kept.at(-1) ?? ring.at(-1)!, ring[(i + 1) % ring.length]!]
    if (!isOn(...corner, ...before, ...after)) kept.push(corner)
  }
  return kept
}

/** Rings that turn left are outlines; the others are holes of the smallest outline around them. */
function polygonsFrom(rings: Metres[][]): Polygons {
  const known = rings.map(ring => ({ring, area: turning(ring)}))
  const outlines = known
    .filter(({area}) => area >= leastRingM2)
    .sort((a, b) => a.area - b.area)
    .map(({ring, area}) => ({area, rings: [ring]}))
  for (const {ring, area} of known) {
    if (area > -leastRingM2) continue
    outlines.find(outline => outline.area > -area && contains(outline.rings[0]!, ring))?.rings.push(ring)
  }
  return outlines.sort((a, b) => b.area - a.area).map(outline => outline.rings)
}

/** Whether a ring lies within another that it does not cross: the middle of one of its edges does. */
function contains(outline: Metres[], [[ax, ay] = [0, 0], [bx, by] = [0, 0]]: Metres[]): boolean {
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
  let isIn = false
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [[px, py], [qx, qy]] = [outline[j]!, outline[i]!]
    if (py > y !== qy > y && x < px + ((y - py) / (qy - py)) * (qx - px)) isIn = !isIn
  }
  return isIn
}

/** Places on the grid, each with its number. */
class Corners {
  readonly #numbers = new Map<number, number>()
  readonly #places: Metres[] = []

  add(x: number, y: number): number {
    const [ix, iy] = [Math.round(x / gridMetres), Math.round(y / gridMetres)]
    const key = (ix + 2 ** 25) * 2 ** 26 + iy + 2 ** 25
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#places.push([ix * gridMetres, iy * gridMetres]) - 1
    this.#numbers.set(key, number)
    return number
  }

  at(number: number): Metres {
    return this.#places[number]!
  }
}

/** Shapes of `size` numbers each (x, y, x, y …) in the squares of a grid that they may touch. */
class Buckets {
  readonly #lists: (number[] | undefined)[]
  readonly #seen: Int32Array
  #asked = 0
  #west = Number.POSITIVE_INFINITY
  #south = Number.POSITIVE_INFINITY
  #cell = 1
  #columns = 1
  #rows = 1
  readonly #size: number

  constructor(flat: Float64Array, size: number) {
    this.#size = size
    let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let i = 0; i < flat.length; i += 2) {
      this.#west = Math.min(this.#west, flat[i]!)
      this.#south = Math.min(this.#south, flat[i + 1]!)
      east = Math.max(east, flat[i]!)
      north = Math.max(north, flat[i + 1]!)
    }
    const count = flat.length / size
    this.#seen = new Int32Array(count)
    const [width, height] = [Math.max(0, east - this.#west), Math.max(0, north - this.#south)]
    this.#cell = Math.max(0.01, Math.sqrt((width * height) / Math.max(1, count)), (width + height) / 2000)
    this.#columns = Math.max(1, Math.ceil(width / this.#cell) + 1)
    this.#rows = Math.max(1, Math.ceil(height / this.#cell) + 1)
    this.#lists = new Array<number[] | undefined>(count > 0 ? this.#columns * this.#rows : 0)
    for (let at = 0; at < flat.length; at += size) {
      let [w, s, e, n] = [flat[at]!, flat[at + 1]!, flat[at]!, flat[at + 1]!]
      for (let i = at + 2; i < at + size; i += 2) {
        w = Math.min(w, flat[i]!)
        e = Math.max(e, flat[i]!)
        s = Math.min(s, flat[i + 1]!)
        n = Math.max(n, flat[i + 1]!)
      }
      this.#each(w, s, e, n, square => {
        const list = this.#lists[square]
        if (list) list.push(at)
        else this.#lists[square] = [at]
        return false
      })
    }
  }

  /** Whether one of the shapes that may touch a box is as asked; each is asked once. */
  some(west: number, south: number, east: number, north: number, is: (at: number) => boolean): boolean {
    const turn = ++this.#asked
    return this.#each(
      west,
      south,
      east,
      north,
      square =>
        this.#lists[square]?.some(at => {
          if (this.#seen[at / this.#size] === turn) return false
          this.#seen[at / this.#size] = turn
          return is(at)
        }) ?? false,
    )
  }

  #each(west: number, south: number, east: number, north: number, is: (square: number) => boolean): boolean {
    const first = (value: number, least: number) => Math.max(0, Math.floor((value - least) / this.#cell))
    const [c1, r1] = [
      Math.min(this.#columns - 1, first(east, this.#west)),
      Math.min(this.#rows - 1, first(north, this.#south)),
    ]
    for (let row = first(south, this.#south); row <= r1; row++)
      for (let column = first(west, this.#west); column <= c1; column++)
        if (is(row * this.#columns + column)) return true
    return false
  }
}
