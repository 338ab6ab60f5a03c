/**
 * What `tiles.json` says of a vector map: TileJSON 3.0.0, and beside it which tiles there are. Tiles are given by
 * addresses relative to the file; a server that hands it out makes them whole.
 */
export type VectorMapDescription = {
  tilejson: '3.0.0'
  name: string
  description: string
  version: string
  attribution?: string
  scheme: 'xyz'
  tiles: string[]
  minzoom: number
  maxzoom: number
  /** West, south, east, north. */
  bounds: [number, number, number, number]
  /** Longitude, latitude, zoom. */
  center: [number, number, number]
  vector_layers: {
    id: string
    description: string
    minzoom: number
    maxzoom: number
    fields: Record<string, string>
  }[]
  city: string
  /** Hash of the rows and the code that it was made from: the same, the same map. */
  madeFrom: string
  /** By zoom: x, and each y. */
  available: Record<string, Record<string, number[]>>
}
