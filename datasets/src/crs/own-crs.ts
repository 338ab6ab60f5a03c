import proj4 from 'proj4'
import {crsDefinition} from './crs-definition.ts'

/** A point whose place is published both ways: easting and northing of the system, and degrees of WGS 84 or ETRS89. */
export type ControlPoint = {name: string; x: number; y: number; lon: number; lat: number}

/** How near its control points a city's own system has to come, metres. */
const reach = 0.2

/**
 * A coordinate system of a city's own, as the text that a feed's `format: {crs}` takes: a local one that no authority
 * lists, or a national one made exact around the city.
 *
 * `system` is a proj string without axis order, or the code of a known system. With `isShifted` it is moved by what the
 * points lie off on average: a national network of the 19th century is strained by a metre over a country, by
 * decimetres over a city. Then each point is checked against a shift by all the others, so one that fits nothing is found.
 *
 * Throws unless there are two points, three for a shift, none nearer than 100 m to another, and every one is met
 * within 0.2 m: the error that the system then states.
 */
export function ownCrs(own: {
  title: string
  system: string
  isShifted?: boolean
  points: readonly ControlPoint[]
}): string {
  const {title, isShifted = false, points} = own
  const fail = (what: string): never => {
    throw new RangeError(`Coordinate system "${title}": ${what}.`)
  }
  if (!/^[^+=]+$/.test(title)) fail('its title is empty, or has a plus or an equals sign')
  const proj = own.system.startsWith('+proj=') ? own.system.trim() : crsDefinition(own.system).proj
  const least = isShifted ? 3 : 2
  if (points.length < least) fail(`it needs ${least} control points to be checked, and has ${points.length}`)
  const odd = points.find(({x, y, lon, lat}) => ![x, y, lon, lat].every(Number.isFinite))
  if (odd) fail(`"${odd.name}" has a coordinate that is no number`)
  const misses = missesOf(proj, points, fail)
  const near = points.find((point, index) => points.slice(0, index).some(other => apart(point, other) < 100))
  if (near) fail(`"${near.name}" is within 100 m of another control point, and says nothing new`)

  for (const [index, {name}] of points.entries()) {
    const [east, north] = misses[index]!
    const others = misses.filter((_, at) => at !== index)
    const [byEast, byNorth] = isShifted ? mean(others) : [0, 0]
    const miss = Math.hypot(east - byEast, north - byNorth)
    if (!(miss <= reach))
      fail(`it misses "${name}" by ${miss.toFixed(2)} m, and at most ${reach} m are taken`)
  }
  const shifted = isShifted ? shift(proj, mean(misses), fail) : proj
  return `${shifted} +accuracy=${reach} +title=${title}`
}

type Pair = [east: number, north: number]
type Fail = (what: string) => never

/** How far each point's published coordinates lie from those that its degrees give, in units of the system. */
function missesOf(proj: string, points: readonly ControlPoint[], fail: Fail): Pair[] {
  if (proj.startsWith('+proj=longlat') || !proj.includes('+units=m'))
    fail('its coordinates are not metres; what is in degrees takes no definition of its own')
  let toSystem: (lonLat: Pair) => number[]
  try {
    const converter = proj4('+proj=longlat +datum=WGS84 +no_defs', proj)
    toSystem = lonLat => converter.forward(lonLat)
  } catch (error) {
    return fail(`"${proj}" cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  return points.map(({x, y, lon, lat}) => {
    const [ownX, ownY] = toSystem([lon, lat])
    return [x - ownX!, y - ownY!]
  })
}

const apart = (one: ControlPoint, other: ControlPoint) => Math.hypot(one.x - other.x, one.y - other.y)

const mean = (pairs: Pair[]): Pair => [
  pairs.reduce((sum, [east]) => sum + east, 0) / pairs.length,
  pairs.reduce((sum, [, north]) => sum + north, 0) / pairs.length,
]

/** Moves the false origin, to the millimetre. */
function shift(proj: string, [east, north]: Pair, fail: Fail): string {
  const move = (text: string, axis: 'x' | 'y', by: number) => {
    const found = new RegExp(`\\+${axis}_0=([-+.\\deE]+)`).exec(text)
    if (!found) return fail(`"${text}" has no +${axis}_0 that could be moved`)
    const moved = Math.round((Number(found[1]) + by) * 1000) / 1000
    return text.replace(found[0], `+${axis}_0=${moved}`)
  }
  return move(move(proj, 'x', east), 'y', north)
}
