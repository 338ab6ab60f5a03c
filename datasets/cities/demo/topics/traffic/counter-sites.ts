import type {Scope} from '../../chapter.ts'
import {type FoundSite, findSite} from '../sensors/find-site.ts'
import {placeInPlan} from '../sensors/place-in-plan.ts'
import {type Counter, counters} from './counter-table.ts'

/** Where each counter stands, in the order of `counters`. */
export function counterSites(scope: Pick<Scope, 'seed' | 'ground'>): {counter: Counter; site: FoundSite}[] {
  const ground = scope.ground()
  const place = placeInPlan(scope.seed)
  return counters.map(counter => {
    const {spot, roads, isBridge} = counter
    return {counter, site: findSite(ground, place(spot), {at: 'road', classes: roads, isBridge})}
  })
}
