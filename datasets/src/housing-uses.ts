/** Words for homes: of our own datasets, and values of OpenStreetMap's `building` that mean dwellings. */
export const housingUses: readonly string[] = [
  'житло',
  'residential',
  'apartments',
  'house',
  'detached',
  'semidetached_house',
  'terrace',
  'bungalow',
  'dormitory',
  'woonfunctie',
]
