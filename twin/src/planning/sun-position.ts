/** Where the sun stands, seen from a place. */
export type SunPosition = {
  /** Clockwise from true north. */
  azimuthDegrees: number
  /** Of the sun's middle above the horizon, as it is seen: lifted by refraction. */
  altitudeDegrees: number
}

/**
 * The sun at an instant (milliseconds since 1970, UTC) over a place in degrees, by the low-precision theory of J. Meeus,
 * Astronomical Algorithms (2nd ed.), ch. 13, 16, 22 and 25, with the sun's parallax and Sæmundsson's refraction for
 * 1,010 hPa and 10 °C. Within 0.01° of NREL's Solar Position Algorithm between 1900 and 2100.
 */
export function sunPosition(time: number, lat: number, lon: number): SunPosition {
  const universalDays = time / 86_400_000 + 2_440_587.5 - 2_451_545
  const centuries = (universalDays + terrestrialMinusUniversalSeconds / 86_400) / 36_525

  // Apparent longitude of the sun: mean longitude, equation of the centre, aberration and nutation.
  const anomaly = radians(357.52911 + 35_999.05029 * centuries - 0.0001537 * centuries ** 2)
  const centre =
    (1.914602 - 0.004817 * centuries) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * centuries) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  const node = radians(125.04 - 1934.136 * centuries)
  const longitude = radians(
    280.46646 +
      36_000.76983 * centuries +
      0.0003032 * centuries ** 2 +
      centre -
      0.00569 -
      0.00478 * Math.sin(node),
  )
  const obliquity = radians(23.43929111 - 0.0130041667 * centuries + 0.00256 * Math.cos(node))
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude))
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude))

  // Hour angle, westwards from south, by apparent sidereal time.
  const sidereal =
    280.46061837 + 360.98564736629 * universalDays - 0.00478 * Math.sin(node) * Math.cos(obliquity)
  const hourAngle = radians(sidereal + lon) - rightAscension
  const latitude = radians(lat)
  const altitude = Math.asin(
    Math.sin(latitude) * Math.sin(declination) +
      Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle),
  )
  const azimuth = Math.atan2(
    Math.sin(hourAngle),
    Math.cos(hourAngle) * Math.sin(latitude) - Math.tan(declination) * Math.cos(latitude),
  )
  const seenFromGround = degrees(altitude) - parallaxDegrees * Math.cos(altitude)
  return {
    azimuthDegrees: (((degrees(azimuth) + 180) % 360) + 360) % 360,
    altitudeDegrees: seenFromGround + refractionDegrees(seenFromGround),
  }
}

/** ΔT in the years around 2026; a minute more or less moves the sun by 0.001°. */
const terrestrialMinusUniversalSeconds = 69
/** 8.794″, the sun's equatorial horizontal parallax at its mean distance. */
const parallaxDegrees = 8.794 / 3600

/** Sæmundsson's formula (Meeus 16.4); below −1° nothing is seen, and nothing is added. */
function refractionDegrees(altitude: number): number {
  if (altitude < -1) return 0
  return 1.02 / Math.tan(radians(altitude + 10.3 / (altitude + 5.11))) / 60
}

const radians = (value: number) => (value * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI
