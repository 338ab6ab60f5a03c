import {isInside} from '../../tools/space/is-inside.ts'
import {ringPositions, toLonLat} from '../../tools/space/plan-frame.ts'
import type {Point} from '../../tools/space/vector.ts'
import {districts} from '../../world/districts.ts'
import type {Ground} from '../../world/ground/ground.ts'
import type {FoundSite} from './find-site.ts'

type SiteCells = {lon: string; lat: string; district: string}

/**
 * Longitude and latitude with six decimals, and the name of the district: cells of a register. The district is the one
 * whose outline, as it is published, holds the place as it is written here, so that whoever lays one over the other
 * finds them agree; on the water's edge, outside of all, it is that of the nearest building.
 */
export function siteCells({districtOutlines}: Ground): (site: FoundSite) => SiteCells {
  const outlines = districtOutlines.map(rings =>
    rings.map(ring => ringPositions(ring).slice(0, -1) as Point[]),
  )
  return ({point, district}) => {
    const [lon, lat] = toLonLat(point).map(degrees => degrees.toFixed(6)) as [string, string]
    const place: Point = [Number(lon), Number(lat)]
    const holding = outlines.findIndex(rings => rings.some(ring => isInside(place, ring)))
    return {lon, lat, district: districts[holding < 0 ? district : holding]!.name.uk}
  }
}
