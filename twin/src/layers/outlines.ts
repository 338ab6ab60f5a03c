import type {Table} from 'apache-arrow'
import type {Layer} from './layer.ts'
import {keyColumns, rowKey} from './row-key.ts'

type Place = [lon: number, lat: number]

/**
 * What a row covers: the rings of its area in degrees, and the polygons they make; or the lines it runs along, with no
 * polygons then.
 */
export type Outline = {layer: string; key: string; polygons: Place[][][]; lines?: Place[][]}

/**
 * Borders and lines from the GeoJSON texts in a table. A row with another geometry, or none, has no outline; its item,
 * if it has a place, is still a point in lists.
 */
export function outlines(table: Table, layer: Layer): Outline[] {
  const texts = table.getChild(layer.place.geometry ?? '')
  const keys = keyColumns(layer).map(column => table.getChild(column))
  if (!texts || keys.includes(null)) return []
  const found: Outline[] = []
  for (let row = 0; row < table.numRows; row++) {
    const key = rowKey(keys, row)
    const {polygons, lines} = shapeOf(texts.get(row) as string | null)
    if (polygons.length > 0) found.push({layer: layer.table, key, polygons})
    else if (lines.length > 0) found.push({layer: layer.table, key, polygons, lines})
  }
  return found
}

export type Shape = {polygons: Place[][][]; lines: Place[][]; points: Place[]}

/** Polygons, lines and points of a GeoJSON text; nothing of one that is none. */
export function shapeOf(text: string | null): Shape {
  const nothing: Shape = {polygons: [], lines: [], points: []}
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
