import {areConvexApart} from '../../../../tools/space/are-convex-apart.ts'
import {BoxGrid} from '../../../../tools/space/box-grid.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {planMetres} from '../../../../tools/space/plan-frame.ts'
import {dot, type Point, step} from '../../../../tools/space/vector.ts'
import type {PanelType} from './panel-type.ts'

/** A straight piece of a slab. */
export type Leg = {from: Point; along: Point; lengthMetres: number; depthMetres: number}

/** The legs of all slabs, and the distances they keep from each other. */
export class SlabField {
  #grid = new BoxGrid(planMetres, 60)
  #legs: {ring: Point[]; along: Point; facingMetres: number}[] = []

  /** Does a leg keep its distances from every other? */
  fits(leg: Leg, {facingMetres, acrossMetres, endMetres}: PanelType): boolean {
    const ring = legRing(leg)
    for (const index of this.#grid.touching(boxOf(ring, facingMetres))) {
      const other = this.#legs[index]!
      const isParallel = Math.abs(dot(other.along, leg.along)) > 0.75
      if (!isParallel) {
        if (!areConvexApart(ring, other.ring, acrossMetres)) return false
        continue
      }
      const facing = Math.max(facingMetres, other.facingMetres)
      if (!areConvexApart(legRing(leg, facing, endMetres), other.ring)) return false
    }
    return true
  }

  add(leg: Leg, {facingMetres}: PanelType): void {
    const ring = legRing(leg)
    this.#grid.add(boxOf(ring))
    this.#legs.push({ring, along: leg.along, facingMetres})
  }
}

/** Around a leg, widened on its long sides and at its ends. */
export function legRing({from, along, lengthMetres, depthMetres}: Leg, aside = 0, ahead = 0): Point[] {
  const half = depthMetres / 2 + aside
  return [
    step(from, along, -ahead, -half),
    step(from, along, lengthMetres + ahead, -half),
    step(from, along, lengthMetres + ahead, half),
    step(from, along, -ahead, half),
  ]
}
