import {isInside} from '../../../tools/space/is-inside.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import {simplifyLine} from '../../../tools/space/simplify-line.ts'
import type {Point} from '../../../tools/space/vector.ts'
import {crossesItself} from './crosses-itself.ts'

/** Square cells with a label each, row by row from the south-west. */
export type LabelGrid = {labels: Uint8Array | Uint16Array; cells: number; cellMetres: number}

/** A piece of ground of one label: an outline, counter-clockwise, and its holes, clockwise. */
export type Region = {label: number; rings: Point[][]}

/** A border between two labels from one corner where three or more meet to the next, or round to its own beginning. */
type Arc = {
  points: Point[]
  from: number
  to: number
  left: number
  right: number
  leaves: number
  arrives: number
}

/** East, north, west, south: as steps, and as bits of a corner's mask. */
const stepX = [1, 0, -1, 0]
const stepY = [0, 1, 0, -1]

/** Beyond the grid. */
const outside = -1

/**
 * The regions of a grid of labels as polygons that tile it: marching squares along the borders of cells, through the
 * middles of their sides, and every border simplified once for both its neighbours. Label 0 makes no region.
 */
export function traceRegions(grid: LabelGrid, toleranceMetres: number): Region[] {
  const arcs = traceArcs(grid)
  const tolerances = arcs.map(() => toleranceMetres)
  const simple = arcs.map(arc => ({...arc, points: simplified(arc.points, toleranceMetres)}))
  for (;;) {
    const regions = joinRings(simple)
    // In narrow places a simplified border can cross another: there it keeps more of its bends, all of them at last.
    const crossed = new Set(regions.filter(({rings}) => rings.some(crossesItself)).map(({label}) => label))
    if (crossed.size === 0) return regions
    let changed = 0
    arcs.forEach((arc, index) => {
      if (tolerances[index] === 0 || !(crossed.has(arc.left) || crossed.has(arc.right))) return
      tolerances[index] = tolerances[index]! > 0.3 ? tolerances[index]! / 2 : 0
      simple[index] = {
        ...arc,
        points: tolerances[index] === 0 ? arc.points : simplified(arc.points, tolerances[index]!),
      }
      changed++
    })
    if (changed === 0) return regions
  }
}

/** A ring is simplified in two halves, so that it cannot shrink to a line. */
function simplified(points: Point[], tolerance: number): Point[] {
  const first = points[0]!
  const last = points[points.length - 1]!
  if (first[0] !== last[0] || first[1] !== last[1]) return simplifyLine(points, tolerance)
  let farthest = 0
  let middle = 0
  points.forEach(([x, y], index) => {
    const square = (x - first[0]) * (x - first[0]) + (y - first[1]) * (y - first[1])
    if (square > farthest) {
      farthest = square
      middle = index
    }
  })
  return [
    ...simplifyLine(points.slice(0, middle + 1), tolerance),
    ...simplifyLine(points.slice(middle), tolerance).slice(1),
  ]
}

function traceArcs({labels, cells, cellMetres}: LabelGrid): Arc[] {
  const wide = cells + 1
  const borders = cornerBorders(labels, cells)
  const labelAt = (column: number, row: number) =>
    column < 0 || row < 0 || column >= cells || row >= cells ? outside : labels[row * cells + column]!
  const isWalked = new Uint8Array(wide * wide)
  const arcs: Arc[] = []

  /** The grid's own corners stay sharp. */
  const isGridCorner = (corner: number) =>
    (corner % wide === 0 || corner % wide === cells) && (corner < wide || corner >= cells * wide)
  const isJunction = (corner: number) => {
    const bits = borders[corner]!
    if (isGridCorner(corner)) return true
    return bits !== 0 && (bits & (bits - 1)) !== 0 && !isPair[bits]
  }
  /** Follows the border that leaves a corner in a direction up to the next junction, or back to where it began. */
  const walk = (start: number, direction: number) => {
    let column = start % wide
    let row = Math.floor(start / wide)
    let heading = direction
    const points: Point[] = [[column * cellMetres, row * cellMetres]]
    const [left, right] = sides(column, row, heading)
    let corner = start
    for (;;) {
      isWalked[corner]! |= 1 << heading
      points.push([(column + stepX[heading]! / 2) * cellMetres, (row + stepY[heading]! / 2) * cellMetres])
      column += stepX[heading]!
      row += stepY[heading]!
      corner = row * wide + column
      isWalked[corner]! |= 1 << (heading ^ 2)
      if (corner === start || isJunction(corner)) break
      heading = onward[borders[corner]! & ~(1 << (heading ^ 2))]!
    }
    const arrives = heading
    const isRing = corner === start && !isJunction(start)
    if (isRing) {
      // The ring begins anywhere: in the middle of a side, as all its other points.
      points.shift()
      points.push(points[0]!)
    } else points.push([column * cellMetres, row * cellMetres])
    arcs.push({points, from: start, to: corner, left, right, leaves: direction, arrives})
  }
  const sides = (column: number, row: number, heading: number): [number, number] => {
    if (heading === 0) return [labelAt(column, row), labelAt(column, row - 1)]
    if (heading === 1) return [labelAt(column - 1, row), labelAt(column, row)]
    if (heading === 2) return [labelAt(column - 1, row - 1), labelAt(column - 1, row)]
    return [labelAt(column, row - 1), labelAt(column - 1, row - 1)]
  }

  for (let corner = 0; corner < borders.length; corner++) {
    if (borders[corner] === 0 || !isJunction(corner)) continue
    for (let direction = 0; direction < 4; direction++)
      if (borders[corner]! & (1 << direction) && !(isWalked[corner]! & (1 << direction)))
        walk(corner, direction)
  }
  for (let corner = 0; corner < borders.length; corner++)
    if (borders[corner] !== 0 && isWalked[corner] === 0)
      walk(corner, onward[borders[corner]! & -borders[corner]!]!)
  return arcs
}

