/** What the city and its surroundings are called in registers, level by level. */
export const officialPlace = {
  country: 'Україна',
  oblast: 'Прикладна область',
  raion: 'Прикладський район',
  hromada: 'Прикладська',
  city: 'Приклад',
} as const

/** How annexes to resolution No. 835 begin an address: codes, then its places from the country down to the city. */
export const placeHeader = [
  'CATUTTC',
  'addressPostCode',
  'addressAdminUnitL1',
  'addressAdminUnitL2',
  'addressAdminUnitL3',
  'addressAdminUnitL4',
  'addressPostName',
] as const

/** The cells of `placeHeader`. @param katottg of the district or of the city */
export const placeCells = (katottg: string, postcode: string | null): (string | null)[] => [
  katottg,
  postcode,
  ...Object.values(officialPlace),
]
