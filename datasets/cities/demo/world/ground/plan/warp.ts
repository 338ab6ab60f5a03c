import {hash} from '../../../tools/numbers/hash.ts'
import {layeredNoise} from '../../../tools/numbers/noise.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import type {Point} from '../../../tools/space/vector.ts'
import type {Character} from './character.ts'

/** From the planner's template to this city's plan: places written as in SVG, `2450,1560 4065,2233`. */
export type Warp = (points: string) => Point[]

const bendMetres = 150
const featureMetres = 2600

/** One smooth motion for coast, river, ravines and streets together: what crossed in the template still crosses. */
export function warpOf(seed: number, {stretch: [east, north], tilt}: Character): Warp {
  const eastward = hash(seed, 'warp', 'east')
  const northward = hash(seed, 'warp', 'north')
  return points =>
    points
      .trim()
      .split(/\s+/)
      .map(place => {
        const [x, y] = place.split(',').map(Number) as [number, number]
        return [
          x +
            stretched(x, east) +
            bendMetres * layeredNoise(eastward, x / featureMetres, y / featureMetres, 2),
          y +
            stretched(y, north) +
            tilt * (x - planMetres / 2) +
            bendMetres * layeredNoise(northward, x / featureMetres, y / featureMetres, 2),
        ]
      })
}

const stretched = (metres: number, share: number) => (share * metres * (planMetres - metres)) / planMetres
