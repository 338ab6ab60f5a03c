import type {Quantities} from './quantities.ts'
import type {RuleKind, ZoneRule} from './zone-rules.ts'

/** What a proposal needs by a zone's norms: how many, and the rule that says so. Nothing where there is no norm. */
export type Need = {kind: 'residents' | 'parking' | 'school' | 'kindergarten'; count: number; by: ZoneRule}

/**
 * Residents by the norm of floor area a person, and what so many residents need; places are rounded up, people to the
 * nearest. Empty where the zone has no norm of floor area, or nobody is to live there.
 */
export function needsOf({housingFloorAreaM2}: Quantities, rules: ZoneRule[]): Need[] {
  const norm = (kind: RuleKind) => rules.find(rule => rule.kind === kind && rule.limit > 0)
  const perResident = norm('floor_area_per_resident_m2')
  if (!perResident || housingFloorAreaM2 === 0) return []
  const residents = Math.round(housingFloorAreaM2 / perResident.limit)
  const places = (kind: Need['kind'], by: ZoneRule | undefined): Need[] =>
    by ? [{kind, count: Math.ceil((residents * by.limit) / 1000), by}] : []
  return [
    {kind: 'residents', count: residents, by: perResident},
    ...places('parking', norm('parking_per_1000_residents')),
    ...places('school', norm('school_places_per_1000_residents')),
    ...places('kindergarten', norm('kindergarten_places_per_1000_residents')),
  ]
}
