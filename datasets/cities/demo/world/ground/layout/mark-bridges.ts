import {between, distance, type Point} from '../../../tools/space/vector.ts'
import type {PlaneGraph} from '../graph/plane-graph.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {needsBridge} from '../terrain/grade-lines.ts'
import type {Land} from '../terrain/make-terrain.ts'
import type {LayoutEdge} from './layout.ts'

const sampleMetres = 0.5
/** A deck begins so far before what it crosses. */
const abutmentMetres = 10
/** A road that is longer than this before its deck is an edge of its own. */
const leastApproachMetres = 20

/** The graph with what crosses water or a deep ravine as bridges; a long edge is one over the water alone. */
export function markBridges({nodes, edges}: PlaneGraph, land: Land): PlaneGraph<LayoutEdge> {
  const all = [...nodes]
  const marked: LayoutEdge[] = []
  for (const {from, to, class: edgeClass} of edges) {
    const deck = deckOf(nodes[from]!, nodes[to]!, cell => needsBridge(land, cell, edgeClass))
    if (edgeClass === 'limit' || !deck) {
      marked.push({from, to, class: edgeClass, isBridge: false})
      continue
    }
    const {start, end} = deck
    const first = start ? all.push(start) - 1 : from
    const last = end ? all.push(end) - 1 : to
    if (start) marked.push({from, to: first, class: edgeClass, isBridge: false})
    marked.push({from: first, to: last, class: edgeClass, isBridge: true})
    if (end) marked.push({from: last, to, class: edgeClass, isBridge: false})
  }
  return {nodes: all, edges: marked}
}

/** Where the deck of a straight edge begins and ends, no place for the edge's own ends; undefined where it needs none. */
function deckOf(
  a: Point,
  b: Point,
  isCrossed: (cell: number) => boolean,
): {start: Point | null; end: Point | null} | undefined {
  const metres = distance(a, b)
  const count = Math.ceil(metres / sampleMetres)
  let first = -1
  let last = -1
  for (let part = 0; part <= count; part++) {
    if (!isCrossed(cellAt(between(a, b, part / count)))) continue
    if (first < 0) first = part
    last = part
  }
  if (first < 0) return undefined
  const before = (first / count) * metres - abutmentMetres
  const behind = (1 - last / count) * metres - abutmentMetres
  return {
    start: before > leastApproachMetres ? between(a, b, before / metres) : null,
    end: behind > leastApproachMetres ? between(b, a, behind / metres) : null,
  }
}
