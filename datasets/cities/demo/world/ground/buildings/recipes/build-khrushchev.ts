import type {Draw} from '../../../../tools/numbers/draw.ts'
import {unitOf} from '../../../../tools/numbers/hash.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {boxAlong} from '../../../../tools/space/oriented-box.ts'
import {distance, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import {placeSchool} from '../institutions/place-school.ts'
import {laySnake, type Snake} from '../panels/lay-snake.ts'
import {fiveStoreys} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import type {Town} from '../site/town.ts'
import {fillRows} from './fill-rows.ts'
import {furnishCourts} from './furnish-courts.ts'

/** A block of five storeys, 1958 to 1970: parallel rows, or groups of three around a court, and a kindergarten. */
export function buildKhrushchev(town: Town, block: Block, field: SlabField): void {
  const draw = town.draw('khrushchev', block)
  const first = 1958 + Math.floor(unitOf(block.quarter.key, 'khrushchev') * 6)
  const snake = (): Snake => ({
    panels: fiveStoreys,
    year: first + draw.below(7),
    storeys: draw.chance(0.08) ? 4 : 5,
    clearance: {road: 5, gap: 8},
    fewest: 2,
    most: 3 + draw.below(2),
    gapMetres: 14,
  })
  const {at} = deepestPlace(town.site, block)
  const {along} = block.quarter
  const isServed = (kind: string, metres: number) =>
    town.drafts.some(draft => draft.kind === kind && distance(draft.shape.outline[0]!, at) < metres)
  const school = {year: first + 2, gap: 8, road: 3}
  if (block.squareMetres > 30_000 && !isServed('school', 520))
    placeSchool(town, block, at, along, {...school, kind: 'school', storeys: 3}, draw)
  if (block.squareMetres > 22_000 && !isServed('kindergarten', 300))
    placeSchool(town, block, at, along, {...school, kind: 'kindergarten', storeys: 2}, draw)
  if (draw.chance(0.6)) rows(town, block, field, snake, draw)
  else groups(town, block, field, snake, draw)
  fillRows(town, block, field, {...snake(), fewest: 2}, draw)
  furnishCourts(town, block, first, draw)
}

/** Parallel slabs over the whole block, their ends in line. */
function rows(town: Town, block: Block, field: SlabField, snake: () => Snake, draw: Draw): void {
  const ahead = draw.chance(0.7) ? leftOf(block.quarter.along) : block.quarter.along
  const {sectionMetres, depthMetres, facingMetres} = fiveStoreys
  const length = 4 * sectionMetres
  overGrid(
    block,
    ahead,
    length + draw.between(14, 24),
    depthMetres + facingMetres + draw.between(2, 9),
    at => {
      laySnake(town, block, field, [at, step(at, ahead, length + 0.5)], snake())
    },
  )
}

/** Two parallel slabs and a third across between their ends. */
function groups(town: Town, block: Block, field: SlabField, snake: () => Snake, draw: Draw): void {
  const ahead = draw.chance(0.5) ? block.quarter.along : leftOf(block.quarter.along)
  const aside = leftOf(ahead)
  const {sectionMetres, depthMetres, acrossMetres} = fiveStoreys
  const length = 4 * sectionMetres + 0.5
  const wide = 3 * sectionMetres + 2 * acrossMetres + depthMetres
  overGrid(block, ahead, length + acrossMetres + depthMetres + 20, wide + 30, at => {
    const isTurned = draw.chance(0.5)
    const across = step(
      isTurned
        ? step(at, ahead, length + acrossMetres + depthMetres / 2)
        : step(at, ahead, -acrossMetres - depthMetres / 2),
      aside,
      acrossMetres,
    )
    laySnake(town, block, field, [at, step(at, ahead, length)], snake())
    laySnake(town, block, field, [step(at, aside, wide), step(step(at, aside, wide), ahead, length)], snake())
    laySnake(town, block, field, [across, step(across, aside, 3 * sectionMetres + 0.5)], snake())
  })
}

/** Places of a grid along a direction that lie in the block. */
function overGrid(
  block: Block,
  ahead: Point,
  stepAhead: number,
  stepAside: number,
  use: (at: Point) => void,
): void {
  const aside = leftOf(ahead)
  const box = boxAlong(block.ring, ahead)
  for (let y = box.right + 14; y < box.left; y += stepAside)
    for (let x = box.from + 12; x < box.to; x += stepAhead) {
      const at: Point = [ahead[0] * x + aside[0] * y, ahead[1] * x + aside[1] * y]
      if (isInside(step(at, ahead, 20), block.ring)) use(at)
    }
}
