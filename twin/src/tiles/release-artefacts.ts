import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Geoid} from '@hromada/datasets'
import {citySurfaces, crsErrorMetres, parseGeoid, type Surface} from '@hromada/warehouse'
import earcut from 'earcut'
import {type HeightField, heightAt, heightField} from '../layers/height-field.ts'
import {readMapRows} from '../map/read-map-rows.ts'
import {vectorTileFaults} from '../map/vector/check-vector-tiles.ts'
import {citiesWithVectorMap, readVectorRows, vectorMapDatasets} from '../map/vector/read-vector-rows.ts'
import {writeVectorTiles} from '../map/vector/write-vector-tiles.ts'
import {writeMapTiles} from '../map/write-map-tiles.ts'
import {citiesWithElevation, measuredField, writeReleaseTerrain} from '../terrain/release-terrain.ts'
import type {TileFacts} from './building-tile.ts'
import {tileFaults} from './check-tiles.ts'
import {highestGroundMetres, lowestGroundMetres} from './reach.ts'
import type {Footprint, TileBuilding} from './tile-building.ts'
import {tilesVersion} from './tiles-version.ts'
import type {Tileset} from './tileset.ts'
import {writeBuildingTiles} from './write-building-tiles.ts'
import {writeTerrainField, writeTerrainTile} from './write-terrain-tile.ts'

/** Runs SQL on the warehouse. Numbers may come as bigint. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>

/** One file of a release, its path relative to the release's folder, `/` between its parts. */
export type TwinArtefact = {
  path: string
  role: 'buildings-tileset' | 'terrain-tileset' | 'terrain-layer' | 'map' | 'vector-map' | 'tile' | 'alias'
}

export type TwinProgress = (done: {
  city: string
  what: 'buildings' | 'terrain' | 'map' | 'vector map'
  count: number
}) => void

export type TwinArtefactOptions = {
  /** The city at home: `tiles/buildings/tileset.json` is its tileset under a name that needs no city. */
  home: string
  /** Folder of the release before: what has not changed since is taken from there. */
  before?: string | null
  progress?: TwinProgress
  /** Whom to name for what a city publishes in some datasets, as HTML; null: nobody. */
  attribution?: (city: string, datasets: readonly string[]) => string | null
  /** Told of a city's buildings that are not drawn, or not whole. */
  leftOut?: (city: string, buildings: TileFacts['leftOut']) => void
}

/**
 * Writes the 3D Tiles of every city into a release's folder: `tiles/<city>/buildings/` and `tiles/<city>/terrain/`,
 * their base maps: `tiles/<city>/map/` as pictures and `tiles/<city>/map/vector/` as vectors, and their ground as
 * quantized meshes: `terrain/<city>/`.
 * Reads the tables `buildings` (published columns; only rows whose `place_flag` is ok), `int_city_objects` (city,
 * building_id, feature, header, geoid: a building's own model), `int_terrain` (city, feature, header, geoid), `cities`
 * (geoid, geoid_error_metres), where there is one, `stg_elevation` (blocks of a height model), and what the maps are made
 * of (`readMapRows`, `readVectorRows`). The ground is the published triangles; where a city publishes none, its height
 * model. A building whose height is its model's is drawn as that is. The others are their footprint raised by their
 * height from the lowest ground at its corners; without a ground from where a model lies that is flat, or from the
 * ellipsoid, which is the flat ground of a city without either. Returns what it wrote, in a fixed order. Throws where a
 * tile that was made is not as it should be: the fault is ours.
 */
