import {dot, heading} from '../../../../tools/space/vector.ts'
import type {Network, RoadClass} from '../../ground.ts'
import {rankOf} from './join-strokes.ts'
import {type Stroke, strokeAlong} from './stroke.ts'

/** The longest that a street of each class is, in metres; a longer one goes on under another name. */
const longest: Record<RoadClass, number> = {
  avenue: 3600,
  main: 3000,
  street: 2600,
  local: 1900,
  lane: 1200,
  path: 2500,
  rail: Infinity,
}

/** A part that is shorter than this is not worth a name of its own. */
const shortestPart = 320

/**
 * Cuts a stroke into streets: where a wide road becomes a narrow one, at the foot of a slope down to the shore, where
 * its direction has turned by a right angle, and where it would be too long.
 * @param crossing the rank of the widest other road at a node; streets begin and end at the widest they meet
 */
export function splitStroke(network: Network, stroke: Stroke, crossing: (node: number) => number): Stroke[] {
  const cut =
    cutWhere(network, stroke, changesWidth(network, stroke)) ??
    cutWhere(network, stroke, footOfDescent(network, stroke)) ??
    cutWhere(network, stroke, turnsAway(network, stroke)) ??
    (stroke.lengthMetres > longest[stroke.class]
      ? cutWhere(network, stroke, nearMiddle(stroke, network, crossing))
      : null)
  return cut === null ? [stroke] : cut.flatMap(part => splitStroke(network, part, crossing))
}

/** The stroke in two at its node of this index; null where that is none. */
function cutWhere(network: Network, {edges, nodes}: Stroke, index: number): [Stroke, Stroke] | null {
  if (index <= 0 || index >= edges.length) return null
  return [
    strokeAlong(network, edges.slice(0, index), nodes.slice(0, index + 1)),
    strokeAlong(network, edges.slice(index), nodes.slice(index)),
  ]
}

/** Metres from the stroke's beginning to each of its nodes. */
function metresAlong(network: Network, {edges}: Stroke): number[] {
  const along = [0]
  for (const edge of edges) along.push(along[along.length - 1]! + network.edges[edge]!.lengthMetres)
  return along
}

/** Index of the node where avenues and main roads end and narrower ones begin, both parts long; −1 without one. */
function changesWidth(network: Network, stroke: Stroke): number {
  const along = metresAlong(network, stroke)
  const isWide = stroke.edges.map(edge => rankOf[network.edges[edge]!.class] <= rankOf.main)
  return isWide.findIndex(
    (wide, index) =>
      index > 0 &&
      wide !== isWide[index - 1] &&
      along[index]! > shortestPart &&
      stroke.lengthMetres - along[index]! > shortestPart,
  )
}

/** Index of the node where a road that came down to the shore goes on level; −1 where none does. */
function footOfDescent(network: Network, stroke: Stroke): number {
  if (rankOf[stroke.class] < rankOf.street) return -1
  const along = metresAlong(network, stroke)
  const heights = stroke.nodes.map(node => network.nodes[node]!.heightMetres)
  const last = heights.length - 1
  /** Is the way from a node to this end low and level, and the way to the other end high? */
  const isFoot = (index: number, end: number) => {
    const toEnd = end === 0 ? heights.slice(0, index + 1) : heights.slice(index)
    const fromTop = end === 0 ? heights.slice(index) : heights.slice(0, index + 1)
    return (
      Math.abs(along[end]! - along[index]!) > 150 &&
      Math.max(...toEnd) < shoreMetres &&
      Math.max(...fromTop) - heights[index]! > descentMetres
    )
  }
  for (let index = 1; index < last; index++) if (isFoot(index, last)) return index
  for (let index = last - 1; index > 0; index--) if (isFoot(index, 0)) return index
  return -1
}

/** Ground below this is the shore; a descent to it comes down by at least so much. */
const shoreMetres = 6
const descentMetres = 10

/** Index of the node where the stroke has turned most, if it has turned by 70° or more; −1 otherwise. */
function turnsAway(network: Network, stroke: Stroke): number {
  const along = metresAlong(network, stroke)
  const reach = 220
  let sharpest = 0.35
  let found = -1
  for (let index = 1; index < stroke.edges.length; index++) {
    const here = along[index]!
    if (here < shortestPart || stroke.lengthMetres - here < shortestPart) continue
    let before = index
    while (before > 0 && here - along[before]! < reach) before--
    let after = index
    while (after < stroke.edges.length && along[after]! - here < reach) after++
    const [a, b, c] = [before, index, after].map(at => network.nodes[stroke.nodes[at]!]!.at)
    const straightness = dot(heading(a!, b!), heading(b!, c!))
    if (straightness < sharpest) {
      sharpest = straightness
      found = index
    }
  }
  return found
}

/** Index of the node in the middle third at which the widest other road is met, the most central of them. */
function nearMiddle(stroke: Stroke, network: Network, crossing: (node: number) => number): number {
  const along = metresAlong(network, stroke)
  let best = -1
  let least = Infinity
  for (let index = 1; index < stroke.edges.length; index++) {
    const away = Math.abs(along[index]! / stroke.lengthMetres - 0.5)
    if (away > 0.25) continue
    const cost = crossing(stroke.nodes[index]!) + 4 * away
    if (cost < least) {
      least = cost
      best = index
    }
  }
  return best
}
