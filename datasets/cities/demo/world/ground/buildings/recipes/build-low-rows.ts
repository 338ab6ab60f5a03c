import type {Draw} from '../../../../tools/numbers/draw.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {distance, heading, type Point, step} from '../../../../tools/space/vector.ts'
import {placeSchool} from '../institutions/place-school.ts'
import {laySnake, type Snake} from '../panels/lay-snake.ts'
import {lowStairs} from '../panels/panel-type.ts'
import type {SlabField} from '../panels/slab-field.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {frontLines} from '../site/front-lines.ts'
import {frame, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {fillRows} from './fill-rows.ts'
import {isStreet} from './is-street.ts'

/** Two-storey houses of the first years after the war along the streets and in rows behind them, sheds between. */
export function buildLowRows(town: Town, block: Block, field: SlabField): void {
  const draw = town.draw('low', block)
  const year = 1947 + draw.below(9)
  const snake = (): Snake => ({
    panels: lowStairs,
    year: year + draw.below(5),
    roof: 'hipped',
    clearance: {road: 2, gap: 7},
    fewest: 2,
    most: 2 + draw.below(2),
    gapMetres: 11,
  })
  const {at} = deepestPlace(town.site, block)
  const isServed = town.drafts.some(
    ({kind, shape}) => kind === 'kindergarten' && distance(shape.outline[0]!, at) < 480,
  )
  if (block.squareMetres > 26_000 && !isServed)
    placeSchool(
      town,
      block,
      at,
      block.quarter.along,
      {kind: 'kindergarten', year, storeys: 2, gap: 8, road: 3},
      draw,
    )
  for (const {line} of frontLines(block, isStreet, isMain => (isMain ? 5 : 3) + lowStairs.depthMetres / 2))
    line.slice(1).forEach((to, index) => {
      const from = line[index]!
      const along = heading(from, to)
      laySnake(town, block, field, [step(from, along, 3), to], snake())
    })
  fillRows(town, block, field, snake(), draw)
  scatterSheds(town, block, year, draw)
}

/** Rows of sheds for firewood and bicycles in the courts. */
function scatterSheds(town: Town, block: Block, year: number, draw: Draw): void {
  const [west, south, east, north] = boxOf(block.ring)
  const count = Math.round(block.squareMetres / 9000)
  for (let index = 0; index < count; index++) {
    const near: Point = [draw.between(west, east), draw.between(south, north)]
    if (!isInside(near, block.ring)) continue
    const at = frame(near, block.quarter.along)
    const shape = union(at, [[0, 0, draw.between(9, 22), 3.6]])
    town.build('shed', shape, block, {storeys: 1, year: year + 6, clearance: {road: 2, gap: 5}})
  }
}
