import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {citySurfaces, type Surface} from '@hromada/warehouse'
import {type HeightField, heightField} from '../layers/height-field.ts'
import {readMapRows} from '../map/read-map-rows.ts'
import {writeMapTiles} from '../map/write-map-tiles.ts'
import {writeReleaseTerrain} from '../terrain/release-terrain.ts'
import type {Footprint, TileBuilding} from './tile-building.ts'
import {tilesVersion} from './tiles-version.ts'
import type {Tileset} from './tileset.ts'
import {writeBuildingTiles} from './write-building-tiles.ts'
import {writeTerrainTile} from './write-terrain-tile.ts'

/** Runs SQL on the warehouse. Numbers may come as bigint. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>

/** One file of a release, its path relative to the release's folder, `/` between its parts. */
export type TwinArtefact = {
  path: string
  role: 'buildings-tileset' | 'terrain-tileset' | 'terrain-layer' | 'map' | 'tile' | 'alias'
}

export type TwinProgress = (done: {
  city: string
  what: 'buildings' | 'terrain' | 'map'
  count: number
}) => void

export type TwinArtefactOptions = {
  /** The city at home: `tiles/buildings/tileset.json` is its tileset under a name that needs no city. */
  home: string
  /** Folder of the release before: what has not changed since is taken from there. */
  before?: string | null
  progress?: TwinProgress
}

/**
 * Writes the 3D Tiles of every city into a release's folder: `tiles/<city>/buildings/` and `tiles/<city>/terrain/`,
 * their base maps: `tiles/<city>/map/`, and their ground as quantized meshes: `terrain/<city>/`.
 * Reads the tables `buildings` (published columns; only rows whose `place_flag` is ok), `int_city_objects` (city, building_id, feature, header,
 * geoid_metres: a building's own model), `int_terrain` (city, feature, header, geoid_metres) and, where there is one,
 * `stg_elevation` (blocks of a height model) with `cities` (geoid_metres). A building with a model
 * is drawn as it is. The others are their footprint raised by their height from the ellipsoid, which is the flat ground
 * of a city without a model of its ground. Returns what it wrote, in a fixed order.
 */
export async function writeTwinArtefacts(
  query: Query,
  folder: string,
  {home, before = null, progress}: TwinArtefactOptions,
): Promise<TwinArtefact[]> {
  const artefacts: TwinArtefact[] = []
  const add = (place: string, files: string[], kind: Exclude<TwinArtefact['role'], 'tile' | 'alias'>) => {
    for (const [index, file] of files.entries())
      artefacts.push({path: `${place}/${file}`, role: index === 0 ? kind : 'tile'})
  }
  const grounds = new Map<string, HeightField | null>()
  const version = await tilesVersion()

  for (const {city} of await query(
    `select distinct city from buildings where place_flag = 'ok' order by city`,
  )) {
    const place = `tiles/${city}/buildings`
    const {files} = await writeBuildingTiles(cityBuildings(query, String(city)), join(folder, place), {
      version,
      before: before && join(before, place),
      progress: count => progress?.({city: String(city), what: 'buildings', count}),
    })
    add(place, files, 'buildings-tileset')
  }

  for (const {city} of await query('select distinct city from int_terrain order by city')) {
    const place = `tiles/${city}/terrain`
    const surfaces = await terrainSurfaces(query, String(city))
    const {files, triangles} = await writeTerrainTile(String(city), surfaces, join(folder, place))
    progress?.({city: String(city), what: 'terrain', count: triangles})
    add(place, files, 'terrain-tileset')
    grounds.set(String(city), fieldOfSurfaces(surfaces))
  }

  artefacts.push(...(await writeReleaseTerrain(query, folder, grounds, {home, before, version, progress})))

  for (const {city} of await query(
    `select distinct city from buildings where place_flag = 'ok' order by city`,
  )) {
    const place = `tiles/${city}/map`
    const rows = await readMapRows(query, String(city))
    const {files} = await writeMapTiles(
      String(city),
      rows,
      grounds.get(String(city)) ?? null,
      join(folder, place),
      {
        version,
        before: before && join(before, place),
        progress: count => progress?.({city: String(city), what: 'map', count}),
      },
    )
    add(place, files, 'map')
  }

  for (const kind of ['buildings', 'terrain'] as const)
    if (artefacts.some(({path}) => path === `tiles/${home}/${kind}/tileset.json`))
      artefacts.push(await writeAlias(folder, home, kind))
  return artefacts
}

