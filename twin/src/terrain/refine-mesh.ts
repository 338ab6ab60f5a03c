import {edgePoints} from './edge-points.ts'

/** Triangles over a grid: columns and rows of the points, and three points per triangle, counter-clockwise. */
export type GridMesh = {columns: Uint16Array; rows: Uint16Array; triangles: Uint16Array}

/**
 * Refines triangles over square grids of `size` cells until no height is further than `mostOff` metres from them
 * (greedy insertion into a Delaunay triangulation: Garland and Heckbert, Fast polygonal approximation of terrains and
 * height fields, 1995). The points on the border are chosen by the border's heights alone, so that neighbours fit. One
 * refiner serves many grids, one after another; memory is asked for once, so the inner functions take numbers one by
 * one: a list of two that is taken apart again is memory, and takes a third of the time more.
 */
export class MeshRefiner {
  readonly #size: number
  readonly #side: number
  readonly #columns: Uint16Array
  readonly #rows: Uint16Array
  /** Corners of triangle t at 3t … 3t + 2; edge e goes from corner e to the next one of its triangle. */
  readonly #corners: Uint16Array
  /** The edge on the other side of each edge, −1 on the border. */
  readonly #twins: Int32Array
  readonly #isQueued: Uint8Array
  #queue: number[] = []
  /** Edges that are to be looked at; empty between calls. */
  readonly #pending: number[] = []
  #points = 0
  #triangles = 0
  #heights: ArrayLike<number> = []
  #mostOff = 0

  constructor(size: number) {
    this.#size = size
    this.#side = size + 1
    const most = this.#side * this.#side
    this.#columns = new Uint16Array(most)
    this.#rows = new Uint16Array(most)
    this.#corners = new Uint16Array(most * 6)
    this.#twins = new Int32Array(most * 6)
    this.#isQueued = new Uint8Array(most * 2)
  }

  /**
   * @param heights (size + 1)² of them, row by row
   * @param every a point at every so many columns and rows is kept in any case; divides `size`
   */
  refine(heights: ArrayLike<number>, mostOff: number, every: number): GridMesh {
    this.#heights = heights
    this.#mostOff = mostOff
    this.#points = 0
    this.#triangles = 0
    this.#queue = []
    const [size, side] = [this.#size, this.#side]

    // Two triangles, then the border, then the points that are always kept, then whatever is worst in each triangle.
    for (const [column, row] of [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
    ] as const)
      this.#addPoint(column, row)
    this.#setTriangle(0, 0, 1, 2)
    this.#setTriangle(1, 0, 2, 3)
    this.#triangles = 2
    this.#twins.fill(-1, 0, 6)
    this.#link(2, 3)

    const at = (column: number, row: number) => heights[row * side + column]!
    const line = (height: (i: number) => number) =>
      edgePoints(
        Array.from({length: side}, (_, i) => height(i)),
        mostOff,
        every,
      ).slice(1, -1)
    for (const end of [0, size]) {
      for (const column of line(i => at(i, end))) this.#insert(column, end)
      for (const row of line(i => at(end, i))) this.#insert(end, row)
    }
    for (let row = every; row < size; row += every)
      for (let column = every; column < size; column += every) this.#insert(column, row)
    while (this.#queue.length > 0) {
      // Breadth first: large triangles are divided before small ones.
      const waiting = this.#queue
      this.#queue = []
      for (const t of waiting) {
        this.#isQueued[t] = 0
        const worst = this.#worstPoint(t)
        if (worst >= 0) this.#insertInto(t, worst % side, Math.floor(worst / side))
      }
    }
    return {
      columns: this.#columns.slice(0, this.#points),
      rows: this.#rows.slice(0, this.#points),
      triangles: this.#corners.slice(0, this.#triangles * 3),
    }
  }

  #addPoint(column: number, row: number): number {
    this.#columns[this.#points] = column
    this.#rows[this.#points] = row
    return this.#points++
  }

