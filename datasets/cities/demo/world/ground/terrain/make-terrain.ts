import type {Plan} from '../plan/plan.ts'
import type {Terrain} from '../terrain.ts'
import {carveRavines, type Pond} from './carve-ravines.ts'
import {cutChannels} from './cut-channels.ts'
import {fillWaters} from './fill-waters.ts'
import {gradeLines} from './grade-lines.ts'
import {makeRelief} from './make-relief.ts'
import {markUnbuildable} from './mark-unbuildable.ts'
import {raiseMounds} from './raise-mounds.ts'
import {raiseWorks} from './raise-works.ts'
import {surroundingsOf} from './surroundings.ts'

/** The height model with what the street plan has to know of it. Arrays have one value a cell. */
export type Land = Terrain & {
  /** See `unbuildableKinds`. */
  unbuildable: Uint8Array
  /** Metres that a ravine has been cut here. */
  ravineDepth: Float32Array
  ponds: Pond[]
}

/** Nature first, then earthworks, then water; last the main lines' cuttings and banks. */
export function makeTerrain(plan: Plan): Land {
  const around = surroundingsOf(plan)
  const {heights, isSea, isLow} = makeRelief(plan, around)
  raiseMounds(plan, heights)
  const {depth: ravineDepth, ponds} = carveRavines(plan, heights)
  cutChannels(plan, heights)
  raiseWorks(plan, heights)
  const water = fillWaters(plan, heights, isSea, ponds)
  const unbuildable = markUnbuildable(plan, {heights, isLow, ravineDepth, water})
  const rails = [plan.rails.main, ...plan.rails.others].map(points => ({class: 'rail' as const, points}))
  gradeLines([...plan.lines, ...rails], {heights, unbuildable, ravineDepth})
  return {heights, water, unbuildable, ravineDepth, ponds}
}
