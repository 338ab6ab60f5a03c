import {atan, cos, exp, pi, sin} from '../numbers/exact.ts'
import type {Point} from './vector.ts'

export type LonLat = readonly [lon: number, lat: number]

// WGS 84 and the series of Karney (2011), "Transverse Mercator with an accuracy of a few nanometers", eqs 14 and 36,
// to the fourth power of the third flattening: better than a micrometre inside a zone.
const semiMajor = 6_378_137
const flattening = 1 / 298.257223563
const n = flattening / (2 - flattening)
const rectifying = (semiMajor / (1 + n)) * (1 + (n * n) / 4 + (n * n * n * n) / 64)
const scale = 0.9996
const eccentricity = Math.sqrt(flattening * (2 - flattening))
const inverse = [
  n / 2 - (2 / 3) * n * n + (37 / 96) * n * n * n - (1 / 360) * n * n * n * n,
  (1 / 48) * n * n + (1 / 15) * n * n * n - (437 / 1440) * n * n * n * n,
  (17 / 480) * n * n * n - (37 / 840) * n * n * n * n,
  (4397 / 161_280) * n * n * n * n,
]

const sinh = (x: number) => (exp(x) - exp(-x)) / 2
const cosh = (x: number) => (exp(x) + exp(-x)) / 2

/** Longitude and latitude in degrees of a place in a northern UTM zone, metres. */
export function utmToWgs84([east, north]: Point, zone: number): LonLat {
  const xi = north / (scale * rectifying)
  const eta = (east - 500_000) / (scale * rectifying)
  let xiPrime = xi
  let etaPrime = eta
  inverse.forEach((coefficient, index) => {
    const order = 2 * (index + 1)
    xiPrime -= coefficient * sin(order * xi) * cosh(order * eta)
    etaPrime -= coefficient * cos(order * xi) * sinh(order * eta)
  })
  const sinhEta = sinh(etaPrime)
  const cosXi = cos(xiPrime)
  const conformal = sin(xiPrime) / Math.sqrt(sinhEta * sinhEta + cosXi * cosXi)
  // Conformal to geographic latitude by Newton's method (Karney, eqs 19–21); two rounds reach the last digit.
  let tan = conformal
  for (let round = 0; round < 4; round++) {
    const root = Math.sqrt(1 + tan * tan)
    const sigma = sinh(eccentricity * artanh((eccentricity * tan) / root))
    const guess = tan * Math.sqrt(1 + sigma * sigma) - sigma * root
    tan +=
      ((conformal - guess) / Math.sqrt(1 + guess * guess)) *
      ((1 + (1 - eccentricity * eccentricity) * tan * tan) / ((1 - eccentricity * eccentricity) * root))
  }
  const degreesPerRadian = 180 / pi
  return [zone * 6 - 183 + atan(sinhEta / cosXi) * degreesPerRadian, atan(tan) * degreesPerRadian]
}

/** For |x| well below 1, as here: x is below the eccentricity, 0.082. */
function artanh(x: number): number {
  const square = x * x
  let sum = 0
  for (let order = 15; order > 0; order -= 2) sum = 1 / order + square * sum
  return x * sum
}
