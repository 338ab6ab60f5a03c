import {isInside} from '../../../../tools/space/is-inside.ts'
import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import {laySnake} from '../panels/lay-snake.ts'
import type {Estate} from './estate.ts'

type Line = readonly (readonly [along: number, aside: number])[]

/** Courts as lines of slabs, in shares of the court's length and depth. */
const courts: readonly (readonly Line[])[] = [
  // Open to the one end and to the other.
  [
    [
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 1],
    ],
  ],
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
  ],
  // Open to the side.
  [
    [
      [0, 1],
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  ],
  // A corner, and a slab opposite it.
  [
    [
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [0.45, 1],
      [1, 1],
    ],
  ],
  // Two parallel slabs.
  [
    [
      [0, 0],
      [1, 0],
    ],
    [
      [0, 1],
      [1, 1],
    ],
  ],
]

const rimMetres = 20

/** Courts inside the block, in rows parallel to its quarter. */
export function layCourts({town, block, field, panels, manner, draw, snake}: Estate): void {
  const ahead = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
  const box = boxAlong(block.ring, ahead)
  const {sectionMetres, depthMetres, facingMetres, acrossMetres} = panels
  const length = (4 + draw.below(2)) * sectionMetres
  const depth = depthMetres + facingMetres + 8 + draw.between(0, 14)
  for (let y = box.right + rimMetres; y < box.left - rimMetres; y += depth + facingMetres + depthMetres)
    for (let x = box.from + rimMetres; x < box.to - rimMetres; x += length + acrossMetres + depthMetres) {
      const place = (along: number, aside: number): Point =>
        step([0, 0], ahead, x + along * length, y + aside * depth)
      if (!isInside(place(0.5, 0.5), block.ring)) continue
      // Behind slabs that stand with their ends to the street most are parallel as well.
      const court = manner === 'comb' && draw.chance(0.4) ? courts.at(-1)! : draw.pick(courts)
      for (const line of court) {
        const path = line.map(([along, aside]) => place(along, aside))
        laySnake(town, block, field, path, snake({most: 9, fewest: 3}))
      }
    }
}
