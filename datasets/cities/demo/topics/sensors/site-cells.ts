import {toLonLat} from '../../tools/space/plan-frame.ts'
import {districts} from '../../world/districts.ts'
import type {FoundSite} from './find-site.ts'

/** Longitude and latitude with six decimals, and the name of the district: cells of a register. */
export function siteCells({point, district}: FoundSite): [lon: string, lat: string, district: string] {
  const [lon, lat] = toLonLat(point)
  return [lon.toFixed(6), lat.toFixed(6), districts[district]!.name.uk]
}
