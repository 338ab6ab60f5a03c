import {ringArea} from '../../tools/space/ring-area.ts'
import type {Building} from './ground.ts'

/** Square metres that a building covers, without its courtyards. */
export const footprintOf = ({outline, holes}: Building): number =>
  holes.reduce((area, hole) => area - Math.abs(ringArea(hole)), Math.abs(ringArea(outline)))
