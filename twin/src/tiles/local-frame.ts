import {earthCentred, type Place, wgs84} from '../earth-centred.ts'

/** East, north, up in metres. */
export type Local = [east: number, north: number, up: number]

/** A flat frame of metres that touches the ellipsoid at one place. */
export type LocalFrame = {
  toLocal(place: Place): Local
  toPlace(local: Local): Place
  /** Column-major matrix from the frame to Earth-centred coordinates, as `transform` of a 3D Tiles root. */
  transform: number[]
}

/** East-north-up frame at a place, by the exact geodetic formulas of WGS 84: nothing is flattened but the axes. */
export function localFrame(origin: Place): LocalFrame {
  const [x, y, z] = earthCentred(origin)
  const [lon, lat] = [(origin[0] * Math.PI) / 180, (origin[1] * Math.PI) / 180]
  const [sinLon, cosLon, sinLat, cosLat] = [Math.sin(lon), Math.cos(lon), Math.sin(lat), Math.cos(lat)]
  const east: Local = [-sinLon, cosLon, 0]
  const north: Local = [-sinLat * cosLon, -sinLat * sinLon, cosLat]
  const up: Local = [cosLat * cosLon, cosLat * sinLon, sinLat]

  return {
    toLocal(place) {
      const [px, py, pz] = earthCentred(place)
      const along = ([ax, ay, az]: Local) => ax * (px - x) + ay * (py - y) + az * (pz - z)
      return [along(east), along(north), along(up)]
    },
    toPlace([e, n, u]) {
      const along = (start: number, axis: 0 | 1 | 2) =>
        start + e * east[axis] + n * north[axis] + u * up[axis]
      return geodetic(along(x, 0), along(y, 1), along(z, 2))
    },
    transform: [...east, 0, ...north, 0, ...up, 0, x, y, z, 1],
  }
}

/** Place of Earth-centred metres. Bowring's iteration; five rounds are exact to less than a micrometre near the surface. */
export function geodetic(x: number, y: number, z: number): Place {
  const {semiMajorMetres, e2} = wgs84
  const fromAxis = Math.hypot(x, y)
  let latitude = Math.atan2(z, fromAxis * (1 - e2))
  let height = 0
  for (let round = 0; round < 5; round++) {
    const primeVertical = semiMajorMetres / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
    height = fromAxis / Math.cos(latitude) - primeVertical
    latitude = Math.atan2(z, fromAxis * (1 - (e2 * primeVertical) / (primeVertical + height)))
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (latitude * 180) / Math.PI, height]
}
