import {eightWays} from '../../../../tools/space/eight-ways.ts'
import {between, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import type {Network} from '../../ground.ts'
import type {Layout, Zone} from '../../layout/layout.ts'
import {cellAt} from '../../terrain/cell-at.ts'
import {terrainCells, waterKinds} from '../../terrain.ts'
import type {Stroke} from './stroke.ts'

/** Where a stroke runs. */
export type StrokePlace = {
  /** Half-way along it. */
  middle: Point
  /** From its first node to its last. */
  direction: Point
  /** Of the land on both sides, by share. */
  zones: Map<Zone | 'none', number>
  /** The zone and the quarter (index, −1 for none) that it has most of. */
  zone: Zone | 'none'
  quarter: number
  district: number
  /** Share of its length beside which water lies, within 70 metres. */
  atWater: number
  /** How far it is from the middle to the sea, and to the river; up to 1,000 metres. */
  seaMetres: number
  riverMetres: number
  /** Heights of its ends and its highest slope between them, in metres. */
  lowMetres: number
  highMetres: number
}

const asideMetres = 35
const waterMetres = 70

export function placeOf(network: Network, layout: Layout, stroke: Stroke): StrokePlace {
  const zones = new Map<Zone | 'none', number>()
  const quarters = new Map<number, number>()
  let samples = 0
  let wet = 0
  for (const index of stroke.edges) {
    const edge = network.edges[index]!
    const [from, to] = [network.nodes[edge.from]!.at, network.nodes[edge.to]!.at]
    const across = leftOf(heading(from, to))
    const middle = between(from, to, 0.5)
    const weight = edge.lengthMetres
    for (const side of [-1, 1]) {
      const quarter = layout.quarterOf[cellAt(step(middle, across, side * asideMetres))]! - 1
      const zone = layout.quarters[quarter]?.zone ?? 'none'
      zones.set(zone, (zones.get(zone) ?? 0) + weight)
      quarters.set(quarter, (quarters.get(quarter) ?? 0) + weight)
    }
    samples += weight
    if (!edge.isBridge && [-1, 1].some(side => isWater(layout, step(middle, across, side * waterMetres))))
      wet += weight
  }
  for (const [zone, metres] of zones) zones.set(zone, metres / (2 * samples))
  const middle = middleOf(network, stroke)
  const heights = [stroke.nodes[0]!, stroke.nodes[stroke.nodes.length - 1]!].map(
    node => network.nodes[node]!.heightMetres,
  )
  const quarter = mostOf(quarters)
  return {
    middle,
    direction: heading(
      network.nodes[stroke.nodes[0]!]!.at,
      network.nodes[stroke.nodes[stroke.nodes.length - 1]!]!.at,
    ),
    zones,
    zone: mostOf(zones),
    quarter,
    district: layout.quarters[quarter]?.district ?? nearestDistrict(layout, middle),
    atWater: wet / samples,
    seaMetres: metresToWater(layout, middle, 'sea'),
    riverMetres: metresToWater(layout, middle, 'river'),
    lowMetres: Math.min(...heights),
    highMetres: Math.max(...heights),
  }
}

/** The place half-way along a stroke. */
function middleOf(network: Network, {edges, nodes, lengthMetres}: Stroke): Point {
  let left = lengthMetres / 2
  for (const [index, edge] of edges.entries()) {
    const length = network.edges[edge]!.lengthMetres
    const [from, to] = [network.nodes[nodes[index]!]!.at, network.nodes[nodes[index + 1]!]!.at]
    if (left <= length) return between(from, to, length === 0 ? 0 : left / length)
    left -= length
  }
  return network.nodes[nodes[nodes.length - 1]!]!.at
}

/** The key with the largest value; of equal ones the first. */
function mostOf<Key>(shares: Map<Key, number>): Key {
  const [first, ...others] = [...shares]
  let [best, most] = first!
  for (const [key, share] of others)
    if (share > most) {
      best = key
      most = share
    }
  return best
}

const isWater = ({terrain}: Layout, at: Point) => terrain.water[cellAt(at)]! > 0

/** Metres to the nearest such water in eight directions, in steps of 50; 1,000 where there is none nearer. */
function metresToWater({terrain}: Layout, from: Point, kind: (typeof waterKinds)[number]): number {
  const wanted = waterKinds.indexOf(kind)
  for (let metres = 50; metres < 1000; metres += 50)
    if (eightWays.some(direction => terrain.water[cellAt(step(from, direction, metres))] === wanted))
      return metres
  return 1000
}

/** The district of the nearest quarter in eight directions. */
function nearestDistrict({quarterOf, quarters}: Layout, from: Point): number {
  for (let metres = 50; metres < 4 * terrainCells; metres += 50)
    for (const direction of eightWays) {
      const quarter = quarters[quarterOf[cellAt(step(from, direction, metres))]! - 1]
      if (quarter) return quarter.district
    }
  return 0
}
