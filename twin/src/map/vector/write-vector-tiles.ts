import {createHash} from 'node:crypto'
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {reuseMapTiles} from '../reuse-map-tiles.ts'
import {cutTile, tileBuffer, tileExtent} from './cut-tile.ts'
import {type MapFeature, mapFeatures} from './map-features.ts'
import type {SpotBox} from './map-shape.ts'
import type {VectorRows} from './read-vector-rows.ts'
import {finestZoom, layersWithoutRows, type VectorField, vectorLayers} from './shortbread.ts'
import type {VectorMapDescription} from './vector-map-description.ts'

const vectorFiles = {description: 'tiles.json', extension: 'mvt'}

/** What was written; `files` are relative to the folder, `tiles.json` first. */
export type WrittenVectorMap = {files: string[]; isNew: boolean}

export type VectorMapOptions = {
  progress?: (tiles: number) => void
  /** Hash of the code that cuts. */
  version?: string
  /** Folder with the city's vector map in an earlier release. */
  before?: string | null
  /** Whom to name, as HTML; null: nobody. */
  attribution?: string | null
}

/**
 * Writes a city's base map as vector tiles by the Shortbread schema 1.0, from the zoom at which the city fits into one or
 * two of them. The same rows give the same bytes. A tile that would be empty is not written; nothing is where there are
 * neither areas nor streets.
 */
export async function writeVectorTiles(
  rows: VectorRows,
  folder: string,
  {progress, version = '', before = null, attribution = null}: VectorMapOptions = {},
): Promise<WrittenVectorMap> {
  const madeFrom = hashOf(rows, version, attribution)
  const kept = before === null ? null : await reuseMapTiles(before, folder, madeFrom, vectorFiles)
  if (kept) return {files: kept, isNew: false}
  const map = mapFeatures(rows)
  if (!map) return {files: [], isNew: true}

  const available: VectorMapDescription['available'] = {}
  const zooms: LayerZooms = new Map()
  const files: string[] = []
  for (let zoom = coarsestZoom(map.box); zoom <= finestZoom; zoom++)
    for (const {x, y, features} of tilesOf(map.features, map.box, zoom)) {
      const tile = cutTile(features, {zoom, x, y})
      if (!tile) continue
      await mkdir(join(folder, `${zoom}/${x}`), {recursive: true})
      await writeFile(join(folder, `${zoom}/${x}/${y}.mvt`), tile.bytes)
      files.push(`${zoom}/${x}/${y}.mvt`)
      const columns = available[zoom] ?? {}
      available[zoom] = {...columns, [x]: [...(columns[x] ?? []), y]}
      for (const layer of tile.layers) zooms.set(layer, [zooms.get(layer)?.[0] ?? zoom, zoom])
      progress?.(files.length)
    }
  if (files.length === 0) return {files, isNew: true}
  const description = describe(rows, map.box, available, zooms, {madeFrom, attribution})
  await writeFile(join(folder, 'tiles.json'), JSON.stringify(description))
  return {files: ['tiles.json', ...files], isNew: true}
}

/** The coarsest and the finest zoom at which a layer is in a tile. */
type LayerZooms = Map<string, [from: number, to: number]>

function hashOf(rows: VectorRows, version: string, attribution: string | null): string {
  const hash = createHash('sha256').update(JSON.stringify([version, attribution, rows.city]))
  // Row by row: a city's footprints are too long for one text.
  for (const list of Object.values(rows))
    if (Array.isArray(list)) {
      hash.update(`${list.length}\n`)
      for (const row of list) hash.update(JSON.stringify(row))
    }
  return hash.digest('hex')
}

/** The first and last column and row of tiles that a box touches. */
function tileRange([west, north, east, south]: SpotBox, zoom: number, margin = 0) {
  const count = 1 << zoom
  const index = (share: number) => Math.max(0, Math.min(count - 1, Math.floor(share)))
  return {
    left: index(west * count - margin),
    right: index(east * count + margin),
    top: index(north * count - margin),
    bottom: index(south * count + margin),
  }
}

/** The finest zoom at which a box is in one or two tiles. */
function coarsestZoom(box: SpotBox): number {
  for (let zoom = finestZoom; zoom > 0; zoom--) {
    const {left, right, top, bottom} = tileRange(box, zoom)
    if ((right - left + 1) * (bottom - top + 1) <= 2) return zoom
  }
  return 0
}

/** Tiles of a zoom within a box that features reach into, column by column, each with its features in their order. */
function* tilesOf(all: readonly MapFeature[], box: SpotBox, zoom: number) {
  const {left, right, top, bottom} = tileRange(box, zoom)
  const tiles = new Map<number, MapFeature[]>()
  for (const feature of all) {
    if (zoom < feature.from || zoom > feature.to) continue
    const own = tileRange(feature.box, zoom, tileBuffer / tileExtent)
    for (let x = Math.max(left, own.left); x <= Math.min(right, own.right); x++)
      for (let y = Math.max(top, own.top); y <= Math.min(bottom, own.bottom); y++) {
        const place = x * (1 << zoom) + y
        const known = tiles.get(place)
        if (known) known.push(feature)
        else tiles.set(place, [feature])
      }
  }
  for (const place of [...tiles.keys()].sort((a, b) => a - b))
    yield {x: Math.floor(place / (1 << zoom)), y: place % (1 << zoom), features: tiles.get(place)!}
}

function describe(
  {city}: VectorRows,
  [west, north, east, south]: SpotBox,
  available: VectorMapDescription['available'],
  zooms: LayerZooms,
  {madeFrom, attribution}: {madeFrom: string; attribution: string | null},
): VectorMapDescription {
  const levels = Object.keys(available).map(Number)
  const [minzoom, maxzoom] = [Math.min(...levels), Math.max(...levels)]
  const bounds: VectorMapDescription['bounds'] = [lonOf(west), latOf(south), lonOf(east), latOf(north)]
  const [name, english] = [city.name ?? city.id, city.nameEn ?? city.id]
  const invented = city.isDemo ? ' An invented city.' : ''
  return {
    tilejson: '3.0.0',
    name,
    description: `Base map of ${english} from its own open data, by the Shortbread schema 1.0.${invented}`,
    version: '1.0.0',
    ...(attribution !== null && {attribution}),
    scheme: 'xyz',
    tiles: ['{z}/{x}/{y}.mvt'],
    minzoom,
    maxzoom,
    bounds,
    center: [lonOf((west + east) / 2), latOf((north + south) / 2), Math.min(maxzoom, minzoom + 2)],
    vector_layers: [
      ...vectorLayers.map(({id, describe, fields}) => {
        const [from, to] = zooms.get(id) ?? [minzoom, maxzoom]
        return {id, description: describe, minzoom: from, maxzoom: to, fields: describeFields(fields)}
      }),
      ...layersWithoutRows.map(id => ({id, description: 'Empty', minzoom, maxzoom, fields: {}})),
    ],
    city: city.id,
    madeFrom,
    available,
  }
}

const describeFields = (fields: Record<string, VectorField>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, {type, describe, from}]) => [
      name,
      `${type}: ${describe}${from === undefined ? '' : `, from zoom ${from}`}`,
    ]),
  )

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7
const lonOf = (x: number) => rounded(x * 360 - 180)
const latOf = (y: number) => rounded((Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI)
