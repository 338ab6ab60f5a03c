import type {ApiProblem, ScenarioComments, ScenarioDetail} from '@hromada/api'
import {emptyState, writeState} from '@hromada/twin/layers'
import {
  type Proposal,
  polygonsOf,
  proposalFrom,
  quantitiesOf,
  siteFrame,
  studyToHash,
} from '@hromada/twin/planning'
import type {Site} from '../../site.ts'
import {placeOf, type Surrounding} from './plan-picture.ts'

/** What the API said went wrong; anything else is thrown on. */
export function problemOf(error: unknown): {code: string; detail: string; status: number} {
  const problem = (error as Partial<ApiProblem>).problem
  if (!problem) throw error
  return problem
}

/** The proposals of a scenario, each with what it amounts to. */
export const variantsOf = ({variants}: ScenarioDetail) =>
  variants.map((variant, index) => {
    const proposal = proposalFrom(variant, `variants[${index}].`)
    const {lon, lat} = placeOf(proposal)
    return {proposal, quantities: quantitiesOf(proposal, siteFrame(lon, lat))}
  })

/** More than stand around anywhere; a plan is a picture, not a count. */
const mostBuildings = 2000

/** Outlines of the buildings around a proposal; none where the release has none. */
export async function surroundings(
  site: Site,
  city: string,
  proposal: Proposal,
  radiusMetres: number,
): Promise<Surrounding[]> {
  const table = site.tables.get('buildings')
  if (!table?.columns.some(({name}) => name === 'geometry')) return []
  const {lon, lat} = placeOf(proposal)
  const frame = siteFrame(lon, lat)
  // A building whose middle lies outside may still reach in.
  const reach = radiusMetres + 40
  const [west, south] = frame.toDegrees([-reach, -reach])
  const [east, north] = frame.toDegrees([reach, reach])
  const rows = await site
    .rows<{building_id: string; geometry: unknown}>('buildings', {
      select: ['building_id', 'geometry'],
      where: [
        ['city', '=', city],
        ['lon', '>=', west.toFixed(7)],
        ['lon', '<=', east.toFixed(7)],
        ['lat', '>=', south.toFixed(7)],
        ['lat', '<=', north.toFixed(7)],
      ],
      limit: mostBuildings,
    })
    .catch(() => [])
  return rows.flatMap(({building_id, geometry}) => {
    const polygons = polygonsOf(typeof geometry === 'string' ? geometry : JSON.stringify(geometry))
    return polygons.length > 0 ? [{key: building_id, polygons}] : []
  })
}

/** Addresses where a scenario is seen and worked out: both are made by the reader's own browser. */
export async function studyAddresses(site: Site, scenario: ScenarioDetail, proposals: Proposal[]) {
  const hash = await studyToHash({
    city: scenario.city,
    variants: proposals,
    settings: settingsOf(scenario),
    viewpoints: [],
  })
  const city = scenario.city === site.home.id ? null : scenario.city
  return {
    twin: `${site.href('/twin', {city, ...viewOf(placeOf(proposals[0]!))})}#plan=${hash}`,
    report: `${site.href('/twin/report', {city})}#plan=${hash}`,
  }
}

/** The view of the twin that looks at a place from the south. */
export function viewOf({lon, lat}: {lon: number; lat: number}): Record<string, string> {
  const view = {lon, lat, heightMetres: 0, headingDegrees: 0, pitchDegrees: -35, rangeMetres: 500}
  return Object.fromEntries(writeState({...emptyState(), view}))
}

const settingsOf = ({settings}: ScenarioDetail) => settings as Parameters<typeof studyToHash>[0]['settings']

/** The comments that are shown on a plan, by their numbers. */
export const placesOf = ({comments}: ScenarioComments) => comments.map(({number, place}) => ({number, place}))
