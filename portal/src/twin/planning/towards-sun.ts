import {sunPosition} from '@hromada/twin/planning'

/** The direction to the sun over a place, of length 1; from straight above when it is not up, so that a scene stays readable. */
export function towardsSun(
  instant: number,
  {lon, lat}: {lon: number; lat: number},
): {east: number; north: number; up: number} {
  const {azimuthDegrees, altitudeDegrees} = sunPosition(instant, lat, lon)
  if (altitudeDegrees <= 0.3) return {east: 0, north: 0, up: 1}
  const [azimuth, altitude] = [(azimuthDegrees * Math.PI) / 180, (altitudeDegrees * Math.PI) / 180]
  return {
    east: Math.sin(azimuth) * Math.cos(altitude),
    north: Math.cos(azimuth) * Math.cos(altitude),
    up: Math.sin(altitude),
  }
}
