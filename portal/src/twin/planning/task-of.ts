import type {AnalysisTask, Proposal, StudySettings} from '@hromada/twin/planning'
import {instantOf} from './instant-of.ts'
import type {Site} from './load-site.ts'
import {zoneOf} from './outcome.ts'

/** The task for a worker: a variant among its surroundings, under the settings, by the clock of the city's zone. */
export function taskOf(proposal: Proposal, site: Site, settings: StudySettings, zone: string): AnalysisTask {
  const rules = site.rules.get(zoneOf(proposal, site)?.code ?? '') ?? []
  return {
    lon: site.lon,
    lat: site.lat,
    proposal,
    buildings: site.buildings,
    ground: site.ground,
    settings,
    instant: instantOf(settings.day, settings.minute, zone),
    sunNorm: rules.find(({kind}) => kind === 'min_sun_hours')?.limit ?? null,
    viewpoints: site.viewpoints,
  }
}
