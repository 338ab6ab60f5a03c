type Place = [lon: number, lat: number]

/** The ground of a cell in degrees, as GeoJSON has it. */
export type CellShape =
  | {type: 'Polygon'; coordinates: Place[][]}
  | {type: 'MultiPolygon'; coordinates: Place[][][]}

/**
 * A cell of a grid on the sphere, given by its corners as latitude and longitude in degrees, as a GeoJSON geometry
 * (RFC 7946): longitude first, the ring counter-clockwise and closed, seven decimals (a centimetre). A cell across the
 * antimeridian is cut there in two; one around a pole reaches up to it.
 */
export function cellShape(corners: [lat: number, lon: number][]): CellShape {
  const ring = unwound(corners)
  const parts = [-360, 0, 360]
    .map(shift => clipped(ring, -180 + shift, 180 + shift).map(([lon, lat]): Place => [lon - shift, lat]))
    .filter(part => Math.abs(areaOf(part)) > 0)
    .map(closed)
  const [only] = parts
  return parts.length === 1 && only
    ? {type: 'Polygon', coordinates: [only]}
    : {type: 'MultiPolygon', coordinates: parts.map(part => [part])}
}

/** Longitudes go on beyond ±180°, so that neighbours are near each other; a ring around a pole goes up to it and back. */
function unwound(corners: [lat: number, lon: number][]): Place[] {
  const ring: Place[] = []
  for (const [lat, lon] of corners) {
    const last = ring.at(-1)?.[0] ?? lon
    ring.push([lon + 360 * Math.round((last - lon) / 360), lat])
  }
  const [first, last] = [ring[0]!, ring.at(-1)!]
  const turns = Math.round((last[0] - first[0]) / 360)
  if (turns === 0) return ring
  const pole = first[1] > 0 ? 90 : -90
  const end: Place = [first[0] + 360 * turns, first[1]]
  return [...ring, end, [end[0], pole], [first[0], pole]]
}

/** What of a ring lies between two meridians (Sutherland and Hodgman, 1974). */
function clipped(ring: Place[], west: number, east: number): Place[] {
  return cutAt(cutAt(ring, west, 1), east, -1)
}

function cutAt(ring: Place[], meridian: number, side: 1 | -1): Place[] {
  const kept: Place[] = []
  for (const [index, to] of ring.entries()) {
    const from = ring.at(index - 1)!
    const [before, after] = [side * (from[0] - meridian), side * (to[0] - meridian)]
    if (before * after < 0) kept.push([meridian, from[1] + ((to[1] - from[1]) * before) / (before - after)])
    if (after >= 0) kept.push(to)
  }
  return kept
}

/** Counter-clockwise, as outer rings are, with the first corner once more at the end. */
function closed(ring: Place[]): Place[] {
  const turned = areaOf(ring) < 0 ? ring.toReversed() : ring
  const rounded = turned.map(([lon, lat]): Place => [round(lon), round(lat)])
  return [...rounded, rounded[0]!]
}

/** Twice the area in square degrees; above zero counter-clockwise. */
const areaOf = (ring: Place[]): number =>
  ring.reduce((sum, [lon, lat], index) => {
    const [lonBefore, latBefore] = ring.at(index - 1)!
    return sum + lonBefore * lat - lon * latBefore
  }, 0)

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
