import type {Table, Vector} from 'apache-arrow'
import type {Item, Layer} from './layer.ts'
import {middleOf} from './middle-of.ts'
import {type CellCorners, type Outline, shapeReader} from './outlines.ts'
import {keyColumns, rowKey} from './row-key.ts'

/** Rows that have a place, and how many have none. */
export type Items = {items: Item[]; withoutPlace: number}

/** The places that rows of a table without places refer to, by the value they refer with. */
export type Places = Map<string, {lon: number; lat: number; name: string; outline?: Outline}>

/**
 * The rows of an Arrow table as items of a layer. A row without a place of its own, or without one in `places` where the
 * layer's rows lie at those of another, is counted, not drawn. Throws where the table lacks a column that the layer
 * needs. Knows nothing of a 3D engine.
 */
export function items(table: Table, layer: Layer, places: Places = new Map(), corners?: CellCorners): Items {
  const column = (name: string): Vector => {
    const found = table.getChild(name)
    if (found) return found
    throw new Error(
      `The layer "${layer.table}" needs the column "${name}"; the answer has ${table.schema.names.join(', ')}.`,
    )
  }
  const keys = keyColumns(layer).map(column)
  const placeOf = placesOf(layer, column, places, corners)
  const names = layer.name.map(column)
  const facts = layer.facts.map(column)

  const found: Item[] = []
  let withoutPlace = 0
  for (let row = 0; row < table.numRows; row++) {
    const place = placeOf(row)
    if (!place) {
      withoutPlace++
      continue
    }
    const named = names.map(vector => vector.get(row)).find(value => value !== null && value !== '')
    found.push({
      layer: layer.table,
      key: rowKey(keys, row),
      name: named === undefined ? (place.name ?? '') : String(named),
      lon: place.lon,
      lat: place.lat,
      facts: facts.map(vector => plainValue(vector.get(row))),
    })
  }
  return {items: found, withoutPlace}
}

type PlaceOf = (row: number) => {lon: number; lat: number; name?: string} | null

/** How a row's place is found: at another row, in two columns, or in the middle of its shape or cell. */
function placesOf(
  layer: Layer,
  column: (name: string) => Vector,
  places: Places,
  corners: CellCorners | undefined,
): PlaceOf {
  const {place} = layer
  if (place.from) {
    const values = column(place.from.column)
    return row => places.get(String(values.get(row))) ?? null
  }
  if (place.lon && place.lat) {
    const [lons, lats] = [column(place.lon), column(place.lat)]
    return row => {
      const [lon, lat] = [lons.get(row), lats.get(row)]
      return typeof lon === 'number' && typeof lat === 'number' ? {lon, lat} : null
    }
  }
  const texts = column(place.geometry ?? place.h3 ?? '')
  const shape = shapeReader(layer, corners)
  return row => middleOf(shape(texts.get(row)))
}

/** The outlines of rows that lie at those of another table: each takes over what its place covers. */
export function outlinesAt(table: Table, layer: Layer, places: Places): Outline[] {
  const values = table.getChild(layer.place.from?.column ?? '')
  const keys = keyColumns(layer).map(name => table.getChild(name))
  if (!values || keys.includes(null)) return []
  const found: Outline[] = []
  for (let row = 0; row < table.numRows; row++) {
    const outline = places.get(String(values.get(row)))?.outline
    if (outline) found.push({...outline, layer: layer.table, key: rowKey(keys, row)})
  }
  return found
}

/** The values of a column by row key: numbers, texts, truth values; times as milliseconds. */
export function columnValues(table: Table, layer: Layer, name: string): Map<string, unknown> {
  const [values, keys] = [table.getChild(name), keyColumns(layer).map(key => table.getChild(key))]
  if (!values || keys.includes(null)) return new Map()
  return new Map(
    Array.from({length: table.numRows}, (_, row) => [rowKey(keys, row), plainValue(values.get(row))]),
  )
}

/** 64-bit integers come as bigint, which neither JSON nor number formats take; none here is near 2⁵³. */
const plainValue = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