export async function writeTwinArtefacts(
  query: Query,
  folder: string,
  {home, before = null, progress, attribution, leftOut}: TwinArtefactOptions,
): Promise<TwinArtefact[]> {
  const artefacts: TwinArtefact[] = []
  const add = (place: string, files: string[], kind: Exclude<TwinArtefact['role'], 'tile' | 'alias'>) => {
    for (const [index, file] of files.entries())
      artefacts.push({path: `${place}/${file}`, role: index === 0 ? kind : 'tile'})
  }
  const version = await tilesVersion()
  const citiesOf = async (sql: string) => (await query(sql)).map(({city}) => String(city))
  const built = await citiesOf(`select distinct city from buildings where place_flag = 'ok'`)
  const triangulated = await citiesOf('select distinct city from int_terrain')
  const measured = await citiesWithElevation(query)
  const mapped = await citiesWithVectorMap(query)

  for (const city of [...new Set([...built, ...triangulated, ...measured, ...mapped])].sort()) {
    const told =
      (what: Parameters<TwinProgress>[0]['what']) =>
      (count: number): void =>
        progress?.({city, what, count})
    const geoid = await geoidOf(query, city)
    const surfaces = triangulated.includes(city) ? await terrainSurfaces(query, city) : []
    const model = measured.includes(city) ? await measuredField(query, city, geoid.metres) : null
    const ground = fieldOfSurfaces(surfaces) ?? model

    if (built.includes(city)) {
      const place = `tiles/${city}/buildings`
      const written = await writeBuildingTiles(cityBuildings(query, city, ground), join(folder, place), {
        version,
        before: before && join(before, place),
        progress: told('buildings'),
        errors: {placeMetres: await placeError(query, city), heightMetres: geoid.errorMetres},
      })
      if (written.files.length > 0)
        refuseFaults(join(folder, place), await tileFaults(join(folder, place), written.madeNames))
      if (written.leftOut.length > 0) leftOut?.(city, written.leftOut)
      add(place, written.files, 'buildings-tileset')
    }
    const place = `tiles/${city}/terrain`
    // The publisher's own places of a height model are a cell wide: what its system adds does not show.
    const facts = {placeMetres: null, heightMetres: geoid.errorMetres, geoid: geoid.metres}
    const {files, triangles} =
      surfaces.length > 0 || !model
        ? await writeTerrainTile(city, surfaces, join(folder, place), facts)
        : await writeTerrainField(city, model, join(folder, place), facts)
    if (triangles > 0) told('terrain')(triangles)
    add(place, files, 'terrain-tileset')

    const finest = model ?? ground
    if (finest)
      artefacts.push(
        ...(await writeReleaseTerrain(city, finest, folder, {
          isHome: city === home,
          before,
          version,
          progress: told('terrain'),
        })),
      )
    if (built.includes(city)) {
      const place = `tiles/${city}/map`
      const rows = await readMapRows(query, city)
      const {files} = await writeMapTiles(city, rows, ground, join(folder, place), {
        version,
        before: before && join(before, place),
        progress: told('map'),
      })
      add(place, files, 'map')
    }
    if (mapped.includes(city)) {
      const place = `tiles/${city}/map/vector`
      const rows = await readVectorRows(query, city)
      const {files, isNew} = await writeVectorTiles(rows, join(folder, place), {
        version,
        before: before && join(before, place),
        progress: told('vector map'),
        attribution: attribution?.(city, vectorMapDatasets) ?? null,
      })
      if (isNew && files.length > 0)
        refuseFaults(join(folder, place), await vectorTileFaults(join(folder, place)))
      add(place, files, 'vector-map')
    }
  }

  for (const kind of ['buildings', 'terrain'] as const)
    if (artefacts.some(({path}) => path === `tiles/${home}/${kind}/tileset.json`))
      artefacts.push(await writeAlias(folder, home, kind))
  return artefacts
}

/** What was kept was looked into when it was made. */
function refuseFaults(folder: string, faults: string[]): void {
  if (faults.length > 0)
    throw new Error(
      `${folder}: tiles with ${faults.length} faults are not released: ${faults.slice(0, 5).join('; ')}`,
    )
}

/** A city's geoid; where the table of cities does not know the city, none is added. */
async function geoidOf(query: Query, city: string): Promise<Pick<Geoid, 'metres' | 'errorMetres'>> {
  const [row] = await query(`select geoid, geoid_error_metres from cities where city = ${literal(city)}`)
  const grid = text(row?.geoid)
  return {metres: grid === null ? 0 : parseGeoid(grid), errorMetres: number(row?.geoid_error_metres)}
}

