import {leftOf, step} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import {findRoom} from '../site/find-room.ts'
import {type Rectangle, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'

type Sanatorium = {size: readonly [number, number]; parts: Rectangle[]; storeys: number}

const sanatoria: Sanatorium[] = [
  {
    size: [96, 54],
    storeys: 7,
    parts: [
      [4, 30, 92, 44],
      [38, 8, 58, 30],
    ],
  },
  {
    size: [84, 60],
    storeys: 5,
    parts: [
      [4, 40, 80, 54],
      [4, 12, 18, 40],
      [60, 18, 80, 40],
    ],
  },
  {
    size: [70, 50],
    storeys: 3,
    parts: [
      [4, 28, 66, 42],
      [28, 42, 42, 47],
      [22, 14, 48, 28],
    ],
  },
]

/** A sanatorium or a boarding house in its park: a main building, wings, a pitch, small houses among the trees. */
export function buildResort(town: Town, block: Block): void {
  const draw = town.draw('resort', block)
  const {at: near} = deepestPlace(town.site, block)
  const {along} = block.quarter
  const year = 1952 + draw.below(36)
  if (block.squareMetres > 9000) {
    const {size, parts, storeys} = draw.pick(sanatoria)
    const room = findRoom(town, block, near, along, size, {road: 4, gap: 6}, draw)
    if (room) town.build('public', union(room.at, parts), block, {storeys, year, role: 'sanatorium'})
    const hectares = block.squareMetres / 10_000
    for (let index = 0; index < Math.min(4, hectares * 0.6); index++) {
      const wing = findRoom(town, block, near, along, [52, 18], {road: 4, gap: 16}, draw)
      if (wing)
        town.build('public', union(wing.at, [[2, 2, 50, 16]]), block, {
          storeys: 2 + draw.below(4),
          year: year + draw.below(12),
        })
    }
    const pitch = findRoom(town, block, near, along, [38, 22], {road: 2, gap: 5}, draw)
    if (pitch) town.yard('pitch', rectangle(pitch.at, [1, 1, 37, 21]))
  }
  // Summer houses in rows.
  const count = Math.min(26, Math.floor(block.squareMetres / 1500))
  for (let index = 0; index < count; index++) {
    const from = step(step(near, along, draw.between(-90, 90)), leftOf(along), draw.between(-90, 90))
    const room = findRoom(town, block, from, along, [9, 8], {road: 3, gap: 6}, draw)
    if (room)
      town.build('dacha', union(room.at, [[1, 1, 8, 7]]), block, {
        storeys: 1,
        roof: 'gabled',
        year: 1962 + draw.below(45),
      })
  }
}
