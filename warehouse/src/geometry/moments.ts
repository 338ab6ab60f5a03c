import {equalArea} from './equal-area.ts'
import type {LonLat, Rings} from './polygons.ts'
import {ringEdges} from './ring-edges.ts'

/** Area in square metres on the ellipsoid, and the centroid in degrees, weighted by area. */
export type Moments = {areaSquareMetres: number; lon: number; lat: number}

/**
 * Area and centroid of polygons by the shoelace sums in an equal-area projection. Holes count as holes whatever their
 * direction; polygons that overlap count twice. Where the area is nil, or next to nil as rings cross themselves and one
 * loop undoes the other, the centroid is the mean of the corners. Null where there is no corner.
 */
export function moments(polygons: Rings[]): Moments | null {
  const first = polygons[0]?.[0]?.[0]
  if (!first) return null
  // Sums are taken about the first corner: a house's area would be lost in the digits of its distance to 0° E.
  const [originX, originY] = equalArea.project(first)
  const sum = {area: 0, x: 0, y: 0}
  const corners = {count: 0, x: 0, y: 0}
  const box = {west: Infinity, south: Infinity, east: -Infinity, north: -Infinity}

  for (const rings of polygons)
    rings.forEach((ring, index) => {
      const part = {area: 0, x: 0, y: 0}
      for (const [[fromX, fromY], [x, y]] of ringEdges(ring.map(relative))) {
        const cross = fromX * y - x * fromY
        part.area += cross / 2
        part.x += ((fromX + x) * cross) / 6
        part.y += ((fromY + y) * cross) / 6
        corners.count++
        corners.x += x
        corners.y += y
        box.west = Math.min(box.west, x)
        box.south = Math.min(box.south, y)
        box.east = Math.max(box.east, x)
        box.north = Math.max(box.north, y)
      }
      const sign = Math.sign(part.area) * (index === 0 ? 1 : -1)
      sum.area += sign * part.area
      sum.x += sign * part.x
      sum.y += sign * part.y
    })

  const [centreX, centreY] = [sum.x / sum.area, sum.y / sum.area]
  const isInBox = centreX >= box.west && centreX <= box.east && centreY >= box.south && centreY <= box.north
  const [x, y] =
    sum.area > 1e-6 && isInBox ? [centreX, centreY] : [corners.x / corners.count, corners.y / corners.count]
  const [lon, lat] = equalArea.unproject([originX + x, originY + y])
  return {areaSquareMetres: Math.max(0, sum.area), lon, lat}

  function relative(corner: LonLat): [number, number] {
    const [x, y] = equalArea.project(corner)
    return [x - originX, y - originY]
  }
}
