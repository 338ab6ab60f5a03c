/** What the city and its surroundings are called in registers, level by level. */
export const officialPlace = {
  country: 'Україна',
  oblast: 'Прикладна область',
  raion: 'Прикладський район',
  hromada: 'Прикладська',
  city: 'Приклад',
} as const

/** Bodies of the city that registers name, with codes that the national register of enterprises does not give. */
export const officialBodies = {
  council: {name: 'Прикладська міська рада', edrpou: '99000101'},
  architecture: {
    name: 'Управління містобудування та архітектури Прикладської міської ради',
    edrpou: '99000134',
  },
  greenery: {name: 'Департамент міського господарства Прикладської міської ради', edrpou: '99000142'},
  housing: {name: 'КП «Прикладжитло»', edrpou: '99000210'},
} as const
