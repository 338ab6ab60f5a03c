import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {Layout, Site} from '../../layout/layout.ts'

/** Where a plan wants something; null where it does not. */
export function siteOf({sites}: Layout, kind: Site['kind']): Point | null {
  const site = sites.find(one => one.kind === kind)
  return site ? ringCentroid(site.ring) : null
}
