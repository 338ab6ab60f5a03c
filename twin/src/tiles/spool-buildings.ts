import {hash} from 'node:crypto'
import {metresPerDegree} from '../layers/ground-metres.ts'
import {unseen} from './building-mesh.ts'
import type {TileFacts} from './building-tile.ts'
import {highestGroundMetres, lowestGroundMetres} from './reach.ts'
import type {SpoolPlace, SpoolWriter} from './spool.ts'
import type {TileBuilding} from './tile-building.ts'

/** What is remembered of a building while its faces wait in the spool. */
export type SpooledBuilding = {
  id: string
  city: string
  place: SpoolPlace
  hash: string
  vertices: number
  /** Its box, degrees. */
  west: number
  south: number
  east: number
  north: number
}

/** Puts every building into the spool and says where each is, sorted by their keys; and which have no place to be drawn. */
export async function spoolBuildings(
  buildings: AsyncIterable<TileBuilding>,
  spool: SpoolWriter,
  progress: ((buildings: number) => void) | undefined,
): Promise<{items: SpooledBuilding[]; leftOut: TileFacts['leftOut']}> {
  const items: SpooledBuilding[] = []
  const leftOut: TileFacts['leftOut'] = []
  let count = 0
  for await (const building of buildings) {
    if (++count % 100 === 0) progress?.(count)
    const json = JSON.stringify(building)
    const item: SpooledBuilding = {
      id: building.building_id,
      city: building.city,
      place: spool.add(json),
      hash: hash('sha256', json, 'base64url'),
      vertices: 0,
      west: 180,
      south: 90,
      east: -180,
      north: -90,
    }
    for (const ring of outlines(building)) {
      // A footprint's corner is one of a roof and four of walls.
      item.vertices += ring.length * ('surfaces' in building ? 1 : 5)
      for (const [lon, lat] of ring) {
        item.west = Math.min(item.west, lon)
        item.east = Math.max(item.east, lon)
        item.south = Math.min(item.south, lat)
        item.north = Math.max(item.north, lat)
      }
    }
    const fault = item.east >= item.west ? outOfReach(building, item) : 'it has no face that would be seen'
    if (fault === null) items.push(item)
    else leftOut.push({building_id: item.id, reason: fault})
  }
  progress?.(count)
  return {items: items.sort(byKey), leftOut}
}

/** No building is as long, nor reaches as high above where it stands. */
const [longestMetres, tallestMetres] = [10_000, 1000]

/**
 * What keeps a building from being drawn: a slip in one number would stretch its tile, and the view of its whole city,
 * as far. Null where nothing does.
 */
function outOfReach(building: TileBuilding, {west, south, east, north}: SpooledBuilding): string | null {
  const length = Math.max((east - west) * Math.cos((south * Math.PI) / 180), north - south) * metresPerDegree
  if (!(length <= longestMetres)) return `it would be ${Math.round(length / 1000)} km long`
  const heights =
    'surfaces' in building
      ? outlines(building).flatMap(ring => ring.map(([, , metres]) => metres ?? 0))
      : [building.baseMetres, building.baseMetres + (building.height_m ?? 0)]
  const [low, high] = [heights.reduce((a, b) => Math.min(a, b)), heights.reduce((a, b) => Math.max(a, b))]
  const isWithin = low >= lowestGroundMetres && high <= highestGroundMetres && high - low <= tallestMetres
  return isWithin
    ? null
    : `it would reach from ${Math.round(low)} to ${Math.round(high)} m above the ellipsoid`
}

/** By key, and where a key is twice, in some order that does not change. */
const byKey = (a: SpooledBuilding, b: SpooledBuilding) =>
  a.id < b.id || (a.id === b.id && a.hash < b.hash) ? -1 : 1

function outlines(building: TileBuilding): (readonly [number, number, ...number[]])[][] {
  if ('surfaces' in building)
    return building.surfaces.filter(({type}) => !unseen.has(type)).map(({rings: [outline]}) => outline)
  const {footprint} = building
  const polygons = footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates
  return polygons.flatMap(([outline]) => (outline ? [outline] : []))
}
