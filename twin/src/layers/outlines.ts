import type {Table} from 'apache-arrow'
import type {Layer} from './layer.ts'

/** An area's border: its rings in degrees, and the polygons they make. */
export type Outline = {layer: string; key: string; polygons: [lon: number, lat: number][][][]}

/**
 * Borders from the GeoJSON texts (Polygon or MultiPolygon) in a table. A row with another geometry, or none, has no
 * outline; its item, if it has a place, is still a point in lists.
 */
export function outlines(table: Table, layer: Layer): Outline[] {
  const [keys, texts] = [table.getChild(layer.key), table.getChild(layer.place.geometry ?? '')]
  if (!keys || !texts) return []
  const found: Outline[] = []
  for (let row = 0; row < table.numRows; row++) {
    const polygons = polygonsOf(texts.get(row) as string | null)
    if (polygons.length > 0) found.push({layer: layer.table, key: String(keys.get(row)), polygons})
  }
  return found
}

/** Polygons of a GeoJSON text (Polygon or MultiPolygon), none for anything else. */
export function polygonsOf(text: string | null): Outline['polygons'] {
  if (!text) return []
  try {
    const {type, coordinates} = JSON.parse(text) as {type: string; coordinates: unknown}
    if (type === 'Polygon') return [coordinates] as Outline['polygons']
    if (type === 'MultiPolygon') return coordinates as Outline['polygons']
  } catch {
    // A geometry that cannot be read is a finding of the warehouse; here it only has no border.
  }
  return []
}
