import {dot, heading} from '../../../../tools/space/vector.ts'
import type {Edge, Network, RoadClass} from '../../ground.ts'
import {edgesAtNodes} from '../../network/edges-at-nodes.ts'
import {type Stroke, strokeAlong} from './stroke.ts'

/** How important a road is; neighbours in this order may be one street. */
export const rankOf: Record<RoadClass, number> = {
  avenue: 0,
  main: 1,
  street: 2,
  local: 3,
  lane: 4,
  path: 5,
  rail: 6,
}

/** Cosines of the sharpest turns that a street makes: at a crossing, and where nothing else meets it. */
const straightAtCrossing = 0.82
const straightAtBend = 0.25
/** What a change of class counts beside a turn. */
const classCost = 0.15

/**
 * Joins the edges that may have a name into strokes: at every node the pair that goes on straightest with the least
 * change of class, then the next one. Every such edge is in exactly one stroke.
 */
export function joinStrokes(network: Network, mayHaveName: (edge: Edge) => boolean): Stroke[] {
  const edgesAt = edgesAtNodes(network, mayHaveName)
  const partners = edgesAt.map((edges, node) => pair(network, edges, node))
  const isDone = new Uint8Array(network.edges.length)
  const strokes: Stroke[] = []

  const walk = (start: number, node: number) => {
    const edges: number[] = []
    const nodes: number[] = []
    let edge: number | undefined = start
    let at = node
    while (edge !== undefined && !isDone[edge]) {
      isDone[edge] = 1
      edges.push(edge)
      at = otherEnd(network.edges[edge]!, at)
      nodes.push(at)
      edge = partners[at]!.get(edge)
    }
    return {edges, nodes}
  }

  network.edges.forEach((edge, index) => {
    if (!mayHaveName(edge) || isDone[index]) return
    const ahead = walk(index, edge.from)
    const back = partners[edge.from]!.get(index)
    const behind = back === undefined ? {edges: [], nodes: []} : walk(back, edge.from)
    strokes.push(
      strokeAlong(
        network,
        [...behind.edges.reverse(), ...ahead.edges],
        [...behind.nodes.reverse(), edge.from, ...ahead.nodes],
      ),
    )
  })
  return strokes
}

const otherEnd = ({from, to}: Edge, node: number): number => (from === node ? to : from)

/** For the edges that meet at a node, those that go on as each other. */
function pair({nodes, edges}: Network, meeting: number[], node: number): Map<number, number> {
  const outward = meeting.map(index => heading(nodes[node]!.at, nodes[otherEnd(edges[index]!, node)]!.at))
  const least = meeting.length === 2 ? straightAtBend : straightAtCrossing
  const candidates: {cost: number; first: number; second: number}[] = []
  for (let second = 1; second < meeting.length; second++)
    for (let first = 0; first < second; first++) {
      const straightness = -dot(outward[first]!, outward[second]!)
      const change = Math.abs(rankOf[edges[meeting[first]!]!.class] - rankOf[edges[meeting[second]!]!.class])
      if (straightness >= least && change <= 1)
        candidates.push({
          cost: 1 - straightness + classCost * change,
          first: meeting[first]!,
          second: meeting[second]!,
        })
    }
  candidates.sort((a, b) => a.cost - b.cost || a.first - b.first || a.second - b.second)
  const partners = new Map<number, number>()
  for (const {first, second} of candidates)
    if (!partners.has(first) && !partners.has(second)) {
      partners.set(first, second)
      partners.set(second, first)
    }
  return partners
}
