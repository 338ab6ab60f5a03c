import type {Geoid} from '@hromada/datasets'
import {housingUses} from '@hromada/datasets/housing-uses'
import {readTable} from '@hromada/twin/layers'
import {
  type HeightField,
  heightField,
  isRuleKind,
  marginMetres,
  polygonsOf,
  radii,
  type SiteBuilding,
  type StockBuilding,
  siteFrame,
  storeysOf,
  type Tileset,
  terrainMesh,
  usualEyeMetres,
  type Viewpoint,
  type Zone,
  type ZoneRule,
} from '@hromada/twin/planning'
import type {Fetch} from '../api-source.ts'
import type {TwinSetup} from '../setup.ts'

/** The surroundings of a place, as far as planning looks. */
export type Site = {
  lon: number
  lat: number
  buildings: SiteBuilding[]
  /** All buildings of the city, without outlines. */
  stock: StockBuilding[]
  zones: Zone[]
  /** Rules by the zone's code. */
  rules: Map<string, ZoneRule[]>
  ground: HeightField | null
  /** What lies between the city's own heights and those of the ground; null where it is not known. */
  geoid: Geoid['metres'] | null
  /** Schools and kindergartens around: places from which it matters what is seen. */
  viewpoints: Viewpoint[]
  /** Residents a square metre of housing floor in the whole city; null where it cannot be reckoned. */
  residentsPerM2: number | null
}

/** What a study of the widest radius looks at, and what may shade it. */
const widestMetres = radii[radii.length - 1]! + marginMetres
/** How far a proposal may be moved before its surroundings are asked for anew. */
export const movedMetres = 50
const reachMetres = widestMetres + movedMetres

/** More than any city has; an answer that is cut would give wrong sums. */
const mostRows = 1_000_000
/** From farther away a building is one of many. */
const sightMetres = 300

const housing = new Set(housingUses)

/** Asks for all that stands and holds around a place. What the city does not publish is empty. Rejects where the API fails. */
export function siteLoader(
  setup: Pick<TwinSetup, 'lang' | 'city' | 'tilesets' | 'planning'>,
  fetch: Fetch,
): (lon: number, lat: number) => Promise<Site> {
  const has = (table: string) => setup.planning?.tables.some(({name}) => name === table)
  const city = setup.city.id.replaceAll("'", "''")
  async function rows(table: string, select: string[], where = ''): Promise<Record<string, unknown>[]> {
    const parameters = new URLSearchParams({
      select: select.join(','),
      where: `city='${city}'${where}`,
      limit: String(mostRows),
      as_of: setup.planning!.release.id,
    })
    const response = await fetch(`/api/v1/tables/${table}.arrow?${parameters}`)
    if (!response.ok) throw new Error(`${table}: ${response.status} ${response.statusText}`)
    const arrow = await readTable(new Uint8Array(await response.arrayBuffer()))
    return arrow.toArray().map(row => row.toJSON() as Record<string, unknown>)
  }

  const ground = once(() => loadGround(setup.tilesets.terrain, fetch))
  const zones = once(async () =>
    has('planning_zones')
      ? (await rows('planning_zones', ['zone_id', 'zone_code', 'name_uk', 'name_en', 'geometry'])).map(row =>
          zoneOf(row, setup.lang),
        )
      : [],
  )
  const rules = once(async () =>
    has('zone_rules')
      ? rulesOf(
          await rows('zone_rules', [
            'zone_code',
            'rule',
            'limit_value',
            'document_uk',
            'document_en',
            'paragraph',
          ]),
          setup.lang,
        )
      : new Map<string, ZoneRule[]>(),
  )
  const stock = once(async () => {
    const columns = ['building_id', 'use', 'levels', 'height_m', 'area_m2', 'lon', 'lat']
    return (await rows('buildings', columns)).map(stockOf)
  })
  const schools = once(async () =>
    has('schools')
      ? (await rows('schools', ['name', 'lon', 'lat'])).flatMap(row => {
          const [lon, lat] = [number(row.lon), number(row.lat)]
          return lon === null || lat === null
            ? []
            : [{name: String(row.name), lon, lat, eyeMetres: usualEyeMetres, isOwn: false}]
        })
      : [],
  )

  return async (lon, lat) => {
    const frame = siteFrame(lon, lat)
    const [west, south] = frame.toDegrees([-reachMetres, -reachMetres])
    const [east, north] = frame.toDegrees([reachMetres, reachMetres])
    // Small numbers would be written with an exponent.
    const [w, e, s, n] = [west, east, south, north].map(degrees => degrees.toFixed(7))
    const near = ` and lon>=${w} and lon<=${e} and lat>=${s} and lat<=${n}`
    const [found, ...others] = await Promise.all([
      rows(
        'buildings',
        ['building_id', 'address', 'use', 'levels', 'height_m', 'area_m2', 'lon', 'lat', 'geometry'],
        near,
      ),
      zones(),
      rules(),
      ground(),
      stock(),
      schools(),
    ])
    const [zonesThere, rulesThere, groundThere, all, viewpoints] = others
    return {
      lon,
      lat,
      buildings: found.flatMap(buildingOf),
      stock: all,
      zones: zonesThere,
      rules: rulesThere,
      ground: groundThere?.field ?? null,
      geoid: groundThere?.geoid ?? null,
      residentsPerM2: density(all, setup.planning?.residents ?? null),
      viewpoints,
    }
  }
}

