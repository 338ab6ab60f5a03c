import type {Scope} from '../../chapter.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {Ground} from '../../world/ground/ground.ts'
import {type FoundSite, findSite} from '../sensors/find-site.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import {type Counter, counters} from './counter-table.ts'

/** The stretch of road that a counter counts, near a spot in plan metres. */
export const siteOfCounter = (ground: Ground, spot: Point, {roads, isBridge}: Counter): FoundSite =>
  findSite(ground, spot, {at: 'road', classes: roads, isBridge})

/** Where each counter stands, in the order of `counters`. */
export function counterSites(scope: Pick<Scope, 'seed' | 'ground'>): {counter: Counter; site: FoundSite}[] {
  const ground = scope.ground()
  const place = placeInPlan(scope.seed)
  return counters.map(counter => ({counter, site: siteOfCounter(ground, place(counter.spot), counter)}))
}