/** Masks of exactly two borders: the corner only bends, or goes straight on. */
const isPair: boolean[] = Array.from({length: 16}, (_, bits) => [3, 5, 6, 9, 10, 12].includes(bits))
/** Direction of a mask of one bit. */
const onward: Record<number, number> = {1: 0, 2: 1, 4: 2, 8: 3}

/** For every corner of the grid the directions in which a border between two labels leaves it. */
function cornerBorders(labels: Uint8Array | Uint16Array, cells: number): Uint8Array {
  const wide = cells + 1
  const borders = new Uint8Array(wide * wide)
  for (let row = 0; row <= cells; row++)
    for (let column = 0; column < cells; column++) {
      const isEdge = row === 0 || row === cells
      if (!isEdge && labels[row * cells + column] === labels[(row - 1) * cells + column]) continue
      borders[row * wide + column]! |= 1
      borders[row * wide + column + 1]! |= 4
    }
  for (let row = 0; row < cells; row++)
    for (let column = 0; column <= cells; column++) {
      const isEdge = column === 0 || column === cells
      if (!isEdge && labels[row * cells + column] === labels[row * cells + column - 1]) continue
      borders[row * wide + column]! |= 2
      borders[(row + 1) * wide + column]! |= 8
    }
  return borders
}

/** Puts arcs together to rings with one label on their left, and rings to regions. */
function joinRings(arcs: readonly Arc[]): Region[] {
  type Way = {label: number; from: number; to: number; leaves: number; arrives: number; points: Point[]}
  const ways: Way[] = []
  for (const {points, from, to, left, right, leaves, arrives} of arcs) {
    if (left > 0) ways.push({label: left, from, to, leaves, arrives, points})
    if (right > 0)
      ways.push({
        label: right,
        from: to,
        to: from,
        leaves: arrives ^ 2,
        arrives: leaves ^ 2,
        points: [...points].reverse(),
      })
  }
  const leaving = new Map<string, number[]>()
  ways.forEach(({label, from}, index) => {
    const key = `${label} ${from}`
    const known = leaving.get(key)
    if (known) known.push(index)
    else leaving.set(key, [index])
  })
  const isUsed = new Uint8Array(ways.length)
  const outlines: Region[] = []
  const holes: {label: number; ring: Point[]}[] = []
  ways.forEach((start, first) => {
    if (isUsed[first]) return
    const ring: Point[] = []
    let way = start
    let index = first
    do {
      isUsed[index] = 1
      ring.push(...way.points.slice(0, -1))
      // Where a label meets itself across a corner, the sharpest turn to the left keeps the two apart.
      const turn = (other: number) => (ways[other]!.leaves - way.arrives + 4 + 1) % 4
      const open = (leaving.get(`${way.label} ${way.to}`) ?? []).filter(
        other => !isUsed[other] || other === first,
      )
      if (open.length === 0) break
      index = open.reduce((best, other) => (leftness[turn(other)]! > leftness[turn(best)]! ? other : best))
      way = ways[index]!
    } while (index !== first)
    if (ring.length < 3) return
    if (ringArea(ring) > 0) outlines.push({label: start.label, rings: [ring]})
    else holes.push({label: start.label, ring})
  })
  outlines.sort((a, b) => a.label - b.label || ringArea(b.rings[0]!) - ringArea(a.rings[0]!))
  for (const {label, ring} of holes) {
    const size = -ringArea(ring)
    const around = outlines.filter(
      region =>
        region.label === label && ringArea(region.rings[0]!) > size && isInside(ring[0]!, region.rings[0]!),
    )
    around[around.length - 1]?.rings.push(ring)
  }
  return outlines
}

/** By the change of direction plus one: right, straight on, left, back. */
const leftness = [0, 1, 2, -1]
