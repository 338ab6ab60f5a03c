import type {Query} from '../../tiles/release-artefacts.ts'

type Named = {name: string | null; nameEn: string | null}

/** Rows of the warehouse a city's vector map is made of; geometries are GeoJSON texts in degrees. */
export type VectorRows = {
  city: Named & {
    id: string
    isDemo: boolean
    residents: number | null
    lon: number
    lat: number
    /** West, south, east, north: what lies far outside is not on the map. */
    box: [west: number, south: number, east: number, north: number]
  }
  areas: (Named & {id: string; kind: string; geometry: string})[]
  roads: (Named & {
    id: string
    class: string
    isBridge: boolean
    isOneway: boolean
    streetId: string | null
    geometry: string
  })[]
  tracks: {id: string; isBridge: boolean; geometry: string}[]
  buildings: {id: string; geometry: string}[]
  addresses: {id: string; house: string; lon: number; lat: number}[]
  districts: (Named & {id: string; lon: number; lat: number})[]
}

/** Datasets that a vector map is made of. */
export const vectorMapDatasets = [
  'land-use',
  'roads',
  'streets',
  'railways',
  'buildings',
  'addresses',
  'districts',
]

/** Cities with areas or streets. */
export async function citiesWithVectorMap(query: Query): Promise<string[]> {
  const tables = await tablesOf(query)
  const found: string[] = []
  for (const table of ['land_use', 'roads'])
    if (tables.has(table))
      for (const {city} of await query(`select distinct city from ${table}`)) found.push(String(city))
  return [...new Set(found)]
}

const tablesOf = async (query: Query) =>
  new Set(
    (await query('select table_name from information_schema.tables')).map(({table_name}) =>
      String(table_name),
    ),
  )

/**
 * Reads them from `cities`, `land_use`, `roads`, `streets` (names in English), `railways`, `buildings`, `addresses` and
 * `districts`. A warehouse without one of them has none of those on its maps. Each list in the order of its keys.
 */
export async function readVectorRows(query: Query, city: string): Promise<VectorRows> {
  const tables = await tablesOf(query)
  const rows = async (table: string, columns: string, wanted = 'true') =>
    tables.has(table)
      ? query(`select ${columns} from ${table} where city = '${city.replaceAll("'", "''")}' and ${wanted}`)
      : []

  const [known] = await rows(
    'cities',
    'name_uk, name_en, country, is_demo, residents, lon, lat, west, south, east, north',
  )
  if (!known) throw new Error(`The table cities does not have ${city}, which has a map.`)
  // What is written in Ukrainian is the place's own name in Ukraine alone.
  const isUkrainian = known.country === 'UA'
  const named = (uk: unknown, en: unknown): Named => {
    const [own, english] = [text(uk), text(en)]
    return {name: isUkrainian ? (own ?? english) : (english ?? own), nameEn: english}
  }

  const streets = await rows('streets', 'street_id, name_en')
  const english = new Map(streets.map(({street_id, name_en}) => [String(street_id), name_en]))
  const [areas, roads, tracks, buildings, addresses, districts] = [
    await rows('land_use', 'area_id, kind, name_uk, name_en, geometry', 'geometry is not null'),
    await rows(
      'roads',
      'edge_id, class, is_bridge, is_oneway, street_id, street, geometry',
      'geometry is not null',
    ),
    await rows('railways', 'track_id, is_bridge, geometry', 'geometry is not null'),
    await rows('buildings', 'building_id, geometry', `geometry is not null and place_flag = 'ok'`),
    await rows(
      'addresses',
      'address_id, house, lon, lat',
      `house is not null and lon is not null and lat is not null and status <> 'Скасована'`,
    ),
    await rows('districts', 'district_id, name_uk, name_en, lon, lat', 'lon is not null and lat is not null'),
  ]
  return {
    city: {
      id: city,
      ...named(known.name_uk, known.name_en),
      isDemo: known.is_demo === true,
      residents: known.residents === null ? null : Number(known.residents),
      lon: Number(known.lon),
      lat: Number(known.lat),
      box: [Number(known.west), Number(known.south), Number(known.east), Number(known.north)],
    },
    areas: inOrder(areas, ({area_id, kind, name_uk, name_en, geometry}) => ({
      id: String(area_id),
      kind: String(kind),
      ...named(name_uk, name_en),
      geometry: String(geometry),
    })),
    roads: inOrder(roads, road => ({
      id: String(road.edge_id),
      class: String(road.class),
      ...named(road.street, english.get(String(road.street_id))),
      isBridge: road.is_bridge === true,
      isOneway: road.is_oneway === true,
      streetId: text(road.street_id),
      geometry: String(road.geometry),
    })),
    tracks: inOrder(tracks, ({track_id, is_bridge, geometry}) => ({
      id: String(track_id),
      isBridge: is_bridge === true,
      geometry: String(geometry),
    })),
    buildings: inOrder(buildings, ({building_id, geometry}) => ({
      id: String(building_id),
      geometry: String(geometry),
    })),
    addresses: inOrder(addresses, ({address_id, house, lon, lat}) => ({
      id: String(address_id),
      house: String(house).trim(),
      lon: Number(lon),
      lat: Number(lat),
    })),
    districts: inOrder(districts, ({district_id, name_uk, name_en, lon, lat}) => ({
      id: String(district_id),
      ...named(name_uk, name_en),
      lon: Number(lon),
      lat: Number(lat),
    })),
  }
}

/** By code units of the keys, whatever order and language the database sorts in. */
function inOrder<T extends {id: string}>(
  rows: Record<string, unknown>[],
  read: (row: Record<string, unknown>) => T,
): T[] {
  return rows.map(read).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

const text = (value: unknown): string | null => {
  const trimmed = value === null || value === undefined ? '' : String(value).trim()
  return trimmed === '' ? null : trimmed
}