/**
 * The same surroundings from a place not far from where they were asked for: no more of them than is asked for there,
 * so that a study has one outcome wherever it was begun.
 */
export function siteAround(loaded: Site, lon: number, lat: number): Site {
  const frame = siteFrame(lon, lat)
  const isWithin = (metres: number) => (place: {lon: number; lat: number}) =>
    Math.hypot(...frame.toMetres([place.lon, place.lat])) <= metres
  return {
    ...loaded,
    lon,
    lat,
    buildings: loaded.buildings.filter(isWithin(widestMetres)),
    viewpoints: loaded.viewpoints.filter(isWithin(sightMetres)).slice(0, 8),
  }
}

/** The city's residents a square metre of its homes' floors. */
function density(stock: (StockBuilding & {isHousing: boolean})[], residents: number | null): number | null {
  const floor = stock
    .filter(({isHousing}) => isHousing)
    .reduce((sum, building) => sum + building.areaM2 * storeysOf(building), 0)
  return residents !== null && floor > 0 ? residents / floor : null
}

function stockOf(row: Record<string, unknown>): StockBuilding & {isHousing: boolean} {
  return {
    key: String(row.building_id),
    lon: number(row.lon) ?? Number.NaN,
    lat: number(row.lat) ?? Number.NaN,
    heightMetres: number(row.height_m),
    storeys: number(row.levels),
    areaM2: number(row.area_m2) ?? 0,
    isHousing: housing.has(String(row.use)),
  }
}

function buildingOf(row: Record<string, unknown>): SiteBuilding[] {
  const polygons = polygonsOf(row.geometry as string | null)
  const stock = stockOf(row)
  if (polygons.length === 0 || Number.isNaN(stock.lon) || Number.isNaN(stock.lat)) return []
  return [{...stock, name: String(row.address ?? row.building_id), polygons}]
}

const zoneOf = (row: Record<string, unknown>, lang: string): Zone => ({
  key: String(row.zone_id),
  code: String(row.zone_code),
  name: String((lang === 'uk' ? row.name_uk : row.name_en) ?? row.name_uk),
  polygons: polygonsOf(row.geometry as string | null),
})

function rulesOf(rows: Record<string, unknown>[], lang: string): Map<string, ZoneRule[]> {
  const rules = new Map<string, ZoneRule[]>()
  for (const row of rows) {
    const [kind, limit, code] = [String(row.rule), number(row.limit_value), String(row.zone_code)]
    if (!isRuleKind(kind) || limit === null) continue
    const document = String((lang === 'uk' ? row.document_uk : row.document_en) ?? row.document_uk)
    rules.set(code, [...(rules.get(code) ?? []), {kind, limit, document, paragraph: String(row.paragraph)}])
  }
  return rules
}

/** The ground as the scene has it; null where the city has none, or it cannot be had. */
async function loadGround(
  address: string | null,
  fetch: Fetch,
): Promise<{field: HeightField | null; geoid: Site['geoid']} | null> {
  if (!address) return null
  const response = await fetch(address)
  if (!response.ok) return null
  const tileset = (await response.json()) as Tileset
  const file = await fetch(new URL(tileset.root.content!.uri, new URL(address, location.href)).pathname)
  if (!file.ok) return null
  const field = heightField(terrainMesh(tileset, await file.arrayBuffer()))
  return {field, geoid: tileset.extras.geoid ?? null}
}

const number = (value: unknown): number | null =>
  typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : null

/** What failed is asked for again the next time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch(error => {
      made = undefined
      throw error
    })
    return made
  }
}
