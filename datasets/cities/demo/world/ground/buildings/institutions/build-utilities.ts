import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {type Rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {type Spread, spread} from './spread.ts'

type Utility = Spread & {
  topic: 'power-substation' | 'pumping-station'
  plot: readonly [width: number, depth: number]
  house: Rectangle
  storeys: number
}

const utilities: Utility[] = [
  {
    topic: 'power-substation',
    zones: ['industry', 'garden', 'field'],
    apartMetres: 2200,
    leastSquareMetres: 6000,
    most: 5,
    plot: [48, 38],
    house: [6, 24, 24, 34],
    storeys: 2,
  },
  {
    topic: 'pumping-station',
    zones: ['garden', 'village', 'park', 'industry', 'resort'],
    apartMetres: 1300,
    leastSquareMetres: 6000,
    most: 10,
    plot: [24, 20],
    house: [5, 6, 17, 14],
    storeys: 1,
  },
]

/** What the city runs on: transformers and pumps behind fences. */
export function buildUtilities(town: Town, blocks: readonly Block[]): void {
  for (const utility of utilities) spread(town, blocks, utility, block => fenced(town, block, utility))
}

function fenced(town: Town, block: Block, {topic, plot, house, storeys}: Utility): boolean {
  const draw = town.draw(topic, block)
  const {at: near} = deepestPlace(town.site, block)
  const room = findRoom(town, block, near, block.quarter.along, plot, {road: 3, gap: 5}, draw)
  if (!room) return false
  const plan = {storeys, year: 1955 + draw.below(33), role: topic}
  if (!town.build('substation', union(room.at, [house]), block, plan)) return false
  town.site.take(room.plot)
  town.parcel(room.plot, block)
  return true
}
