import {boxOf} from '../../../../tools/space/box-of.ts'
import {NearIndex} from '../../../../tools/space/near-index.ts'
import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import {cross, minus, type Point} from '../../../../tools/space/vector.ts'
import type {Building, Network} from '../../ground.ts'
import {roadMetres} from '../../layout/layout.ts'
import type {StreetPiece} from './street-line.ts'

/** Where a building stands on a street. */
export type Frontage = {
  street: number
  /** Metres along the street at the building's middle. */
  along: number
  side: 'left' | 'right'
  /** From the road's edge to the nearest wall. */
  setbackMetres: number
}

/** Finds the streets that buildings front. */
export class Frontages {
  #pieces = new NearIndex<StreetPiece>(80)
  #network: Network

  constructor(network: Network, pieces: readonly StreetPiece[]) {
    this.#network = network
    for (const piece of pieces) this.#pieces.add(piece, boxOf([piece.from, piece.to]))
  }

  /** The streets near a building, each where it is nearest, the nearest street first. Empty beyond a kilometre. */
  of(building: Building): Frontage[] {
    for (const reach of [50, 110, 240, 520, 1200]) {
      const pieces = this.#pieces.near(building.centre, reach)
      if (pieces.length === 0) continue
      const byStreet = new Map<number, Frontage>()
      for (const piece of pieces) {
        const frontage = this.#at(building, piece)
        const known = byStreet.get(piece.street)
        if (!known || frontage.setbackMetres < known.setbackMetres) byStreet.set(piece.street, frontage)
      }
      const found = [...byStreet.values()].sort(
        (a, b) => a.setbackMetres - b.setbackMetres || a.street - b.street,
      )
      // A street farther than the reach could still be nearer than one that only touches the box.
      if (found[0]!.setbackMetres <= reach) return found
    }
    return []
  }

  #at(
    {outline, centre}: Building,
    {street, edge, from, to, startMetres, lengthMetres}: StreetPiece,
  ): Frontage {
    let nearest = Infinity
    for (const corner of outline) nearest = Math.min(nearest, nearestOnSegment(corner, from, to).metres)
    const {share} = nearestOnSegment(centre, from, to)
    return {
      street,
      along: startMetres + share * lengthMetres,
      side: isLeft(from, to, centre) ? 'left' : 'right',
      setbackMetres: nearest - roadMetres[this.#network.edges[edge]!.class] / 2,
    }
  }
}

const isLeft = (from: Point, to: Point, at: Point) => cross(minus(to, from), minus(at, from)) >= 0
