import type {Surface} from '@hromada/warehouse'
import type {Place} from '../earth-centred.ts'
import {ringEdges} from '../ring-edges.ts'
import type {Footprint, LonLat} from './tile-building.ts'

/** A building of unknown height is drawn as a slab of this many metres: there, and plainly not a measured height. */
const slabMetres = 1

/**
 * Faces of a footprint raised from `baseMetres` (above the ellipsoid) by `heightMetres`: roofs, and a wall for each
 * edge of outlines and courtyards. The bottom is left out, as nobody sees it. Rings may be open or closed and turn
 * either way. A footprint below a hundredth of a square metre has no faces.
 */
export function extrudeFootprint(
  footprint: Footprint,
  baseMetres: number,
  heightMetres: number | null,
): Surface[] {
  const topMetres = baseMetres + (heightMetres !== null && heightMetres > 0 ? heightMetres : slabMetres)
  const polygons = footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates
  return polygons.flatMap(rings => {
    const [outline, ...yards] = rings.map((ring, index) => turn(open(ring), index === 0))
    if (!outline || Math.abs(twiceArea(outline)) < 1e-12) return []
    const drawn = [outline, ...yards.filter(yard => yard.length >= 3)]

    const raised = (ring: LonLat[]) => ring.map(corner => at(corner, topMetres))
    const roof: Surface = {type: 'RoofSurface', rings: [raised(outline), ...drawn.slice(1).map(raised)]}
    const wall = ([from, to]: [LonLat, LonLat]): Surface => ({
      type: 'WallSurface',
      rings: [[at(from, baseMetres), at(to, baseMetres), at(to, topMetres), at(from, topMetres)]],
    })
    return [roof, ...drawn.flatMap(ring => [...ringEdges(ring)].map(wall))]
  })
}

const at = ([lon, lat]: LonLat, metres: number): Place => [lon, lat, metres]

/** Without corners that repeat the one before, the closing one included. */
const open = (ring: LonLat[]): LonLat[] =>
  ring.filter((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!
    return corner[0] !== before[0] || corner[1] !== before[1]
  })

/** Outlines counter-clockwise, courtyards clockwise: then every wall looks away from the building. */
function turn(ring: LonLat[], counterClockwise: boolean): LonLat[] {
  return twiceArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse()
}

/** In square degrees, positive counter-clockwise. */
function twiceArea(ring: LonLat[]): number {
  const [originX, originY] = ring[0] ?? [0, 0]
  let sum = 0
  for (const [[fromX, fromY], [x, y]] of ringEdges(ring))
    sum += (fromX - originX) * (y - originY) - (x - originX) * (fromY - originY)
  return sum
}
