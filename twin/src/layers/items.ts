import type {Table, Vector} from 'apache-arrow'
import type {Item, Layer} from './layer.ts'

/** Rows that have a place, and how many have none. */
export type Items = {items: Item[]; withoutPlace: number}

/**
 * The rows of an Arrow table as items of a layer. A row without coordinates is counted, not drawn. Throws where the
 * table lacks a column that the layer needs. Knows nothing of a 3D engine.
 */
export function items(table: Table, layer: Layer): Items {
  const column = (name: string): Vector => {
    const found = table.getChild(name)
    if (found) return found
    throw new Error(
      `The layer "${layer.table}" needs the column "${name}"; the answer has ${table.schema.names.join(', ')}.`,
    )
  }
  const [keys, lons, lats] = [layer.key, layer.place.lon, layer.place.lat].map(column) as [
    Vector,
    Vector,
    Vector,
  ]
  const names = layer.name.map(column)
  const facts = layer.facts.map(column)

  const found: Item[] = []
  let withoutPlace = 0
  for (let row = 0; row < table.numRows; row++) {
    const [lon, lat] = [lons.get(row), lats.get(row)]
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      withoutPlace++
      continue
    }
    const named = names.map(vector => vector.get(row)).find(value => value !== null && value !== '')
    found.push({
      layer: layer.table,
      key: String(keys.get(row)),
      name: named === undefined ? '' : String(named),
      lon,
      lat,
      facts: facts.map(vector => plain(vector.get(row))),
    })
  }
  return {items: found, withoutPlace}
}

/** 64-bit integers come as bigint, which neither JSON nor number formats take; none here is near 2⁵³. */
const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
