import {distance, type Point} from '../../space/vector.ts'
import type {Network} from '../ground.ts'
import type {Layout, Zone} from '../layout.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {rankOf} from './join-strokes.ts'
import {type Stroke, strokeAlong} from './stroke.ts'

/** A square: a piece of a main street that has a name of its own. */
export type SquareSite = {word: string; edge: number; node: number}

/** How far from where it is wanted a square may lie, in metres. */
const reach = 450

/**
 * Where squares are: at the main crossing of the centre, at the harbour gate, at the railway, at the market and in the
 * midst of estates and suburbs, each at the widest crossing nearby.
 */
export function findSquares(network: Network, layout: Layout, strokes: readonly Stroke[]): SquareSite[] {
  const {centre} = layout.landmarks
  const wanted: [word: string, at: Point | undefined][] = [
    ['Соборна', centre(900, 560)],
    ['Портова', centre(1000, 0)],
    ['Театральна', centre(450, 560)],
    ['Вокзальна', railwayNearest(network, centre(900, 1300))],
    ['Ринкова', quarterCentre(layout, 'market')],
    ['Молодіжна', quarterCentre(layout, 'micro')],
    ['Ювілейна', quarterCentre(layout, 'khrushchev')],
    ['Морська', quarterCentre(layout, 'resort')],
    ['Зарічна', quarterCentre(layout, 'khrushchev', 3) ?? quarterCentre(layout, 'garden', 3)],
    ['Заводська', quarterCentre(layout, 'industry')],
  ]
  const taken = new Set<number>()
  const sites: SquareSite[] = []
  for (const [word, at] of wanted) {
    if (!at) continue
    const site = siteNear(network, strokes, at, taken)
    if (!site) continue
    taken.add(site.node)
    sites.push({word, ...site})
  }
  return sites
}

/** The crossing of the widest roads near a place, and the edge that becomes the square: the widest and shortest there. */
function siteNear(
  {nodes, edges}: Network,
  strokes: readonly Stroke[],
  at: Point,
  taken: ReadonlySet<number>,
): {edge: number; node: number} | undefined {
  const meeting = new Map<number, number[]>()
  for (const stroke of strokes)
    for (const [index, node] of stroke.nodes.entries()) {
      if (distance(nodes[node]!.at, at) > reach) continue
      const around = meeting.get(node) ?? []
      for (const edge of [stroke.edges[index - 1], stroke.edges[index]])
        if (edge !== undefined) around.push(edge)
      meeting.set(node, around)
    }
  let best: {edge: number; node: number} | undefined
  let least = Infinity
  for (const [node, around] of meeting) {
    if (around.length < 3 || [...taken].some(other => distance(nodes[other]!.at, nodes[node]!.at) < 300))
      continue
    const ranks = around.map(edge => rankOf[edges[edge]!.class]).sort((a, b) => a - b)
    const cost = ranks[0]! + ranks[2]! + distance(nodes[node]!.at, at) / 120
    if (cost >= least) continue
    const [widest] = around
      .filter(
        edge => edges[edge]!.lengthMetres > 45 && edges[edge]!.lengthMetres < 190 && !edges[edge]!.isBridge,
      )
      .sort(
        (a, b) =>
          rankOf[edges[a]!.class] - rankOf[edges[b]!.class] ||
          edges[a]!.lengthMetres - edges[b]!.lengthMetres ||
          a - b,
      )
    if (widest === undefined || rankOf[edges[widest]!.class] > rankOf.street) continue
    least = cost
    best = {edge: widest, node}
  }
  return best
}

/** The stroke without one of its edges, and that edge as a stroke of its own, the square first. */
export function cutOut(network: Network, stroke: Stroke, edge: number): Stroke[] {
  const at = stroke.edges.indexOf(edge)
  const piece = (from: number, to: number) =>
    strokeAlong(network, stroke.edges.slice(from, to), stroke.nodes.slice(from, to + 1))
  return [
    piece(at, at + 1),
    ...(at > 0 ? [piece(0, at)] : []),
    ...(at + 1 < stroke.edges.length ? [piece(at + 1, stroke.edges.length)] : []),
  ]
}

function railwayNearest({nodes, edges}: Network, at: Point): Point | undefined {
  let best: Point | undefined
  let least = Infinity
  for (const edge of edges) {
    if (edge.class !== 'rail') continue
    const here = nodes[edge.from]!.at
    if (distance(here, at) < least) {
      least = distance(here, at)
      best = here
    }
  }
  return best
}

/** The centre of gravity of the largest quarter of a zone, in a district where one is named. */
function quarterCentre({quarterOf, quarters}: Layout, zone: Zone, district?: number): Point | undefined {
  const step = 10
  const sums = new Map<number, {count: number; x: number; y: number}>()
  for (let row = 0; row < terrainCells; row += step)
    for (let column = 0; column < terrainCells; column += step) {
      const quarter = quarterOf[row * terrainCells + column]! - 1
      const its = quarters[quarter]
      if (its?.zone !== zone || (district !== undefined && its.district !== district)) continue
      const sum = sums.get(quarter) ?? {count: 0, x: 0, y: 0}
      sum.count++
      sum.x += column * cellMetres
      sum.y += row * cellMetres
      sums.set(quarter, sum)
    }
  const [largest] = [...sums.values()].sort((a, b) => b.count - a.count || a.x - b.x)
  return largest && [largest.x / largest.count, largest.y / largest.count]
}
