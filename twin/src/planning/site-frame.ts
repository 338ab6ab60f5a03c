import {wgs84} from '../earth-centred.ts'

/** East and north in metres from a frame's origin. */
export type Metres = [east: number, north: number]

/** Flat metres around a place: what planning reckons in. */
export type SiteFrame = {
  lon: number
  lat: number
  toMetres(place: readonly number[]): Metres
  toDegrees(metres: Metres): [lon: number, lat: number]
}

/**
 * Metres east and north of a place in degrees, by the ellipsoid's radii of curvature there (WGS 84). A kilometre away
 * lengths are right to some centimetres.
 */
export function siteFrame(lon: number, lat: number): SiteFrame {
  const {semiMajorMetres, e2} = wgs84
  const [sine, cosine] = [Math.sin((lat * Math.PI) / 180), Math.cos((lat * Math.PI) / 180)]
  const flattening = 1 - e2 * sine ** 2
  const perLat = ((Math.PI / 180) * semiMajorMetres * (1 - e2)) / flattening ** 1.5
  const perLon = ((Math.PI / 180) * semiMajorMetres * cosine) / Math.sqrt(flattening)
  return {
    lon,
    lat,
    toMetres: ([x = lon, y = lat]) => [(x - lon) * perLon, (y - lat) * perLat],
    toDegrees: ([east, north]) => [lon + east / perLon, lat + north / perLat],
  }
}
