import {cross, distance, heading, minus, type Point, step} from '../../../../tools/space/vector.ts'
import {roadMetres} from '../../layout/layout.ts'
import type {Enclosure} from './blocks.ts'

/** The outline of a block inside the property lines of its roads; right where the block is not much narrower than they. */
export function propertyRing({ring, edges}: Enclosure): Point[] {
  const sides = ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    const along = heading(from, to)
    return {at: step(from, along, 0, roadMetres[edges[index]!.class] / 2), along, metres: distance(from, to)}
  })
  return sides.map((side, index) => {
    const before = sides[(index + sides.length - 1) % sides.length]!
    const turn = cross(before.along, side.along)
    // Nearly straight on: the lines meet far away or nowhere.
    if (Math.abs(turn) < 0.15) return side.at
    return step(before.at, before.along, cross(minus(side.at, before.at), side.along) / turn)
  })
}
