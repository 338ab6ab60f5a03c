import {sunPosition} from './sun-position.ts'

/** The sun in the middle of a stretch of time: the direction towards it, and how long it stands for. */
export type Sun = {
  /** Milliseconds since 1970, UTC. */
  time: number
  azimuthDegrees: number
  altitudeDegrees: number
  /** Towards the sun, over the ground. */
  east: number
  north: number
  /** Metres up for each metre over the ground towards the sun; never below 0. */
  slope: number
  hours: number
}

/** The sun at one instant, as one that stands for no time. */
export function sunAt(time: number, lat: number, lon: number): Sun {
  const {azimuthDegrees, altitudeDegrees} = sunPosition(time, lat, lon)
  const azimuth = (azimuthDegrees * Math.PI) / 180
  return {
    time,
    azimuthDegrees,
    altitudeDegrees,
    east: Math.sin(azimuth),
    north: Math.cos(azimuth),
    slope: Math.tan((Math.max(0, altitudeDegrees) * Math.PI) / 180),
    hours: 0,
  }
}

/**
 * Suns of a calendar day (YYYY-MM-DD, by the sun's own clock at the place), from rise to set in equal stretches no
 * longer than `stepMinutes`, so that they add up to the day's length exactly. The sun is up while its upper limb is
 * seen, as almanacs count, and at least `leastAltitudeDegrees` high where a norm counts only that.
 * @throws RangeError for what is no day
 */
export function sunsOfDay(
  day: string,
  lat: number,
  lon: number,
  {
    stepMinutes = 10,
    leastAltitudeDegrees = upperLimbDegrees,
  }: {stepMinutes?: number; leastAltitudeDegrees?: number} = {},
): Sun[] {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(midnight))
    throw new RangeError(`"${day}" is no day; one is written 2026-06-21.`)
  const noon = midnight + (12 - lon / 15) * hour
  const isUp = (time: number) => sunPosition(time, lat, lon).altitudeDegrees >= leastAltitudeDegrees

  // The sun is highest within twenty minutes of mean noon and lowest as near to midnight.
  let culmination = noon
  for (let time = noon - hour / 2; time <= noon + hour / 2; time += hour / 60)
    if (sunPosition(time, lat, lon).altitudeDegrees > sunPosition(culmination, lat, lon).altitudeDegrees)
      culmination = time
  if (!isUp(culmination)) return []
  const edge = (dark: number) => {
    if (isUp(dark)) return dark
    let [out, inside] = [dark, culmination]
    while (Math.abs(inside - out) > 500) {
      const middle = (out + inside) / 2
      if (isUp(middle)) inside = middle
      else out = middle
    }
    return inside
  }
  const [rise, set] = [edge(culmination - 12 * hour), edge(culmination + 12 * hour)]
  const count = Math.ceil((set - rise) / (stepMinutes * 60_000))
  const stretch = (set - rise) / count
  return Array.from({length: count}, (_, index) => ({
    ...sunAt(rise + (index + 0.5) * stretch, lat, lon),
    hours: stretch / hour,
  }))
}

/**
 * Suns of a year as of one mean day: the 21st of every month, each for its month's share of the year, so that hours of
 * sun add up to the mean of the year, a day. Within a minute of what all 365 days come to.
 */
export function sunsOfYear(
  year: number,
  lat: number,
  lon: number,
  options: {stepMinutes?: number} = {},
): Sun[] {
  const start = (month: number) => Date.UTC(year, month, 1)
  return Array.from({length: 12}, (_, month) => {
    const share = (start(month + 1) - start(month)) / (start(12) - start(0))
    const day = `${year}-${String(month + 1).padStart(2, '0')}-21`
    return sunsOfDay(day, lat, lon, options).map(sun => ({...sun, hours: sun.hours * share}))
  }).flat()
}

const hour = 3_600_000
/** The sun's half width: its middle is this far below the horizon, refraction counted, when its upper limb touches it. */
const upperLimbDegrees = -0.2667