/** How far off the places of a city's buildings may be for the systems they are given in; 0 where all is in degrees. */
async function placeError(query: Query, city: string): Promise<number> {
  const systems = await query(`
    select distinct json_extract_string(header, '$.metadata.referenceSystem') as crs
    from int_city_objects
    where city = ${literal(city)} and header is not null
    union
    select crs from stg_buildings where city = ${literal(city)}`)
  return Math.max(0, ...systems.flatMap(({crs}) => (crs === null ? [] : crsErrorMetres(String(crs)))))
}

const pageRows = 2000

/** A city's buildings in the order of their keys, some thousand rows at a time: models of a large city fill gigabytes. */
async function* cityBuildings(
  query: Query,
  city: string,
  ground: HeightField | null,
): AsyncGenerator<TileBuilding> {
  let after = ''
  while (true) {
    const rows = await query(`
      select b.building_id, b.height_m, b.ground_m, b.levels, b.use, b.address, s.year, s.roof,
        case when b.height_source <> 'model' then b.geometry end as geometry, o.feature, o.header, o.geoid
      from buildings b
      left join stg_buildings s on s.city = b.city and s.building_id = b.building_id
      left join int_city_objects o on o.city = b.city and o.building_id = b.building_id
      where b.city = ${literal(city)} and b.building_id > ${literal(after)} and b.place_flag = 'ok'
      order by b.building_id
      limit ${pageRows}`)
    for (const row of rows) {
      const building = tileBuilding(city, row, ground)
      if (building) yield building
    }
    if (rows.length < pageRows) return
    after = String(rows[rows.length - 1]?.building_id)
  }
}

function tileBuilding(
  city: string,
  row: Record<string, unknown>,
  ground: HeightField | null,
): TileBuilding | null {
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
  const model = () =>
    feature && header ? citySurfaces(feature, header, parseGeoid(text(row.geoid) ?? '0')) : []
  if (!geometry) return feature ? {...facts, surfaces: model()} : null
  const footprint = JSON.parse(geometry) as Footprint
  // What has no ground has no model that can be read.
  const own = facts.ground_m === null ? 0 : lowestMetres(model())
  return {...facts, footprint, baseMetres: ground ? lowestGround(ground, footprint) : own}
}

const lowestMetres = (surfaces: Surface[]): number =>
  surfaces
    .flatMap(({rings: [outline]}) => outline)
    .reduce((low, [, , metres]) => Math.min(low, metres), Infinity)

/** The lowest ground at a footprint's corners, to the millimetre, above the ellipsoid. */
function lowestGround(ground: HeightField, {type, coordinates}: Footprint): number {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const heights = polygons.flat(2).map(([lon, lat]) => heightAt(ground, lon, lat))
  const lowest = heights.reduce((low, height) => Math.min(low, height), Number.POSITIVE_INFINITY)
  return Number.isFinite(lowest) ? Math.round(lowest * 1000) / 1000 : 0
}

async function terrainSurfaces(query: Query, city: string): Promise<Surface[]> {
  const rows = await query(`select feature, header, geoid from int_terrain where city = ${literal(city)}`)
  return rows
    .flatMap(row => citySurfaces(String(row.feature), String(row.header), parseGeoid(text(row.geoid) ?? '0')))
    .filter(({rings}) =>
      rings.flat().every(([, , metres]) => metres > lowestGroundMetres && metres < highestGroundMetres),
    )
}

/** Heights of the ground on a grid. */
function fieldOfSurfaces(surfaces: Surface[]): HeightField | null {
  const corners: number[] = []
  for (const {rings} of surfaces)
    if (rings.length === 1 && rings[0].length === 3) corners.push(...rings[0].flat())
    else for (const corner of cutFromAbove(rings)) corners.push(...corner)
  return heightField({
    corners: Float64Array.from(corners),
    triangles: Uint32Array.from({length: corners.length / 3}, (_, i) => i),
  })
}

/** Corners of the triangles, three by three, that a face of more corners, or with holes, is made of as seen from above. */
function cutFromAbove(rings: Surface['rings']): Surface['rings'][0] {
  const places = rings.flat()
  const holes = rings.slice(0, -1).map((_, index) => rings.slice(0, index + 1).flat().length)
  return earcut(places.flat(), holes, 3).map(corner => places[corner]!)
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
