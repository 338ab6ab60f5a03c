/** A zone of a plan: where which rules hold. */
export type Zone = {
  key: string
  code: string
  name: string
  /** In degrees. */
  polygons: [lon: number, lat: number][][][]
}

/** What may be limited, and what is reckoned by a norm. The words are those of the table `zone_rules`. */
export const ruleKinds = {
  max_height_m: {is: 'most', unit: 'm'},
  max_storeys: {is: 'most', unit: '1'},
  max_coverage_pct: {is: 'most', unit: '%'},
  max_floor_area_ratio: {is: 'most', unit: '1'},
  min_setback_m: {is: 'least', unit: 'm'},
  max_sky_plane_deg: {is: 'most', unit: 'deg'},
  min_distance_m: {is: 'least', unit: 'm'},
  min_sun_hours: {is: 'least', unit: 'h'},
  min_unbroken_sun_hours: {is: 'least', unit: 'h'},
  broken_sun_total_hours: {is: 'norm', unit: 'h'},
  broken_sun_stretch_hours: {is: 'norm', unit: 'h'},
  floor_area_per_resident_m2: {is: 'norm', unit: 'm2'},
  parking_per_1000_residents: {is: 'norm', unit: '1'},
  school_places_per_1000_residents: {is: 'norm', unit: '1'},
  kindergarten_places_per_1000_residents: {is: 'norm', unit: '1'},
} as const

export type RuleKind = keyof typeof ruleKinds

/** A rule of a zone: a number, and who says so. */
export type ZoneRule = {kind: RuleKind; limit: number; document: string; paragraph: string}

export const isRuleKind = (word: string): word is RuleKind => Object.hasOwn(ruleKinds, word)
