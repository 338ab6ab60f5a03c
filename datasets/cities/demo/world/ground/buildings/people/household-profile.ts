import type {Building} from '../../ground.ts'

/** Who lives in dwellings of one kind. */
export type HouseholdProfile = {
  /** Mean size of a household before all are brought to the city's number of residents. */
  persons: number
  /** Share of households of one or two that are 65 and older. */
  elderly: number
  /** Share of the members beyond the second who are children, and of those, aged below 7. */
  children: number
  infants: number
}

const profiles = {
  oldHouse: {persons: 2.35, elderly: 0.47, children: 0.5, infants: 0.3},
  house: {persons: 2.7, elderly: 0.36, children: 0.55, infants: 0.31},
  newHouse: {persons: 3.3, elderly: 0.13, children: 0.68, infants: 0.36},
  oldTenement: {persons: 2.05, elderly: 0.46, children: 0.52, infants: 0.3},
  brickHouse: {persons: 2.1, elderly: 0.43, children: 0.54, infants: 0.32},
  fiveStoreys: {persons: 2.1, elderly: 0.42, children: 0.55, infants: 0.33},
  nineStoreys: {persons: 2.45, elderly: 0.25, children: 0.63, infants: 0.36},
  tower: {persons: 2.3, elderly: 0.1, children: 0.7, infants: 0.45},
} as const satisfies Record<string, HouseholdProfile>

export const profileNames = Object.keys(profiles) as ProfileName[]
export type ProfileName = keyof typeof profiles
export const profileOf = (name: ProfileName): HouseholdProfile => profiles[name]

/** By the building's kind and year: people grow old where they moved in when young. */
export function profileNameOf({kind, year}: Pick<Building, 'kind' | 'year'>): ProfileName {
  if (kind === 'tower') return 'tower'
  if (kind === 'slab9') return 'nineStoreys'
  if (kind === 'slab5') return year > 1972 ? 'nineStoreys' : 'fiveStoreys'
  if (kind === 'tenement') return year >= 2000 ? 'tower' : year > 1930 ? 'brickHouse' : 'oldTenement'
  return year >= 1994 ? 'newHouse' : year < 1950 ? 'oldHouse' : 'house'
}
