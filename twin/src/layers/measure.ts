/** A point that was measured at: degrees, and metres above the ellipsoid. */
export type MeasurePoint = {lon: number; lat: number; heightMetres: number}

/** What points in a row measure: over the ground, through the air, and from the first to the last upwards. */
export type LineMeasure = {groundMetres: number; airMetres: number; riseMetres: number}

/** What a ring of points measures, as it would on a map. */
export type AreaMeasure = {squareMetres: number; perimeterMetres: number}

/** Lengths along points, on a plane that touches the WGS 84 ellipsoid: within 0.1 % over the 20 km of a city. */
export function measureLine(points: MeasurePoint[]): LineMeasure {
  let [ground, air] = [0, 0]
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (!before) continue
    const flat = flatMetres(before, point)
    ground += flat
    air += Math.hypot(flat, point.heightMetres - before.heightMetres)
  }
  const [first, last] = [points[0], points[points.length - 1]]
  return {
    groundMetres: ground,
    airMetres: air,
    riseMetres: (last?.heightMetres ?? 0) - (first?.heightMetres ?? 0),
  }
}

/** Area and perimeter of a ring, closed or not, seen from above: Gauss's shoelace formula on the same plane. */
export function measureArea(points: MeasurePoint[]): AreaMeasure {
  const [origin] = points
  if (!origin || points.length < 3) return {squareMetres: 0, perimeterMetres: 0}
  const lat = points.reduce((sum, point) => sum + point.lat, 0) / points.length
  const scale = degreeMetres(lat)
  const flat = points.map(
    point => [(point.lon - origin.lon) * scale.lon, (point.lat - origin.lat) * scale.lat] as const,
  )
  let [double, perimeter] = [0, 0]
  for (const [index, [x, y]] of flat.entries()) {
    const [nextX, nextY] = flat[(index + 1) % flat.length]!
    double += x * nextY - nextX * y
    perimeter += Math.hypot(nextX - x, nextY - y)
  }
  return {squareMetres: Math.abs(double) / 2, perimeterMetres: perimeter}
}

function flatMetres(a: MeasurePoint, b: MeasurePoint): number {
  const scale = degreeMetres((a.lat + b.lat) / 2)
  return Math.hypot((b.lon - a.lon) * scale.lon, (b.lat - a.lat) * scale.lat)
}

/** Lengths of a degree on the WGS 84 ellipsoid at a latitude: arcs of the meridian and of the parallel. */
export function degreeMetres(lat: number): {lon: number; lat: number} {
  const [axis, eccentricitySquared] = [6_378_137, 0.00669437999014]
  const phi = (lat * Math.PI) / 180
  const bend = 1 - eccentricitySquared * Math.sin(phi) ** 2
  return {
    lon: ((Math.PI / 180) * axis * Math.cos(phi)) / Math.sqrt(bend),
    lat: ((Math.PI / 180) * axis * (1 - eccentricitySquared)) / bend ** 1.5,
  }
}
