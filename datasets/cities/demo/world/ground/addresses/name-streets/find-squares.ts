import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {between, distance, type Point} from '../../../../tools/space/vector.ts'
import {districtIndex} from '../../../districts.ts'
import type {Edge, Network} from '../../ground.ts'
import type {Layout, Site, Zone} from '../../layout/layout.ts'
import {cellMetres, terrainCells} from '../../terrain.ts'
import {rankOf} from './join-strokes.ts'
import {type Stroke, strokeAlong} from './stroke.ts'

/** A square: pieces of roads that have a name of their own. */
export type SquareSite = {word: string; edges: number[]}

/** How far from where it is wanted a square without ground of its own may lie, and squares from each other, in metres. */
const reach = 450
const apart = 260

/** Names of the squares that the plan has ground for, by kind, the nearest to the centre first. */
const siteWords: Partial<Record<Site['kind'], string[]>> = {
  square: ['Соборна', 'Театральна', 'Ратушна', 'Музейна', 'Музична', 'Фонтанна'],
  market: ['Ринкова', 'Ярмаркова'],
  'railway-station': ['Вокзальна'],
  'passenger-port': ['Портова'],
}

/** Squares that are no more than a crossing, in the midst of the largest quarter of a kind. */
const crossingWords: [word: string, zone: Zone, district?: number][] = [
  ['Молодіжна', 'micro'],
  ['Ювілейна', 'khrushchev'],
  ['Морська', 'resort'],
  ['Зарічна', 'garden', districtIndex.zarichchianskyi],
  ['Заводська', 'industry'],
]

/**
 * Where squares are: around the ground that the plan keeps for one, at the station, the port and the markets, and at
 * main crossings of estates and suburbs.
 */
export function findSquares(network: Network, layout: Layout, strokes: readonly Stroke[]): SquareSite[] {
  const main = layout.landmarks.centre(900, 560)
  const taken: Point[] = []
  const squares: SquareSite[] = []
  const add = (word: string, edges: number[]) => {
    if (edges.length === 0) return
    const [from, to] = [network.edges[edges[0]!]!.from, network.edges[edges[0]!]!.to]
    taken.push(between(network.nodes[from]!.at, network.nodes[to]!.at, 0.5))
    squares.push({word, edges})
  }
  for (const [kind, words] of Object.entries(siteWords)) {
    const sites = layout.sites.filter(site => site.kind === kind)
    sites.sort((a, b) => distance(ringCentroid(a.ring), main) - distance(ringCentroid(b.ring), main))
    for (const [index, {ring}] of sites.slice(0, words.length).entries()) {
      const around = edgesAround(network, strokes, ring)
      const metres = around.reduce((sum, edge) => sum + network.edges[edge]!.lengthMetres, 0)
      add(words[index]!, metres > 60 ? around : crossingNear(network, strokes, ringCentroid(ring), taken))
    }
  }
  for (const [word, zone, district] of crossingWords) {
    const at = quarterCentre(layout, zone, district)
    if (at) add(word, crossingNear(network, strokes, at, taken))
  }
  // A road between two squares belongs to the first.
  const owned = new Set<number>()
  return squares.map(({word, edges}) => {
    const own = edges.filter(edge => !owned.has(edge))
    for (const edge of own) owned.add(edge)
    return {word, edges: own}
  })
}

/** Streets along the sides of a square; avenues and main roads pass it under their own names. */
function edgesAround({nodes, edges}: Network, strokes: readonly Stroke[], ring: readonly Point[]): number[] {
  const around: number[] = []
  for (const stroke of strokes)
    for (const index of stroke.edges) {
      const {from, to, class: roadClass, isBridge} = edges[index]!
      if (isBridge || (roadClass !== 'street' && roadClass !== 'local')) continue
      const isBeside = [0.15, 0.5, 0.85].every(share => {
        const at = between(nodes[from]!.at, nodes[to]!.at, share)
        return ring.some(
          (corner, side) =>
            nearestOnSegment(at, corner, ring[(side + 1) % ring.length]!).metres < besideMetres,
        )
      })
      if (isBeside) around.push(index)
    }
  return around.sort((a, b) => a - b)
}

/** From the middle of a road to the ground beside it, at the most. */
const besideMetres = 17

/** One edge at the crossing of the widest roads near a place, the widest and shortest there; none where no crossing is. */
function crossingNear(
  {nodes, edges}: Network,
  strokes: readonly Stroke[],
  at: Point,
  taken: readonly Point[],
): number[] {
  const meeting = new Map<number, number[]>()
  for (const stroke of strokes)
    for (const [index, node] of stroke.nodes.entries()) {
      if (distance(nodes[node]!.at, at) > reach) continue
      const around = meeting.get(node) ?? []
      for (const edge of [stroke.edges[index - 1], stroke.edges[index]])
        if (edge !== undefined) around.push(edge)
      meeting.set(node, around)
    }
  let best: number | undefined
  let least = Infinity
  for (const [node, around] of meeting) {
    const here = nodes[node]!.at
    if (around.length < 3 || taken.some(other => distance(other, here) < apart)) continue
    const ranks = around.map(edge => rankOf[edges[edge]!.class]).sort((a, b) => a - b)
    const cost = ranks[0]! + ranks[2]! + distance(here, at) / 120
    if (cost >= least) continue
    const [widest] = around
      .filter(edge => isSquareLike(edges[edge]!))
      .sort(
        (a, b) =>
          rankOf[edges[a]!.class] - rankOf[edges[b]!.class] ||
          edges[a]!.lengthMetres - edges[b]!.lengthMetres ||
          a - b,
      )
    if (widest === undefined) continue
    least = cost
    best = widest
  }
  return best === undefined ? [] : [best]
}

const isSquareLike = ({lengthMetres, isBridge, class: roadClass}: Edge) =>
  lengthMetres > 45 && lengthMetres < 190 && !isBridge && rankOf[roadClass] <= rankOf.street

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
