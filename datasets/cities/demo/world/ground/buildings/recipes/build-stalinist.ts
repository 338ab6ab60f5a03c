import type {Draw} from '../../../../tools/numbers/draw.ts'
import {distance, heading, type Point, step} from '../../../../tools/space/vector.ts'
import {laySnake, type Snake} from '../panels/lay-snake.ts'
import {brickStairs} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import type {Block} from '../site/blocks.ts'
import {type FrontLine, frontLines} from '../site/front-lines.ts'
import type {Town} from '../site/town.ts'
import {fillRows} from './fill-rows.ts'
import {isStreet} from './is-street.ts'

/**
 * A block of 1936 to 1956: houses along the streets that turn its corners a storey higher, with ways through to a green
 * court. Away from the main streets they are lower.
 */
export function buildStalinist(town: Town, block: Block, field: SlabField): void {
  const draw = town.draw('stalinist', block)
  const isGrand = block.edges.some(({class: road}) => road === 'avenue' || road === 'main')
  const isEarly = draw.chance(0.3)
  const snake = (storeys: number): Snake => ({
    panels: brickStairs,
    year: isEarly ? 1936 + draw.below(5) : 1946 + draw.below(11),
    storeys,
    roof: 'hipped',
    clearance: {road: 0.5, gap: 4},
    fewest: 2,
    most: isGrand ? 5 : 4,
    gapMetres: 6,
  })
  const storeysBeside = (isMain: boolean) => (isMain ? 4 : isGrand ? 3 : 2) + draw.below(2)
  const {depthMetres} = brickStairs
  const inside = (isMain: boolean) => (isMain ? 1 : 3) + depthMetres / 2
  const lines = frontLines(block, isStreet, inside)
  for (const line of lines) turnCorners(town, block, field, line, snake, storeysBeside, draw)
  for (const {line, isMain} of lines)
    line.slice(1).forEach((to, index) => {
      const from = line[index]!
      const along = heading(from, to)
      // In stretches, each house of its own height and year.
      const length = distance(from, to)
      for (let at = 1; at < length; ) {
        const most = 2 + draw.below(isGrand ? 4 : 3)
        const wanted = most * brickStairs.sectionMetres
        const end = Math.min(length - 1, at + wanted)
        const built = laySnake(
          town,
          block,
          field,
          [step(from, along, at), step(from, along, end)],
          snake(storeysBeside(isMain[index]!)),
        )
        at += built > 0 ? built * brickStairs.sectionMetres + (draw.chance(0.6) ? 5.5 : 14) : 5
      }
    })
  fillRows(
    town,
    block,
    field,
    {
      ...snake(2),
      panels: {
        ...brickStairs,
        sectionMetres: 15,
        depthMetres: 11.4,
        flatsPerSection: 8,
        facingMetres: 26,
        acrossMetres: 14,
        endMetres: 12,
      },
      clearance: {road: 6, gap: 12},
      fewest: 2,
      most: 3,
    },
    draw,
  )
}

/** Houses around the corners where two streets meet at about a right angle. */
function turnCorners(
  town: Town,
  block: Block,
  field: SlabField,
  {line, isMain}: FrontLine,
  snake: (storeys: number) => Snake,
  storeysBeside: (isMain: boolean) => number,
  draw: Draw,
): void {
  const {sectionMetres} = brickStairs
  const reach = (from: Point, to: Point) =>
    step(
      from,
      heading(from, to),
      Math.min(distance(from, to) - 2, (1 + draw.below(2)) * sectionMetres + brickStairs.depthMetres / 2),
    )
  for (let index = 1; index + 1 < line.length; index++) {
    const at = line[index]!
    const before = line[index - 1]!
    const after = line[index + 1]!
    const storeys = storeysBeside(isMain[index - 1]! || isMain[index]!) + 1
    laySnake(town, block, field, [reach(at, before), at, reach(at, after)], snake(storeys))
  }
}
