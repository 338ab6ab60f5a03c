import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {HeightField} from '../layers/height-field.ts'
import type {Query, TwinArtefact, TwinProgress} from '../tiles/release-artefacts.ts'
import {type BlockPlace, type ElevationBlock, elevationField} from './elevation-field.ts'
import {type TerrainLayer, writeTerrainTiles} from './write-terrain-tiles.ts'

export type ReleaseTerrainOptions = {
  home: string
  before: string | null
  /** Hash of the code that makes tiles. */
  version: string
  progress: TwinProgress | undefined
}

/**
 * Writes the terrain of every city that has a height model, or a ground of triangles (`grounds`, by city), into a
 * release's folder: `terrain/<city>/`, and the home city's under `terrain/layer.json` as well.
 */
export async function writeReleaseTerrain(
  query: Query,
  folder: string,
  grounds: ReadonlyMap<string, HeightField | null>,
  {home, before, version, progress}: ReleaseTerrainOptions,
): Promise<TwinArtefact[]> {
  const artefacts: TwinArtefact[] = []
  const measured = await citiesWithElevation(query)
  for (const city of [...new Set([...grounds.keys(), ...measured])].sort()) {
    const field = (measured.includes(city) && (await measuredField(query, city))) || grounds.get(city)
    if (!field) continue
    const place = `terrain/${city}`
    const {files} = await writeTerrainTiles(city, field, join(folder, place), {
      version,
      before: before && join(before, place),
      progress: count => progress?.({city, what: 'terrain', count}),
    })
    for (const [index, file] of files.entries())
      artefacts.push({path: `${place}/${file}`, role: index === 0 ? 'terrain-layer' : 'tile'})
    if (city === home) artefacts.push(await writeAlias(folder, home))
  }
  return artefacts
}

/** None where the warehouse has no table of height models. */
async function citiesWithElevation(query: Query): Promise<string[]> {
  const tables = await query('select table_name from information_schema.tables')
  if (!tables.some(({table_name}) => table_name === 'stg_elevation')) return []
  return (await query('select distinct city from stg_elevation')).map(({city}) => String(city))
}

/** Blocks read at a time: some 25 kB of text each. */
const pageRows = 256

/** A city's height model, which is finer than triangles made of it; null where it has no height. */
async function measuredField(query: Query, city: string): Promise<HeightField | null> {
  const ofCity = `city = '${city.replaceAll("'", "''")}'`
  const rows = await query(
    `select ${placeColumns} from stg_elevation where ${ofCity} and heights is not null`,
  )
  const [known] = await query(`select geoid_metres from cities where ${ofCity}`)
  return elevationField(rows.map(placeOf), blocksOf(query, ofCity), Number(known?.geoid_metres ?? 0))
}

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
