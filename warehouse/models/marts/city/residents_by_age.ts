import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {wholeSum} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

const ages = {
  '0–6': 'residents_0_6',
  '7–17': 'residents_7_17',
  '18–64': 'residents_18_64',
  '65+': 'residents_65',
} as const

/** Buildings say who lives in them, and of one house that is a family: only districts are told of. */
export default defineModel({
  name: 'residents_by_age',
  title: {uk: 'Мешканці за віком', en: 'Residents by age'},
  describe: {
    uk: 'Скільки людей кожного віку живе в районі, за адресами будинків. Район «» – усе місто, вік «» – усі разом. Числа, менші за 5, і ті, за якими їх можна обчислити, приховано.',
    en: 'How many people of each age live in a district, by the addresses of houses. The district "" is the whole city, the age "" is all together. Numbers below 5, and those by which they could be worked out, are not shown.',
  },
  grain: ['city', 'district', 'age_group'],
  publish: true,
  inputs: [staging(buildingsData)],
  columns: {
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    age_group: {uk: 'Вік, років; порожньо – усі разом', en: 'Age in years; empty for all together'},
    residents: {uk: 'Мешканців', en: 'Residents', unit: '1'},
  },
  counts: {of: 'persons', measures: ['residents'], dimensions: [['district'], ['age_group']]},
  query: db => {
    const [first, ...others] = Object.entries(ages).map(([age, column]) =>
      db
        .selectFrom('stg_buildings')
        .where('district', 'is not', null)
        .where(column, 'is not', null)
        .select(eb => ['city', 'district', eb.val(age).as('age_group'), eb.ref(column).as('residents')]),
    )
    const lived = others.reduce((all, one) => all.unionAll(one), first!).as('lived')
    const everywhere = db
      .selectFrom(lived)
      .select(eb => ['city', eb.val('').as('district'), 'age_group', 'residents'])
    const places = db.selectFrom(lived).selectAll().unionAll(everywhere).as('place')
    const allAges = db
      .selectFrom(places)
      .select(eb => ['city', 'district', eb.val('').as('age_group'), 'residents'])
    return db
      .selectFrom(db.selectFrom(places).selectAll().unionAll(allAges).as('counted'))
      .select(eb => ['city', 'district', 'age_group', wholeSum(eb.ref('residents')).as('residents')])
      .groupBy(['city', 'district', 'age_group'])
      .orderBy('city')
      .orderBy('district')
      .orderBy('age_group')
  },
})
