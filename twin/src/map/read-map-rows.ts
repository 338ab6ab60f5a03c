import type {Query} from '../tiles/release-artefacts.ts'
import type {MapRows} from './map-scene.ts'
import {surroundingsOf} from './surroundings.ts'

/**
 * What a city's base map is painted from: the tables `cities` (its box), `land_use` (kind, geometry), `roads` (class, is_bridge, geometry),
 * `trees` (lon, lat, crown_m, height_m) and `buildings`. A warehouse without one of them has none of those on its maps.
 */
export async function readMapRows(query: Query, city: string): Promise<MapRows> {
  const found = await query(`select table_name from information_schema.tables`)
  const tables = new Set(found.map(({table_name}) => String(table_name)))
  const rows = (table: string, key: string, columns: string, wanted = 'true') =>
    tables.has(table)
      ? query(
          `select ${columns} from ${table} where city = '${city.replaceAll("'", "''")}' and ${wanted} order by ${key}`,
        )
      : Promise.resolve([])
  const areas = await rows('land_use', 'area_id', 'kind, geometry', 'geometry is not null')
  const roads = await rows('roads', 'edge_id', 'class, is_bridge, geometry', 'geometry is not null')
  const buildings = await rows(
    'buildings',
    'building_id',
    'geometry, height_m',
    `geometry is not null and place_flag = 'ok'`,
  )
  const trees = await rows(
    'trees',
    'tree_id',
    'lon, lat, crown_m, height_m',
    'lon is not null and lat is not null',
  )
  const [known] = tables.has('cities') ? await rows('cities', 'city', 'west, south, east, north') : []
  return {
    surroundings: known
      ? surroundingsOf([Number(known.west), Number(known.south), Number(known.east), Number(known.north)])
      : null,
    areas: areas.map(({kind, geometry}) => ({kind: String(kind), geometry: String(geometry)})),
    roads: roads.map(road => ({
      class: String(road.class),
      isBridge: road.is_bridge === true,
      geometry: String(road.geometry),
    })),
    buildings: buildings.map(({geometry, height_m}) => ({
      geometry: String(geometry),
      heightMetres: number(height_m),
    })),
    trees: trees.map(({lon, lat, crown_m, height_m}) => ({
      lon: Number(lon),
      lat: Number(lat),
      crownMetres: number(crown_m),
      heightMetres: number(height_m),
    })),
  }
}

const number = (value: unknown) => (value === null || value === undefined ? null : Number(value))
