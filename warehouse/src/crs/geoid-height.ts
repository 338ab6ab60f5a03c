import type {Geoid, GeoidGrid} from '@hromada/datasets'

/**
 * Height of the geoid above the ellipsoid at a place in degrees, metres: bilinear between the four points of the grid
 * around it, outside the grid that of its nearest edge.
 */
export function geoidHeight(geoid: Geoid['metres'], lon: number, lat: number): number {
  if (typeof geoid === 'number') return geoid
  const {west, south, stepLon, stepLat, metres} = geoid
  const [columns, rows] = [metres[0]!.length, metres.length]
  const x = Math.min(columns - 1, Math.max(0, (lon - west) / stepLon))
  const y = Math.min(rows - 1, Math.max(0, (lat - south) / stepLat))
  const [column, row] = [Math.min(columns - 2, Math.floor(x)), Math.min(rows - 2, Math.floor(y))]
  const [fx, fy] = [x - column, y - row]
  const along = (line: number[]) => line[column]! * (1 - fx) + line[column + 1]! * fx
  return along(metres[row]!) * (1 - fy) + along(metres[row + 1]!) * fy
}

const known = new Map<string, Geoid['metres']>()

/** A geoid as the table `cities` holds it, JSON: a number or a grid. Equal texts give the same object. */
export function parseGeoid(text: string): Geoid['metres'] {
  let geoid = known.get(text)
  if (geoid === undefined) {
    geoid = JSON.parse(text) as number | GeoidGrid
    known.set(text, geoid)
  }
  return geoid
}
