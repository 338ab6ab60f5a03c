import type {Box} from './tile-grid.ts'

/** How far outside of the city's box things may lie and still be on its map. */
const marginDegrees = 0.1

/** The box of a city with its surroundings, degrees. */
export const surroundingsOf = ([west, south, east, north]: Box): Box => [
  Math.max(-180, west - marginDegrees),
  south - marginDegrees,
  Math.min(180, east + marginDegrees),
  north + marginDegrees,
]
