/** One table on the map. A row is a point, an outline, or a building of the tileset. */
export type Layer = {
  table: string
  kind: 'points' | 'outlines' | 'buildings'
  /** Column that names a row within its city. */
  key: string
  /** Further columns without which the key names no single row: a month, a kind of reading. */
  keyBeside?: string[]
  place: LayerPlace
  /** Columns that may name a row for people; the first that is filled does. */
  name: string[]
  /** Columns to show beside the name in a list. */
  facts: string[]
  /** Columns that say which rows come first where there are too many, `-` before one for descending. */
  order: string
}

/**
 * Where a layer's rows lie: two columns of degrees, a column of GeoJSON text, or both; a column of cells of the H3 grid;
 * or, for a table without a place, the row of another table that has this value in its column `by`.
 */
export type LayerPlace = {
  lon?: string
  lat?: string
  geometry?: string
  h3?: string
  from?: {column: string; table: string; by: string}
}

/** A row that has a place. */
export type Item = {
  layer: string
  key: string
  /** Empty where the row has no name but its key. */
  name: string
  lon: number
  lat: number
  /** Values of the layer's `facts`, in their order. */
  facts: unknown[]
}

/** A row as others refer to it: in an address, in a picked feature. */
export type ItemKey = {layer: string; key: string}
