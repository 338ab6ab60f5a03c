import {footprintIn, isInside, type Proposal, siteFrame} from '@hromada/twin/planning'
import type {Site} from './load-site.ts'

/** Keys of the buildings that share ground with a proposal: a corner of one lies within the other. */
export function buildingsUnder({parts}: Proposal, {buildings, lon, lat}: Site): string[] {
  const frame = siteFrame(lon, lat)
  const bodies = parts.flatMap(part => footprintIn(part, frame))
  return buildings
    .filter(({polygons}) => {
      const own = polygons.map(rings => rings.map(ring => ring.map(frame.toMetres)))
      return (
        own.flat(2).some(([east, north]) => isInside(bodies, east, north)) ||
        bodies.flat(2).some(([east, north]) => isInside(own, east, north))
      )
    })
    .map(({key}) => key)
}
