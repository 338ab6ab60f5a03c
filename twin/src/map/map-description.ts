/** What `map.json` says of a base map: its scheme and which tiles there are, so that nobody asks for one in vain. */
export type MapDescription = {
  city: string
  /** Hash of the rows and the code that it was made from: the same, the same map. */
  madeFrom: string
  /** Two tiles at level 0, degrees; y counted from the north. */
  scheme: 'EPSG:4326'
  /** Addresses of tiles, relative to this file. */
  tiles: '{z}/{x}/{y}.png'
  tilePixels: number
  /** West, south, east, north in degrees. */
  box: [west: number, south: number, east: number, north: number]
  minimumLevel: number
  maximumLevel: number
  /** By level: x, and each y. */
  available: Record<string, Record<string, number[]>>
}
