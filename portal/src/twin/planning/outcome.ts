import {
  type Analysis,
  checkRules,
  isInside,
  type Need,
  needsOf,
  type Proposal,
  type Quantities,
  quantitiesOf,
  type RuleFinding,
  siteFrame,
  storeysOf,
  type Zone,
} from '@hromada/twin/planning'
import type {Site} from './load-site.ts'

/** All that is known of a variant: its figures, what it needs, its rules, and, once worked out, what it does. */
export type Outcome = {
  quantities: Quantities
  needs: Need[]
  zone: Zone | null
  findings: RuleFinding[]
  analysis: Analysis | null
  /** Residents of homes whose walls lose sun: an estimate by floor area; null where it cannot be made. */
  residentsInShade: number | null
}

/** Puts together what can be said of a variant now. */
export function outcomeOf(proposal: Proposal, site: Site, analysis: Analysis | null): Outcome {
  const frame = siteFrame(site.lon, site.lat)
  const quantities = quantitiesOf(proposal, frame)
  const zone = zoneOf(proposal, site)
  const rules = zone ? (site.rules.get(zone.code) ?? []) : []
  return {
    quantities,
    needs: needsOf(quantities, rules),
    zone,
    findings:
      zone && proposal.parts.length > 0
        ? checkRules(proposal, zone, rules, site.buildings, frame, {
            stock: site.stock,
            walls: analysis?.walls ?? null,
          })
        : [],
    analysis,
    residentsInShade: analysis && residentsOf(analysis, site),
  }
}

/** The zone in which a proposal's first body begins. */
function zoneOf({parts}: Proposal, {zones}: Site): Zone | null {
  const ring = parts[0]?.rings[0]
  if (!ring) return null
  const corners = ring.slice(1)
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
  return zones.find(({polygons}) => isInside(polygons, mean(0), mean(1))) ?? null
}

/**
 * The city's residents spread evenly over the floors of its homes, as far as they are in homes that lose sun: people
 * are not told of house by house, so this is the nearest that may be said.
 */
function residentsOf({losing}: Analysis, {buildings, residentsPerM2}: Site): number | null {
  if (residentsPerM2 === null) return null
  const keys = new Set(losing.filter(({isHousing}) => isHousing).map(({key}) => key))
  return Math.round(
    buildings
      .filter(({key}) => keys.has(key))
      .reduce((sum, building) => sum + building.areaM2 * storeysOf(building) * residentsPerM2, 0),
  )
}
