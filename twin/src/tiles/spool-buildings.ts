import {hash} from 'node:crypto'
import {unseen} from './building-mesh.ts'
import type {TileFacts} from './building-tile.ts'
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
    if (item.east >= item.west) items.push(item)
    else leftOut.push({building_id: item.id, reason: 'it has no face that would be seen'})
  }
  progress?.(count)
  return {items: items.sort(byKey), leftOut}
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
