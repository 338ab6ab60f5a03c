/** Semi-major axis in metres and squared eccentricity of WGS 84. */
export const wgs84 = {semiMajorMetres: 6_378_137, e2: 0.0066943799901413165}

/** Longitude and latitude in degrees, height in metres above the ellipsoid. */
export type Place = [lonDegrees: number, latDegrees: number, heightMetres: number]

/** Earth-centred, Earth-fixed metres of a place in degrees and metres above the ellipsoid (WGS 84). */
export function earthCentred([lonDegrees, latDegrees, heightMetres]: Place): [
  x: number,
  y: number,
  z: number,
] {
  const [lon, lat] = [(lonDegrees * Math.PI) / 180, (latDegrees * Math.PI) / 180]
  const primeVertical = wgs84.semiMajorMetres / Math.sqrt(1 - wgs84.e2 * Math.sin(lat) ** 2)
  const fromAxis = (primeVertical + heightMetres) * Math.cos(lat)
  return [
    fromAxis * Math.cos(lon),
    fromAxis * Math.sin(lon),
    (primeVertical * (1 - wgs84.e2) + heightMetres) * Math.sin(lat),
  ]
}
