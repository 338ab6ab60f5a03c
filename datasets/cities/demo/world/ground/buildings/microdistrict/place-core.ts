import {isInside} from '../../../../tools/space/is-inside.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {distance, type Point, step} from '../../../../tools/space/vector.ts'
import {placeSchool} from '../institutions/place-school.ts'
import type {Block} from '../site/blocks.ts'
import {deepestPlace} from '../site/deepest-place.ts'
import type {Town} from '../site/town.ts'
import type {Estate} from './estate.ts'

/** The school and the kindergartens in the middle of a block, as many as its size needs. */
export function placeCore({town, block, draw}: Estate, year: number): void {
  const hectares = block.squareMetres / 10_000
  const {along} = block.quarter
  const middle = plannedCore(town, block) ?? deepestPlace(town.site, block).at
  const common = {gap: 12, road: 3}
  const isServed = (kind: string, metres: number) =>
    town.drafts.some(draft => draft.kind === kind && distance(draft.shape.outline[0]!, middle) < metres)
  if (hectares > 6 && !isServed('school', 330))
    placeSchool(town, block, middle, along, {...common, kind: 'school', year: year + 2, storeys: 3}, draw)
  const kindergartens = hectares > 13 ? 2 : hectares > 4 ? 1 : 0
  for (let index = 0; index < kindergartens && !isServed('kindergarten', 90); index++) {
    const plan = {...common, kind: 'kindergarten', year: year + 1 + index, storeys: 2} as const
    placeSchool(town, block, step(middle, along, index === 0 ? 92 : -92, 10), along, plan, draw)
  }
}

/** The middle of the ground that the plan keeps free for schools. */
function plannedCore({layout}: Town, {ring}: Block): Point | null {
  for (const site of layout.sites) {
    if (site.kind !== 'core') continue
    const middle = ringCentroid(site.ring)
    if (isInside(middle, ring)) return middle
  }
  return null
}
