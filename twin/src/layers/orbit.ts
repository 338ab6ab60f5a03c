import {placeBeside} from './ground-metres.ts'

/** A camera that looks at a place: where it looks from is turned, tilted and distant. */
export type Orbit = {
  lon: number
  lat: number
  /** Height of the place above the ellipsoid. */
  heightMetres: number
  /** Direction of view, clockwise from north. */
  headingDegrees: number
  /** Below the horizon: −90 looks straight down. */
  pitchDegrees: number
  rangeMetres: number
}

/** A camera that an address asks for: without a height it looks at the ground that is there. */
export type AskedOrbit = Omit<Orbit, 'heightMetres'> & {heightMetres: number | null}

/** What a key or a button does. Amounts are in steps: one is one press. */
export type Move =
  | {move: 'pan'; right: number; forward: number}
  | {move: 'zoom'; in: number}
  | {move: 'turn'; right: number}
  | {move: 'tilt'; up: number}
  | {move: 'north'}
  | {move: 'top'}

const nearestMetres = 40
const farthestMetres = 80_000

/** The camera after a move. Steps grow with distance, so that a press moves the picture by a like amount everywhere. */
export function moveOrbit(orbit: Orbit, move: Move): Orbit {
  switch (move.move) {
    case 'pan': {
      const [step, heading] = [orbit.rangeMetres * 0.12, (orbit.headingDegrees * Math.PI) / 180]
      const east = step * (move.right * Math.cos(heading) + move.forward * Math.sin(heading))
      const north = step * (move.forward * Math.cos(heading) - move.right * Math.sin(heading))
      return {...orbit, ...placeBeside(orbit, east, north)}
    }
    case 'zoom':
      return {
        ...orbit,
        rangeMetres: clamp(orbit.rangeMetres * 0.75 ** move.in, nearestMetres, farthestMetres),
      }
    case 'turn':
      return {...orbit, headingDegrees: wrap(orbit.headingDegrees + 15 * move.right)}
    case 'tilt':
      return {...orbit, pitchDegrees: clamp(orbit.pitchDegrees + 10 * move.up, -90, -10)}
    case 'north':
      return {...orbit, headingDegrees: 0}
    case 'top':
      return {...orbit, headingDegrees: 0, pitchDegrees: -90}
  }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
const wrap = (degrees: number) => ((degrees % 360) + 360) % 360
