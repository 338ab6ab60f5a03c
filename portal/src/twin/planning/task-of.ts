import type {AnalysisTask, Proposal, Study} from '@hromada/twin/planning'
import {instantOf} from './instant-of.ts'
import type {Site} from './load-site.ts'

/** The task for a worker: a variant among its surroundings, under the settings and from the places of the study, by the clock of the city's zone. */
export function taskOf(
  proposal: Proposal,
  site: Site,
  {settings, viewpoints}: Pick<Study, 'settings' | 'viewpoints'>,
  zone: string,
): AnalysisTask {
  return {
    lon: site.lon,
    lat: site.lat,
    proposal,
    buildings: site.buildings,
    ground: site.ground,
    settings,
    instant: instantOf(settings.day, settings.minute, zone),
    viewpoints: [...viewpoints.map(one => ({...one, isOwn: true})), ...site.viewpoints],
  }
}
