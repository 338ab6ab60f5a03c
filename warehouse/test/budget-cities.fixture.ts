import {type City, defineCity} from '@hromada/datasets'
import {openbudget} from '@hromada/datasets/cities/openbudget.ts'

/** The 25 budgets of the treasury feed's mirror: 23 cities and two regions, by their names there. */
const names = [
  'Cherkasy',
  'Chernihiv',
  'Chernivtsi',
  'Dnipro',
  'Ivano-Frankivsk',
  'Kharkiv',
  'Khmelnytskyi',
  'Kremenchuk',
  'Kryvyi Rih',
  'Kyiv',
  'Lutsk',
  'Lviv',
  'Mukachevo',
  'Mykolaiv',
  'Odesa',
  'Poltava',
  'R_Rivne',
  'R_Vinnytsia',
  'Rivne',
  'Sumy',
  'Ternopil',
  'Uzhhorod',
  'Vinnytsia',
  'Zaporizhzhia',
  'Zhytomyr',
]

/** All of them as cities, with the budget feeds of these datasets. */
export const budgetCities = (isWanted: (dataset: string) => boolean = () => true): City[] =>
  names.map(name =>
    defineCity({
      id: name.toLowerCase().replace(/[^a-z]/g, '-'),
      name: {uk: name, en: name},
      nameOf: {uk: name, en: name},
      country: 'UA',
      zone: 'Europe/Kyiv',
      bbox: [22, 44, 40, 52],
      feeds: openbudget(name, '').filter(({dataset}) => isWanted(dataset.id)),
    }),
  )
