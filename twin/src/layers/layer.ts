/** One table on the map. A row is a point, an outline, or a building of the tileset. */
export type Layer = {
  table: string
  kind: 'points' | 'outlines' | 'buildings'
  /** Column that names a row within its city. */
  key: string
  /** Columns of a point, or the column with GeoJSON text. Buildings and points have `lon` and `lat`. */
  place: {lon: string; lat: string; geometry?: string}
  /** Columns that may name a row for people; the first that is filled does. */
  name: string[]
  /** Columns to show beside the name in a list. */
  facts: string[]
  /** Column that says which rows come first where there are too many, `-` before it for descending. */
  order: string
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
