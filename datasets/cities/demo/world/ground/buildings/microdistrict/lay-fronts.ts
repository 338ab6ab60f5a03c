import {distance, heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import {laySnake} from '../panels/lay-snake.ts'
import {isStreet} from '../recipes/is-street.ts'
import {frontLines} from '../site/front-lines.ts'
import {frame, union} from '../site/shape.ts'
import type {Estate} from './estate.ts'

/** Slabs beside the streets, farther from main ones. */
export function layFronts(estate: Estate): void {
  const {town, block, field, panels, manner, draw, snake} = estate
  const inside = (isMain: boolean) => (isMain ? 15 : 9) + panels.depthMetres / 2
  for (const {line, isMain} of frontLines(block, isStreet, inside)) {
    if (manner === 'bends') {
      laySnake(town, block, field, line, snake({most: 6 + draw.below(4), gapMetres: 20}))
      continue
    }
    line.slice(1).forEach((to, index) => {
      if (manner === 'comb' && !isMain[index]) layComb(estate, line[index]!, to)
      else layOpenCourts(estate, line[index]!, to)
    })
  }
}

/** Courts open to the inside: a slab along the street, and at one or both of its ends a wing inward. */
function layOpenCourts({town, block, field, panels, draw, snake}: Estate, from: Point, to: Point): void {
  const {sectionMetres, depthMetres, acrossMetres} = panels
  const along = heading(from, to)
  const length = distance(from, to)
  const half = depthMetres / 2
  for (let at = 4; at + 3 * sectionMetres < length; ) {
    const wide = Math.min((4 + draw.below(4)) * sectionMetres + depthMetres, length - at)
    const wings = [2 + draw.below(3), 2 + draw.below(3)]
    if (draw.chance(0.3)) wings[draw.below(2)] = 0
    const [left, right] = wings as [number, number]
    const start = left > 0 ? at + half : at
    const end = right > 0 ? at + wide - half : at + wide
    const path = [
      ...(left > 0 ? [step(from, along, start, left * sectionMetres + half)] : []),
      step(from, along, start),
      step(from, along, end),
      ...(right > 0 ? [step(from, along, end, right * sectionMetres + half)] : []),
    ]
    const built = laySnake(town, block, field, path, snake({most: 16, gapMetres: 16}))
    at += built > 2 ? wide + acrossMetres + draw.between(2, 12) : 22
  }
}

/** Slabs with their ends to the street, and low shops between them on the street line. */
function layComb({town, block, field, panels, draw, snake}: Estate, from: Point, to: Point): void {
  const {sectionMetres, depthMetres, facingMetres} = panels
  const along = heading(from, to)
  const length = distance(from, to)
  const pitch = facingMetres + depthMetres + draw.between(2, 8)
  let last = -1
  for (let at = depthMetres; at < length - depthMetres; ) {
    const start = step(from, along, at, -depthMetres / 2)
    const end = step(start, leftOf(along), (3 + draw.below(2)) * sectionMetres + 1)
    if (laySnake(town, block, field, [start, end], snake({})) === 0) {
      at += 12
      continue
    }
    if (last >= 0 && at - last < pitch + 6 && draw.chance(0.6)) {
      const corner = step(from, along, last + depthMetres / 2 + 0.4, 2 - depthMetres / 2)
      const shape = union(frame(corner, along), [[0, 0, at - last - depthMetres - 0.8, 13]])
      town.build('shop', shape, block, {storeys: 1, year: 1974 + draw.below(14), clearance: {road: 3}})
    }
    last = at
    at += pitch
  }
}
