import {distance, type Point} from '../../tools/space/vector.ts'
import type {Building} from '../../world/ground/ground.ts'
import {nearest} from './nearest.ts'

/**
 * So many places among buildings that each is in the middle of those nearest to it: Lloyd’s k-means, weighted by
 * dwellings. It begins with the most built-up place and goes on with the farthest from all before, so the places
 * depend on the buildings alone.
 */
export function chooseSites(buildings: Building[], count: number): Point[] {
  const homes = buildings.filter(({dwellings}) => dwellings > 0)
  const sites: Point[] = [
    homes.reduce((most, home) => (home.dwellings > most.dwellings ? home : most)).centre,
  ]
  while (sites.length < count) {
    // Far from all before it, but where many live.
    const reach = ({centre, dwellings}: Building) =>
      Math.min(...sites.map(site => distance(site, centre))) * Math.min(dwellings, 30)
    let best = homes[0]!
    let most = -1
    for (const home of homes) {
      const reached = reach(home)
      if (reached > most) [best, most] = [home, reached]
    }
    sites.push(best.centre)
  }
  let settled = sites
  for (let round = 0; round < 12; round++) {
    const sums = settled.map(() => [0, 0, 0] as [x: number, y: number, weight: number])
    for (const {centre, dwellings} of homes) {
      const sum = sums[settled.indexOf(nearest(settled, centre, site => site))]!
      sum[0] += centre[0] * dwellings
      sum[1] += centre[1] * dwellings
      sum[2] += dwellings
    }
    settled = sums.map(([x, y, weight], index) => (weight > 0 ? [x / weight, y / weight] : settled[index]!))
  }
  return settled
}
