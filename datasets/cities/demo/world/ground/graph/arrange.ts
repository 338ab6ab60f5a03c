import {boxOf} from '../../../tools/space/box-of.ts'
import {NearIndex} from '../../../tools/space/near-index.ts'
import {nearestOnSegment} from '../../../tools/space/nearest-on-segment.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import {between, distance, millimetres, type Point} from '../../../tools/space/vector.ts'
import type {LayoutEdge} from '../layout/layout.ts'
import type {MainLine} from '../plan/main-lines.ts'
import type {GraphEdge, PlaneGraph} from './plane-graph.ts'

/** Where lines lie on one another, the class that comes first here stays: roads run on across tracks. */
const classesByRank: LayoutEdge['class'][] = [
  'avenue',
  'main',
  'street',
  'local',
  'lane',
  'rail',
  'path',
  'limit',
]

type Segment = {a: Point; b: Point; class: LayoutEdge['class']}

/**
 * Cuts lines wherever they cross or one ends on another, and joins ends that are within `weldMetres`. Moving ends to
 * where they join can make new crossings; those are cut in further rounds, at a tighter weld.
 */
export function arrange(lines: readonly MainLine[], weldMetres: number): PlaneGraph {
  let segments: Segment[] = []
  const sorted = classesByRank.flatMap(rank => lines.filter(line => line.class === rank))
  for (const {class: lineClass, points} of sorted)
    for (let index = 0; index + 1 < points.length; index++)
      segments.push({a: points[index]!, b: points[index + 1]!, class: lineClass})
  let graph = cutOnce(segments, weldMetres)
  for (const weld of [2, 0.5, 0.5]) {
    segments = graph.edges.map(({from, to, class: edgeClass}) => ({
      a: graph.nodes[from]!,
      b: graph.nodes[to]!,
      class: edgeClass,
    }))
    graph = cutOnce(segments, Math.min(weld, weldMetres))
  }
  return graph
}

function cutOnce(segments: readonly Segment[], weld: number): PlaneGraph {
  const index = new NearIndex<number>(60)
  for (const [at, {a, b}] of segments.entries()) index.add(at, boxOf([a, b]))
  const cuts: number[][] = segments.map(() => [0, 1])
  segments.forEach(({a, b}, at) => {
    for (const other of index.touching(boxOf([a, b], weld))) {
      if (other === at) continue
      const {a: c, b: d} = segments[other]!
      if (other > at) {
        const crossing = segmentCrossing(a, b, c, d)
        if (crossing) {
          cuts[at]!.push(crossing[0])
          cuts[other]!.push(crossing[1])
        }
      }
      for (const end of [c, d]) {
        const {metres, share} = nearestOnSegment(end, a, b)
        if (metres < weld && share > 0 && share < 1) cuts[at]!.push(share)
      }
    }
  })

  const nodes = new Welder(weld)
  const edges: GraphEdge[] = []
  const seen = new Set<number>()
  segments.forEach(({a, b, class: edgeClass}, at) => {
    const ends = cuts[at]!.sort((first, second) => first - second).map(share =>
      nodes.at(between(a, b, share)),
    )
    for (let part = 0; part + 1 < ends.length; part++) {
      const from = ends[part]!
      const to = ends[part + 1]!
      const key = Math.min(from, to) * 1_000_000 + Math.max(from, to)
      if (from === to || seen.has(key)) continue
      seen.add(key)
      edges.push({from, to, class: edgeClass})
    }
  })
  return {nodes: nodes.places, edges}
}

/** Numbers places so that those closer than the weld are one: the first. */
class Welder {
  places: Point[] = []
  #weld: number
  #size: number
  #cells = new Map<number, number[]>()

  constructor(weld: number) {
    this.#weld = weld
    this.#size = Math.max(weld, 1)
  }

  at(point: Point): number {
    const column = Math.floor(point[0] / this.#size)
    const row = Math.floor(point[1] / this.#size)
    let nearest = this.#weld
    let found = -1
    for (let up = row - 1; up <= row + 1; up++)
      for (let across = column - 1; across <= column + 1; across++)
        for (const node of this.#cells.get(up * 65_536 + across) ?? []) {
          const metres = distance(this.places[node]!, point)
          if (metres < nearest) {
            nearest = metres
            found = node
          }
        }
    if (found >= 0) return found
    const node = this.places.push([millimetres(point[0]), millimetres(point[1])]) - 1
    const key = row * 65_536 + column
    const cell = this.#cells.get(key)
    if (cell) cell.push(node)
    else this.#cells.set(key, [node])
    return node
  }
}
