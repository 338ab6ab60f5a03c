/** Of a degree along the equator, and of one northward anywhere within 0.7 %: for steps, grids and pictures. */
export const metresPerDegree = 111_320

/** A place so many metres east and north of another, for a camera's steps. */
export const placeBeside = ({lon, lat}: {lon: number; lat: number}, east: number, north: number) => ({
  lon: lon + east / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
  lat: lat + north / metresPerDegree,
})

/** Metres over the ground between two places in degrees, on a sphere of 6,371 km: within 0.5 %, for lists. */
export function groundMetres(a: {lon: number; lat: number}, b: {lon: number; lat: number}): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half))
}
