import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Geoid} from '@hromada/datasets'
import type {HeightField} from '../layers/height-field.ts'
import type {Query, TwinArtefact} from '../tiles/release-artefacts.ts'
import {type BlockPlace, type ElevationBlock, elevationField} from './elevation-field.ts'
import {type TerrainLayer, type TerrainOptions, writeTerrainTiles} from './write-terrain-tiles.ts'

/**
 * Writes the ground of a city as quantized meshes into a release's folder: `terrain/<city>/`, and as
 * `terrain/layer.json` as well where the city is at home. `before` is the folder of the release before.
 */
export async function writeReleaseTerrain(
  city: string,
  field: HeightField,
  folder: string,
  {isHome, before = null, ...options}: TerrainOptions & {isHome: boolean},
): Promise<TwinArtefact[]> {
  const place = `terrain/${city}`
  const {files} = await writeTerrainTiles(city, field, join(folder, place), {
    ...options,
    before: before && join(before, place),
  })
  const artefacts = files.map(
    (file, index): TwinArtefact => ({
      path: `${place}/${file}`,
      role: index === 0 ? 'terrain-layer' : 'tile',
    }),
  )
  return isHome ? [...artefacts, await writeAlias(folder, city)] : artefacts
}

/** Cities that have a height model; none where the warehouse has no table of them. */
export async function citiesWithElevation(query: Query): Promise<string[]> {
  const tables = await query('select table_name from information_schema.tables')
  if (!tables.some(({table_name}) => table_name === 'stg_elevation')) return []
  return (await query('select distinct city from stg_elevation')).map(({city}) => String(city))
}

/** A city's height model, above the ellipsoid; null where it has no height. */
export async function measuredField(
  query: Query,
  city: string,
  geoid: Geoid['metres'],
): Promise<HeightField | null> {
  const ofCity = `city = '${city.replaceAll("'", "''")}'`
  const rows = await query(
    `select ${placeColumns} from stg_elevation where ${ofCity} and heights is not null`,
  )
  return elevationField(rows.map(placeOf), blocksOf(query, ofCity), geoid)
}

/** Blocks read at a time: some 25 kB of text each. */
const pageRows = 256

async function* blocksOf(query: Query, ofCity: string): AsyncGenerator<ElevationBlock> {
  let after = ''
  while (true) {
    const rows = await query(`
      select block_id, ${placeColumns}, heights from stg_elevation
      where ${ofCity} and heights is not null and block_id > '${after.replaceAll("'", "''")}'
      order by block_id
      limit ${pageRows}`)
    for (const row of rows)
      yield {...placeOf(row), heights: JSON.parse(String(row.heights)) as (number | null)[]}
    if (rows.length < pageRows) return
    after = String(rows[rows.length - 1]?.block_id)
  }
}

const placeColumns = 'crs, x_west, y_north, cell_width, cell_height, rows, columns'

const placeOf = (row: Record<string, unknown>): BlockPlace => ({
  crs: String(row.crs),
  xWest: Number(row.x_west),
  yNorth: Number(row.y_north),
  cellWidth: Number(row.cell_width),
  cellHeight: Number(row.cell_height),
  rows: Number(row.rows),
  columns: Number(row.columns),
})

/** The home city's terrain under a name that needs no city: the same tiles, one folder down. */
async function writeAlias(folder: string, home: string): Promise<TwinArtefact> {
  const layer = JSON.parse(await readFile(join(folder, `terrain/${home}/layer.json`), 'utf8')) as TerrainLayer
  const path = 'terrain/layer.json'
  const tiles = layer.tiles.map(template => `${home}/${template}`)
  await writeFile(join(folder, path), JSON.stringify({...layer, tiles}))
  return {path, role: 'alias'}
}
