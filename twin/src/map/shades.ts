import {metresPerDegree} from '../layers/ground-metres.ts'
import {tilePixels} from './tile-grid.ts'

/** Shadows of houses, and trees, are painted on tiles with at least so many pixels to a metre. */
export const shadesFromPixelsPerMetre = 0.12

/** The finest level whose tiles have no shadows painted on them at that latitude. */
export function unshadedLevel(latDegrees: number): number {
  const narrowing = Math.sqrt(Math.cos((latDegrees * Math.PI) / 180))
  const metresAtLevel0 = (180 / tilePixels) * metresPerDegree * narrowing
  return Math.ceil(Math.log2(shadesFromPixelsPerMetre * metresAtLevel0)) - 1
}
