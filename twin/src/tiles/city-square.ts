import type {Place} from '../earth-centred.ts'
import {type LocalFrame, localFrame} from './local-frame.ts'
import type {SpoolPlace} from './spool.ts'
import type {SpooledBuilding} from './spool-buildings.ts'
import type {Placed} from './tile-tree.ts'

/** A building by the middle of its box, metres from the middle of the square. */
export type PlacedBuilding = Placed & {place: SpoolPlace; hash: string}

/** The square that a city's tiles divide. */
export type CitySquare = {
  /** Its middle on the ellipsoid, and the frame of metres there. */
  origin: Place
  frame: LocalFrame
  halfMetres: number
  placed: PlacedBuilding[]
}

/**
 * A square of metres around all buildings. Its middle is a whole hundredth of a degree and its side a power of two, so
 * that both stay what they are when a building comes or goes at the city's edge. Null without a building.
 */
export function citySquare(items: SpooledBuilding[]): CitySquare | null {
  const least = (of: (item: SpooledBuilding) => number) =>
    items.reduce((found, item) => Math.min(found, of(item)), 180)
  const most = (of: (item: SpooledBuilding) => number) =>
    items.reduce((found, item) => Math.max(found, of(item)), -180)
  if (items.length === 0) return null
  const [west, south] = [least(item => item.west), least(item => item.south)]
  const [east, north] = [most(item => item.east), most(item => item.north)]
  const hundredth = (from: number, to: number) => Math.round((from + to) * 50) / 100
  const origin: Place = [hundredth(west, east), hundredth(south, north), 0]
  const frame = localFrame(origin)
  const corners = [west, east].flatMap(lon => [south, north].map(lat => frame.toLocal([lon, lat, 0])))
  const reach = Math.max(...corners.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]))
  const placed = items.map(item => {
    const {place, hash, vertices} = item
    const [x, y] = frame.toLocal([(item.west + item.east) / 2, (item.south + item.north) / 2, 0])
    return {place, hash, vertices, east: x, north: y}
  })
  return {origin, frame, halfMetres: 2 ** Math.max(6, Math.ceil(Math.log2(reach))), placed}
}
