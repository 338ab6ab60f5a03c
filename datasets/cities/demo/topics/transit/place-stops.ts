import {heading, leftOf, type Point, step} from '../../tools/space/vector.ts'
import type {Network} from '../../world/ground/ground.ts'
import {roadMetres} from '../../world/ground/layout/layout.ts'
import type {Way} from './road-paths.ts'

/** A place where vehicles of one direction stop: beyond a crossing, on the right. */
export type Stop = {at: Point; node: number; edge: number; isForward: boolean; aheadMetres: number}

/** A stop of a line, and how far along the line it is. */
export type StopOnLine = {stop: number; metres: number}

/** Metres between stops that one likes, that are the least, and the least to either end. */
const spacing = {wanted: 280, shared: 240, least: 190, open: 800}
/** How far ahead one looks for a stop that is there already. */
const lookAhead = 120
/** From the middle of a crossing to a stop beyond it. */
const beyondCrossing = 28

/** Places stops along lines, and lets lines that run together share them. */
export class Stops {
  readonly all: Stop[] = []
  #network: Network
  #degree: Uint8Array
  #byWay = new Map<number, number>()
  #nodes = new Set<number>()

  constructor(network: Network) {
    this.#network = network
    this.#degree = new Uint8Array(network.nodes.length)
    for (const edge of network.edges)
      if (edge.speedKmh > 0) {
        this.#degree[edge.from]!++
        this.#degree[edge.to]!++
      }
  }

  /** The stops along ways, from the first to the last. */
  along(ways: readonly Way[]): StopOnLine[] {
    const startOf: number[] = []
    let total = 0
    for (const way of ways) {
      startOf.push(total)
      total += way.lengthMetres
    }
    const found: StopOnLine[] = []
    const add = (index: number) => {
      const stop = this.#stopOn(ways[index]!)
      found.push({stop, metres: startOf[index]! + this.all[stop]!.aheadMetres})
    }
    add(0)
    for (let index = 1; index < ways.length - 1; index++) {
      const way = ways[index]!
      if (way.lengthMetres < 18) continue
      const metres = startOf[index]! + aheadOn(way)
      const since = metres - found[found.length - 1]!.metres
      if (since < spacing.least || total - metres < spacing.least) continue
      if (this.#byWay.has(keyOf(way))) {
        add(index)
        continue
      }
      if (this.#nodes.has(way.from)) {
        if (since >= spacing.shared) add(index)
        continue
      }
      const isOpen = this.#network.edges[way.edge]!.speedKmh > 60
      const isCrossing = this.#degree[way.from]! > 2
      if (since < (isOpen ? spacing.open : spacing.wanted) || (!isCrossing && since < 2 * spacing.wanted))
        continue
      if (!this.#hasStopAhead(ways, index, startOf)) add(index)
    }
    this.#addLast(ways, startOf, total, found)
    return found
  }

  /** The last stop is at the end of the last way. */
  #addLast(ways: readonly Way[], startOf: readonly number[], total: number, found: StopOnLine[]) {
    const last = ways.length - 1
    const way = ways[last]!
    const ahead = Math.max(way.lengthMetres / 2, way.lengthMetres - 12)
    const known = this.#byWay.get(keyOf(way))
    const metres = startOf[last]! + (known === undefined ? ahead : this.all[known]!.aheadMetres)
    while (found.length > 1 && metres - found[found.length - 1]!.metres < spacing.least / 2) found.pop()
    found.push({stop: known ?? this.#create(way, ahead, way.to), metres: Math.min(total, metres)})
  }

  #stopOn(way: Way): number {
    return this.#byWay.get(keyOf(way)) ?? this.#create(way, aheadOn(way), way.from)
  }

  #create({edge, isForward, from, to}: Way, aheadMetres: number, node: number): number {
    const a = this.#network.nodes[from]!.at
    const direction = heading(a, this.#network.nodes[to]!.at)
    const aside = Math.min(9, roadMetres[this.#network.edges[edge]!.class] * 0.3)
    const right = leftOf(direction)
    const at = step(step(a, direction, aheadMetres), right, -aside)
    const stop = this.all.push({at, node, edge, isForward, aheadMetres}) - 1
    this.#byWay.set(edge * 2 + (isForward ? 0 : 1), stop)
    this.#nodes.add(node)
    return stop
  }

  #hasStopAhead(ways: readonly Way[], index: number, startOf: readonly number[]): boolean {
    for (let next = index + 1; next < ways.length && startOf[next]! - startOf[index]! < lookAhead; next++)
      if (this.#byWay.has(keyOf(ways[next]!)) || this.#nodes.has(ways[next]!.from)) return true
    return false
  }
}

const keyOf = ({edge, isForward}: Way) => edge * 2 + (isForward ? 0 : 1)
const aheadOn = ({lengthMetres}: Way) => Math.min(beyondCrossing, lengthMetres / 2)
