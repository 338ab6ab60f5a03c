import {nearestOnSegment} from '../../../tools/space/nearest-on-segment.ts'
import {cross, distance, minus, type Point} from '../../../tools/space/vector.ts'
import {districtIndex, districts} from '../../districts.ts'
import {seaQuarters} from '../areas/sea-quarters.ts'
import {type Face, faces} from '../graph/faces.ts'
import type {PlaneGraph} from '../graph/plane-graph.ts'
import type {Layout} from '../layout/layout.ts'
import {cellsInRing} from '../terrain/cells-in-ring.ts'
import {cellMetres, terrainCells} from '../terrain.ts'

/** Of an edge's side that is no district's. */
export const noDistrict = -1
const sea = -2
const open = -3

/** The district on both sides of every edge of a graph, seen from its first node to its second. */
export type EdgeSides = {left: Int8Array; right: Int8Array}

/**
 * Gives every face of a graph of main lines, the river and the shore the district that most of its quarters have. What
 * has none, what lies beyond the river from the rest, and pieces apart go to the neighbour with the longest common border.
 */
export function labelFaces(layout: Layout, graph: PlaneGraph, isSea: (cell: number) => boolean): EdgeSides {
  const found = faces(graph)
  const faceSides = sidesByFace(graph, found)
  const banks = found.map(({ring}) => bankOf(layout.landmarks.river, insidePoint(ring)))
  const isAtSea = seaQuarters(layout)
  const votes = found.map(({ring}) => countVotes(layout, ring, isSea, isAtSea))
  const farBank = bankOfDistrict(votes, banks)
  const mayBe = (face: number, district: number) =>
    (district === districtIndex.zarichchianskyi) === (banks[face] === farBank)

  const labels = Int8Array.from(votes, ({seaShare, byDistrict}, face) => {
    if (seaShare > 0.5) return sea
    let best = open
    let most = 0
    byDistrict.forEach((count, district) => {
      if (count > most && mayBe(face, district)) {
        most = count
        best = district
      }
    })
    return best
  })
  const neighbours = neighboursOf(graph, found.length, faceSides)
  fillOpen(labels, neighbours, mayBe)
  openPieces(labels, neighbours, found)
  fillOpen(labels, neighbours, mayBe)
  const districtOf = (face: number) => (face >= 0 && labels[face]! >= 0 ? labels[face]! : noDistrict)
  return {
    left: faceSides.left.map(districtOf) as unknown as Int8Array,
    right: faceSides.right.map(districtOf) as unknown as Int8Array,
  }
}

type FaceSides = {left: Int32Array; right: Int32Array}

/** The face on both sides of every edge; −1 for what lies around all faces. */
function sidesByFace({nodes, edges}: PlaneGraph, found: readonly Face[]): FaceSides {
  const left = new Int32Array(edges.length).fill(-1)
  const right = new Int32Array(edges.length).fill(-1)
  found.forEach(({ring, edges: around}, face) => {
    around.forEach((edge, index) => {
      const side = nodes[edges[edge]!.from] === ring[index] ? left : right
      side[edge] = face
    })
  })
  return {left, right}
}

type Votes = {seaShare: number; byDistrict: number[]}

/** Cells of each district in a ring, and the share of the sea. */
function countVotes(
  {quarterOf, quarters}: Layout,
  ring: readonly Point[],
  isSea: (cell: number) => boolean,
  isAtSea: Uint8Array,
): Votes {
  const byDistrict = districts.map(() => 0)
  let wet = 0
  let all = 0
  cellsInRing(ring, {cells: terrainCells, cellMetres}, cell => {
    all++
    if (isSea(cell)) wet++
    const index = quarterOf[cell]! - 1
    const quarter = quarters[index]
    if (quarter && !isAtSea[index]) byDistrict[quarter.district]!++
  })
  return {seaShare: all === 0 ? 0 : wet / all, byDistrict}
}

/** On which side of the river most of the district across it lies. */
function bankOfDistrict(votes: readonly Votes[], banks: readonly number[]): number {
  let balance = 0
  votes.forEach(({byDistrict}, face) => {
    balance += banks[face]! * byDistrict[districtIndex.zarichchianskyi]!
  })
  return balance < 0 ? -1 : 1
}

