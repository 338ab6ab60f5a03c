import {distance, heading, type Point, step} from '../../../../tools/space/vector.ts'
import type {Block} from '../site/blocks.ts'
import {nearestBlock} from '../site/nearest-block.ts'
import {frame, type Rectangle, rectangle, union} from '../site/shape.ts'
import type {Town} from '../site/town.ts'
import {siteOf} from './site-of.ts'

/** From the middle of the nearest track: a platform's width. */
const railMetres = 7
/** Lengths of its hall, the longest first. */
const lengths = [96, 78, 60] as const

/** The railway station, beside its tracks on the side of the town, its front turned away from them to a square. */
export function buildRailwayStation(town: Town, all: readonly Block[]): boolean {
  const {layout} = town
  const wanted = siteOf(layout, 'railway-station') ?? layout.landmarks.centre(1880, 1270)
  const centre = layout.landmarks.centre(900, 650)
  const rails = layout.edges
    .filter(edge => edge.class === 'rail')
    .map(edge => ({from: layout.nodes[edge.from]!, to: layout.nodes[edge.to]!}))
    .filter(({from, to}) => distance(from, to) > 8 && distance(from, wanted) < 500)
    .toSorted((a, b) => distance(a.from, wanted) - distance(b.from, wanted))
  const isTownward = (from: Point, along: Point) =>
    distance(step(from, along, 0, 100), centre) < distance(step(from, along, 0, -100), centre)
  for (const length of lengths)
    for (const wantsTown of [true, false])
      for (const {from, to} of rails)
        for (const along of [heading(from, to), heading(to, from)])
          if (isTownward(from, along) === wantsTown && beside(town, all, from, along, length)) return true
  return false
}

/** Beside a track, to the left of a direction along it, between the tracks and the next street. */
function beside(town: Town, all: readonly Block[], from: Point, along: Point, length: number): boolean {
  const block = nearestBlock(all, from)
  if (!block) return false
  const hall: Rectangle = [0, 0, length, 12.6]
  const porch: Rectangle = [length * 0.36, 12.6, length * 0.64, 18]
  const clearance = {road: 0.5, rail: railMetres}
  const plan = {storeys: 2, roof: 'hipped', year: 1873, role: 'railway-station', clearance} as const
  for (let aside = railMetres; aside < 34; aside += 1.5)
    for (const parts of [[hall, porch], [hall]]) {
      const at = frame(step(from, along, -length / 2, aside), along)
      if (!town.build('station', union(at, parts), block, plan)) continue
      const square = rectangle(at, [length * 0.2, 19, length * 0.8, 46])
      if (town.site.isFree([square], {})) town.yard('square', square)
      return true
    }
  return false
}
