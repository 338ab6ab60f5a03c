/** What the city and its surroundings are called in registers, level by level. */
export const officialPlace = {
  country: 'Україна',
  oblast: 'Прикладна область',
  raion: 'Прикладський район',
  hromada: 'Прикладська',
  city: 'Приклад',
} as const
