import {cos, pi, sin} from '../../tools/numbers/exact.ts'

const latitude = (45.9 * pi) / 180
const [sinLatitude, cosLatitude] = [sin(latitude), cos(latitude)]

/** Sine of the sun's height over the city in the middle of each UTC hour of a year: index `day of the year * 24 + hour`. */
export function sunHeights(): Float32Array {
  const heights = new Float32Array(366 * 24)
  for (let day = 0; day < 366; day++) {
    // Declination to half a degree (Cooper 1969).
    const declination = ((23.45 * pi) / 180) * sin((2 * pi * (284 + day + 1)) / 365)
    const [across, along] = [sinLatitude * sin(declination), cosLatitude * cos(declination)]
    for (let hour = 0; hour < 24; hour++)
      heights[day * 24 + hour] = Math.max(0, across + along * cos(((hour + 0.5 - 9.92) * pi) / 12))
  }
  return heights
}
