/** A place for which alerts are declared, as the archive of official alerts spells it in English. */
export type AlertPlace = {
  oblast: string
  raion: string
  hromada: string
  level: 'oblast' | 'raion' | 'hromada'
}

const oblast = 'Prykladna oblast'

/** The city's own places, widest first: an alert in any of them is an alert for the city. */
export const ownPlaces = {
  oblast: {oblast, raion: '', hromada: '', level: 'oblast'},
  raion: {oblast, raion: 'Prykladskyi raion', hromada: '', level: 'raion'},
  hromada: {
    oblast,
    raion: 'Prykladskyi raion',
    hromada: 'm. Pryklad ta Prykladska terytorialna hromada',
    level: 'hromada',
  },
} as const satisfies Record<string, AlertPlace>

/** Raions around, whose alerts are none for the city. */
export const otherRaions: AlertPlace[] = [
  'Nadlymanskyi raion',
  'Kovylskyi raion',
  'Verkhoberezhnyi raion',
].map(raion => ({oblast, raion, hromada: '', level: 'raion'}))
