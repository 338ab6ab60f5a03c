import {cellShape} from '@hromada/warehouse/cell-shape'
import type {Table} from 'apache-arrow'
import type {Layer} from './layer.ts'
import {keyColumns, rowKey} from './row-key.ts'

type Place = [lon: number, lat: number]

/**
 * What a row covers: the rings of its area in degrees, and the polygons they make; or the lines it runs along, with no
 * polygons then.
 */
export type Outline = {layer: string; key: string; polygons: Place[][][]; lines?: Place[][]}

/** Corners of a cell of the H3 grid, as latitude and longitude in degrees; null for what is no cell. */
export type CellCorners = (cell: string) => [lat: number, lon: number][] | null

/**
 * Borders and lines from the GeoJSON texts in a table, or of the cells it names. A row with another geometry, or none, has
 * no outline; its item, if it has a place, is still a point in lists.
 */
export function outlines(table: Table, layer: Layer, corners?: CellCorners): Outline[] {
  const texts = table.getChild(layer.place.geometry ?? layer.place.h3 ?? '')
  const shape = shapeReader(layer, corners)
  const keys = keyColumns(layer).map(column => table.getChild(column))
  if (!texts || keys.includes(null)) return []
  const found: Outline[] = []
  for (let row = 0; row < table.numRows; row++) {
    const key = rowKey(keys, row)
    const {polygons, lines} = shape(texts.get(row) as string | null)
    if (polygons.length > 0) found.push({layer: layer.table, key, polygons})
    else if (lines.length > 0) found.push({layer: layer.table, key, polygons, lines})
  }
  return found
}

/** How what a layer's geometry column holds becomes a shape. */
export function shapeReader({table, place}: Layer, corners?: CellCorners): (text: string | null) => Shape {
  if (!place.h3) return shapeOf
  if (!corners)
    throw new Error(
      `The layer "${table}" is of cells of the H3 grid, and there is nobody to say where they are.`,
    )
  return cell => {
    const ring = cell ? corners(cell) : null
    if (!ring) return nothing
    const {type, coordinates} = cellShape(ring)
    return {...nothing, polygons: type === 'Polygon' ? [coordinates] : coordinates}
  }
}

const nothing: Shape = {polygons: [], lines: [], points: []}

export type Shape = {polygons: Place[][][]; lines: Place[][]; points: Place[]}

/** Polygons, lines and points of a GeoJSON text; nothing of one that is none. */
export function shapeOf(text: string | null): Shape {
  if (!text) return nothing
  try {
    const {type, coordinates} = JSON.parse(text) as {type: string; coordinates: never}
    if (type === 'Polygon') return {...nothing, polygons: [coordinates]}
    if (type === 'MultiPolygon') return {...nothing, polygons: coordinates}
    if (type === 'LineString') return {...nothing, lines: [coordinates]}
    if (type === 'MultiLineString') return {...nothing, lines: coordinates}
    if (type === 'Point') return {...nothing, points: [coordinates]}
    if (type === 'MultiPoint') return {...nothing, points: coordinates}
  } catch {
    // A geometry that cannot be read is a finding of the warehouse; here it only has no border.
  }
  return nothing
}

/** Polygons of a GeoJSON text (Polygon or MultiPolygon), none for anything else. */
export const polygonsOf = (text: string | null): Place[][][] => shapeOf(text).polygons
