import type {Point} from '../../../../tools/space/vector.ts'
import {type Solid, SolidBuilder} from './solid.ts'

/** A body with a flat roof over an outline (counter-clockwise) with courtyards (clockwise). */
export function prism(
  outline: readonly Point[],
  holes: readonly (readonly Point[])[],
  ground: number,
  top: number,
): Solid {
  const solid = new SolidBuilder()
  const rings = [outline, ...holes]
  const low = rings.map(ring => ring.map(at => solid.corner(at, ground)))
  const high = rings.map(ring => ring.map(at => solid.corner(at, top)))
  solid.face('ground', ...low.map(ring => ring.toReversed()))
  for (const [index, ring] of low.entries()) walls(solid, ring, high[index]!)
  solid.face('roof', ...high)
  return solid.done()
}

/** Upright walls between two rings of the same plan. */
export function walls(solid: SolidBuilder, low: readonly number[], high: readonly number[]): void {
  for (const [index, from] of low.entries()) {
    const next = (index + 1) % low.length
    solid.face('wall', [from, low[next]!, high[next]!, high[index]!])
  }
}