  #setTriangle(t: number, a: number, b: number, c: number): void {
    this.#corners[t * 3] = a
    this.#corners[t * 3 + 1] = b
    this.#corners[t * 3 + 2] = c
    this.#enqueue(t)
  }

  #enqueue(t: number): void {
    if (this.#isQueued[t]) return
    this.#isQueued[t] = 1
    this.#queue.push(t)
  }

  #link(edge: number, twin: number): void {
    if (edge >= 0) this.#twins[edge] = twin
    if (twin >= 0) this.#twins[twin] = edge
  }

  /** Twice the area of the triangle of two points and a place, positive where it turns left. Whole numbers: exact. */
  #turn(a: number, b: number, column: number, row: number): number {
    const ax = this.#columns[a]!
    const ay = this.#rows[a]!
    return (this.#columns[b]! - ax) * (row - ay) - (this.#rows[b]! - ay) * (column - ax)
  }

  /** The point inside a triangle whose height is furthest from its plane, if further than it may; border points never. */
  #worstPoint(t: number): number {
    const a = this.#corners[t * 3]!
    const b = this.#corners[t * 3 + 1]!
    const c = this.#corners[t * 3 + 2]!
    const ax = this.#columns[a]!
    const ay = this.#rows[a]!
    const bx = this.#columns[b]!
    const by = this.#rows[b]!
    const cx = this.#columns[c]!
    const cy = this.#rows[c]!
    const side = this.#side
    const heights = this.#heights
    const twice = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    const ha = heights[ay * side + ax]!
    const hb = heights[by * side + bx]!
    const hc = heights[cy * side + cx]!
    const perColumn = ((hb - ha) * (cy - ay) - (hc - ha) * (by - ay)) / twice
    const perRow = ((hc - ha) * (bx - ax) - (hb - ha) * (cx - ax)) / twice

    let worst = this.#mostOff
    let at = -1
    const lastRow = Math.min(this.#size - 1, Math.max(ay, by, cy))
    for (let row = Math.max(1, Math.min(ay, by, cy)); row <= lastRow; row++) {
      // Edges that go up have the triangle on their west, those that go down on their east.
      let first = 1
      let last = this.#size - 1
      if (by > ay) last = Math.min(last, Math.floor(crossing(ax, ay, bx, by, row)))
      else if (by < ay) first = Math.max(first, Math.ceil(crossing(ax, ay, bx, by, row)))
      if (cy > by) last = Math.min(last, Math.floor(crossing(bx, by, cx, cy, row)))
      else if (cy < by) first = Math.max(first, Math.ceil(crossing(bx, by, cx, cy, row)))
      if (ay > cy) last = Math.min(last, Math.floor(crossing(cx, cy, ax, ay, row)))
      else if (ay < cy) first = Math.max(first, Math.ceil(crossing(cx, cy, ax, ay, row)))
      const start = row * side
      const west = ha + perRow * (row - ay) - perColumn * ax
      for (let column = first; column <= last; column++) {
        const off = Math.abs(heights[start + column]! - west - perColumn * column)
        if (off > worst) {
          worst = off
          at = start + column
        }
      }
    }
    return at
  }

  /** Inserts a place wherever it lies; nothing where there is a point already. */
  #insert(column: number, row: number): void {
    let t = this.#triangles - 1
    // From triangle to triangle towards the place: in a Delaunay triangulation that arrives.
    for (let turned = true; turned; ) {
      turned = false
      for (let e = t * 3; e < t * 3 + 3; e++) {
        const twin = this.#twins[e]!
        if (twin < 0 || this.#turn(this.#corners[e]!, this.#corners[next(e)]!, column, row) >= 0) continue
        t = Math.floor(twin / 3)
        turned = true
        break
      }
    }
    this.#insertInto(t, column, row)
  }

  #insertInto(t: number, column: number, row: number): void {
    const first = t * 3
    for (let e = first; e < first + 3; e++) {
      const corner = this.#corners[e]!
      if (this.#columns[corner] === column && this.#rows[corner] === row) return
    }
    for (let e = first; e < first + 3; e++)
      if (this.#turn(this.#corners[e]!, this.#corners[next(e)]!, column, row) === 0) {
        this.#splitEdge(e, this.#addPoint(column, row))
        return
      }
    this.#splitTriangle(t, this.#addPoint(column, row))
  }

  /** One triangle becomes three around a point inside it. */
  #splitTriangle(t: number, point: number): void {
    const [e0, e1, e2] = [t * 3, t * 3 + 1, t * 3 + 2]
    const [a, b, c] = [this.#corners[e0]!, this.#corners[e1]!, this.#corners[e2]!]
    const [beyondBc, beyondCa] = [this.#twins[e1]!, this.#twins[e2]!]
    const [u, v] = [this.#triangles, this.#triangles + 1]
    this.#triangles += 2
    this.#setTriangle(t, a, b, point)
    this.#setTriangle(u, b, c, point)
    this.#setTriangle(v, c, a, point)
    this.#link(u * 3, beyondBc)
    this.#link(v * 3, beyondCa)
    this.#link(e1, u * 3 + 2)
    this.#link(u * 3 + 1, v * 3 + 2)
    this.#link(v * 3 + 1, e2)
    this.#legalise(e0)
    this.#legalise(u * 3)
    this.#legalise(v * 3)
  }

  /** A point on an edge divides the triangles on both sides of it, or the only one there is. */
  #splitEdge(edge: number, point: number): void {
    const t = Math.floor(edge / 3)
    const [ab, bc, ca] = [edge, next(edge), next(next(edge))]
    const [a, b, c] = [this.#corners[ab]!, this.#corners[bc]!, this.#corners[ca]!]
    const [beyondBc, beyondCa, twin] = [this.#twins[bc]!, this.#twins[ca]!, this.#twins[ab]!]
    const u = this.#triangles++
    // a, point, c stays in t; point, b, c is new.
    this.#setTriangle(t, a, point, c)
    this.#setTriangle(u, point, b, c)
    this.#link(t * 3 + 2, beyondCa)
    this.#link(t * 3 + 1, u * 3 + 2)
    this.#link(u * 3 + 1, beyondBc)
    const outer = [t * 3 + 2, u * 3 + 1]
    if (twin < 0) {
      this.#twins[t * 3] = -1
      this.#twins[u * 3] = -1
    } else {
      const s = Math.floor(twin / 3)
      const [ad, db] = [next(twin), next(next(twin))]
      const d = this.#corners[db]!
      const [beyondAd, beyondDb] = [this.#twins[ad]!, this.#twins[db]!]
      const w = this.#triangles++
      this.#setTriangle(s, b, point, d)
      this.#setTriangle(w, point, a, d)
      this.#link(s * 3 + 2, beyondDb)
      this.#link(s * 3 + 1, w * 3 + 2)
      this.#link(w * 3 + 1, beyondAd)
      this.#link(t * 3, w * 3)
      this.#link(u * 3, s * 3)
      outer.push(s * 3 + 2, w * 3 + 1)
    }
    for (const e of outer) this.#legalise(e)
  }

  /** Turns an edge over as long as the point across it lies in the circle of the triangle (Lawson 1977). */
  #legalise(edge: number): void {
    const pending = this.#pending
    pending.push(edge)
    while (pending.length > 0) {
      const ab = pending.pop()!
      const ba = this.#twins[ab]!
      if (ba < 0) continue
      const bc = next(ab)
      const ca = next(bc)
      const ad = next(ba)
      const db = next(ad)
      const a = this.#corners[ab]!
      const b = this.#corners[bc]!
      const c = this.#corners[ca]!
      const d = this.#corners[db]!
      if (!this.#isInCircle(a, b, c, d)) continue
      // a, b, c and b, a, d become c, d, b and d, c, a around the new edge between c and d.
      const t = Math.floor(ab / 3)
      const s = Math.floor(ba / 3)
      const beyondBc = this.#twins[bc]!
      const beyondCa = this.#twins[ca]!
      const beyondAd = this.#twins[ad]!
      const beyondDb = this.#twins[db]!
      this.#setTriangle(t, c, d, b)
      this.#setTriangle(s, d, c, a)
      this.#link(t * 3, s * 3)
      this.#link(t * 3 + 1, beyondDb)
      this.#link(t * 3 + 2, beyondBc)
      this.#link(s * 3 + 1, beyondCa)
      this.#link(s * 3 + 2, beyondAd)
      pending.push(t * 3 + 1, t * 3 + 2, s * 3 + 1, s * 3 + 2)
    }
  }

  /** Does d lie inside the circle through a, b, c (counter-clockwise)? Whole numbers up to 2³⁰: exact. */
  #isInCircle(a: number, b: number, c: number, d: number): boolean {
    const dx = this.#columns[d]!
    const dy = this.#rows[d]!
    const ax = this.#columns[a]! - dx
    const ay = this.#rows[a]! - dy
    const bx = this.#columns[b]! - dx
    const by = this.#rows[b]! - dy
    const cx = this.#columns[c]! - dx
    const cy = this.#rows[c]! - dy
    const aa = ax * ax + ay * ay
    const bb = bx * bx + by * by
    const cc = cx * cx + cy * cy
    return ax * (by * cc - bb * cy) - ay * (bx * cc - bb * cx) + aa * (bx * cy - by * cx) > 0
  }
}

/** Where a row meets an edge that is not level: exact where that is a whole column. */
const crossing = (px: number, py: number, qx: number, qy: number, row: number) =>
  px + ((qx - px) * (row - py)) / (qy - py)

/** The next edge of the same triangle. */
const next = (edge: number) => (edge % 3 === 2 ? edge - 2 : edge + 1)