const pageRows = 2000

/** A city's buildings in the order of their keys, some thousand rows at a time: models of a large city fill gigabytes. */
async function* cityBuildings(query: Query, city: string): AsyncGenerator<TileBuilding> {
  let after = ''
  while (true) {
    const rows = await query(`
      select b.building_id, b.height_m, b.ground_m, b.levels, b.use, b.address, s.year, s.roof,
        case when o.feature is null then b.geometry end as geometry, o.feature, o.header, o.geoid_metres
      from buildings b
      left join stg_buildings s on s.city = b.city and s.building_id = b.building_id
      left join int_city_objects o on o.city = b.city and o.building_id = b.building_id
      where b.city = ${literal(city)} and b.building_id > ${literal(after)} and b.place_flag = 'ok'
      order by b.building_id
      limit ${pageRows}`)
    for (const row of rows) {
      const building = tileBuilding(city, row)
      if (building) yield building
    }
    if (rows.length < pageRows) return
    after = String(rows[rows.length - 1]?.building_id)
  }
}

function tileBuilding(city: string, row: Record<string, unknown>): TileBuilding | null {
  const facts = {
    city,
    building_id: String(row.building_id),
    height_m: number(row.height_m),
    ground_m: number(row.ground_m),
    levels: number(row.levels),
    use: text(row.use),
    address: text(row.address),
    year: number(row.year),
    roof: text(row.roof),
  }
  const [feature, header, geometry] = [text(row.feature), text(row.header), text(row.geometry)]
  if (feature && header)
    return {...facts, surfaces: citySurfaces(feature, header, number(row.geoid_metres) ?? 0)}
  if (!geometry) return null
  return {...facts, footprint: JSON.parse(geometry) as Footprint, baseMetres: 0}
}

async function terrainSurfaces(query: Query, city: string): Promise<Surface[]> {
  const rows = await query(
    `select feature, header, geoid_metres from int_terrain where city = ${literal(city)}`,
  )
  return rows.flatMap(row =>
    citySurfaces(String(row.feature), String(row.header), number(row.geoid_metres) ?? 0),
  )
}

/** Heights of the ground on a grid. */
function fieldOfSurfaces(surfaces: Surface[]): HeightField | null {
  const corners: number[] = []
  for (const {rings} of surfaces)
    if (rings.length === 1 && rings[0].length === 3) corners.push(...rings[0].flat())
  return heightField({
    corners: Float64Array.from(corners),
    triangles: Uint32Array.from({length: corners.length / 3}, (_, i) => i),
  })
}

/** The home city's tileset again, where its files are found one folder over. */
async function writeAlias(
  folder: string,
  home: string,
  kind: 'buildings' | 'terrain',
): Promise<TwinArtefact> {
  const {root, ...tileset} = JSON.parse(
    await readFile(join(folder, `tiles/${home}/${kind}/tileset.json`), 'utf8'),
  ) as Tileset
  const moved = ({uri}: {uri: string}) => ({uri: `../${home}/${kind}/${uri}`})
  const {content, implicitTiling} = root
  const alias: Tileset = {
    ...tileset,
    root: {
      ...root,
      content: moved(content),
      ...(implicitTiling && {implicitTiling: {...implicitTiling, subtrees: moved(implicitTiling.subtrees)}}),
    },
  }
  const path = `tiles/${kind}/tileset.json`
  await mkdir(join(folder, `tiles/${kind}`), {recursive: true})
  await writeFile(join(folder, path), JSON.stringify(alias))
  return {path, role: 'alias'}
}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`
const text = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : String(value)
const number = (value: unknown) => (value === null || value === undefined ? null : Number(value))