/** 1 left of the river as it runs, −1 right of it. */
function bankOf(river: readonly Point[], at: Point): number {
  let least = Infinity
  let bank = 1
  for (let index = 0; index + 1 < river.length; index++) {
    const from = river[index]!
    const to = river[index + 1]!
    const {metres} = nearestOnSegment(at, from, to)
    if (metres >= least) continue
    least = metres
    bank = cross(minus(to, from), minus(at, from)) >= 0 ? 1 : -1
  }
  return bank
}

/** A point just inside a counter-clockwise ring, at the middle of its longest side. */
function insidePoint(ring: readonly Point[]): Point {
  let longest = 0
  let best = ring[0]!
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index]!
    const to = ring[(index + 1) % ring.length]!
    const length = distance(from, to)
    if (length <= longest) continue
    longest = length
    best = [
      (from[0] + to[0]) / 2 - (to[1] - from[1]) / length,
      (from[1] + to[1]) / 2 + (to[0] - from[0]) / length,
    ]
  }
  return best
}

/** For every face its neighbours and the metres of border with each. */
function neighboursOf(
  {nodes, edges}: PlaneGraph,
  count: number,
  {left, right}: FaceSides,
): Map<number, number>[] {
  const neighbours = Array.from({length: count}, () => new Map<number, number>())
  edges.forEach(({from, to}, edge) => {
    const a = left[edge]!
    const b = right[edge]!
    if (a < 0 || b < 0 || a === b) return
    const metres = distance(nodes[from]!, nodes[to]!)
    neighbours[a]!.set(b, (neighbours[a]!.get(b) ?? 0) + metres)
    neighbours[b]!.set(a, (neighbours[b]!.get(a) ?? 0) + metres)
  })
  return neighbours
}

/** Gives faces without a district that of the neighbours with the longest common border, from the outside in. */
function fillOpen(
  labels: Int8Array,
  neighbours: readonly Map<number, number>[],
  mayBe: (face: number, district: number) => boolean,
): void {
  for (let isStrict = true; ; ) {
    let filled = 0
    labels.forEach((label, face) => {
      if (label !== open) return
      const metres = districts.map(() => 0)
      for (const [other, length] of neighbours[face]!) {
        const its = labels[other]!
        if (its >= 0 && (!isStrict || mayBe(face, its))) metres[its]! += length
      }
      const most = Math.max(...metres)
      if (most === 0) return
      labels[face] = metres.indexOf(most)
      filled++
    })
    if (filled > 0) continue
    if (!isStrict) return
    isStrict = false
  }
}

/** Opens all faces of a district but those of its largest piece; pieces that only the sea surrounds stay. */
function openPieces(
  labels: Int8Array,
  neighbours: readonly Map<number, number>[],
  found: readonly Face[],
): void {
  const pieceOf = new Int32Array(labels.length).fill(-1)
  const areas: number[] = []
  labels.forEach((label, start) => {
    if (label < 0 || pieceOf[start] !== -1) return
    const piece = areas.push(0) - 1
    const waiting = [start]
    pieceOf[start] = piece
    for (let face = waiting.pop(); face !== undefined; face = waiting.pop()) {
      areas[piece]! += found[face]!.area
      for (const other of neighbours[face]!.keys())
        if (labels[other] === label && pieceOf[other] === -1) {
          pieceOf[other] = piece
          waiting.push(other)
        }
    }
  })
  const largest = new Map<number, number>()
  labels.forEach((label, face) => {
    if (label < 0) return
    const known = largest.get(label)
    if (known === undefined || areas[pieceOf[face]!]! > areas[known]!) largest.set(label, pieceOf[face]!)
  })
  const isIsland = areas.map(() => true)
  labels.forEach((label, face) => {
    for (const other of neighbours[face]!.keys())
      if (label >= 0 && labels[other]! >= 0 && labels[other] !== label) isIsland[pieceOf[face]!] = false
  })
  labels.forEach((label, face) => {
    if (label >= 0 && pieceOf[face] !== largest.get(label) && !isIsland[pieceOf[face]!]) labels[face] = open
  })
}
