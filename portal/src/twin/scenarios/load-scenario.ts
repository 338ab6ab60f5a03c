import type {ApiProblem, ScenarioComments, ScenarioDetail} from '@hromada/api'
import {boxAround, emptyState, writeState} from '@hromada/twin/layers'
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
    twin: `${site.href('/twin', {city, ...openingView(scenario, proposals)})}#plan=${hash}`,
    report: `${site.href('/twin/report', {city})}#plan=${hash}`,
  }
}

/** From where its author looked; else with all that is proposed in the middle. */
function openingView({view}: ScenarioDetail, proposals: Proposal[]): Record<string, string> {
  if (view !== null) return Object.fromEntries(new URLSearchParams(view))
  const corners = proposals.flatMap(({parts}) => parts.flatMap(({rings}) => rings.flat()))
  const [west, south, east, north] = boxAround(corners.map(([lon, lat]) => ({lon, lat})))!
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  const frame = siteFrame(lon, lat)
  const across = 2 * Math.hypot(...frame.toMetres([east, north]))
  const high = Math.max(...proposals.map(proposal => quantitiesOf(proposal, frame).heightMetres))
  return viewOf({lon, lat}, Math.max(250, 3 * Math.max(across, high)))
}

/** The view of the twin that looks at a place on the ground from the south. */
export function viewOf({lon, lat}: {lon: number; lat: number}, rangeMetres = 500): Record<string, string> {
  const view = {lon, lat, heightMetres: null, headingDegrees: 0, pitchDegrees: -35, rangeMetres}
  return Object.fromEntries(writeState({...emptyState(), view}))
}

const settingsOf = ({settings}: ScenarioDetail) => settings as Parameters<typeof studyToHash>[0]['settings']

/** The comments that are shown on a plan, by their numbers. */
export const placesOf = ({comments}: ScenarioComments) => comments.map(({number, place}) => ({number, place}))
