import type {LonLat} from './polygons.ts'

/**
 * Lambert's cylindrical equal-area projection of the WGS 84 ellipsoid: x = a·λ, y = a·q(φ)/2 (Snyder, Map Projections,
 * 1987, eq. 10-13 … 10-16 with standard parallel 0). Areas are true everywhere, shapes are not: use it for areas and
 * for points weighted by area, never for distances or angles.
 */
export const equalArea = {
  /** Metres of the projection from degrees. */
  project([lon, lat]: LonLat): [x: number, y: number] {
    return [semiMajorMetres * radians(lon), (semiMajorMetres / 2) * q(radians(lat))]
  },

  /** Degrees from metres of the projection. */
  unproject([x, y]: [x: number, y: number]): [lonDegrees: number, latDegrees: number] {
    // Newton's method from the sphere's latitude; q is smooth, and four rounds are far below a micrometre.
    const target = (2 * y) / semiMajorMetres
    let latitude = Math.asin(Math.max(-1, Math.min(1, target / 2)))
    for (let round = 0; round < 4; round++) {
      const sine = Math.sin(latitude)
      const slope = (2 * (1 - e2) * Math.cos(latitude)) / (1 - e2 * sine * sine) ** 2
      if (slope < 1e-12) break
      latitude += (target - q(latitude)) / slope
    }
    return [degrees(x / semiMajorMetres), degrees(latitude)]
  },
}

const semiMajorMetres = 6_378_137
const flattening = 1 / 298.257223563
const e2 = flattening * (2 - flattening)
const e = Math.sqrt(e2)

const radians = (value: number) => (value * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI

function q(latitude: number): number {
  const sine = Math.sin(latitude)
  return (1 - e2) * (sine / (1 - e2 * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e))
}
