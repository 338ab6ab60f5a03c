import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {wholeSum} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

const ages = {
  '0–6': 'residents_0_6',
  '7–17': 'residents_7_17',
  '18–64': 'residents_18_64',
  '65+': 'residents_65',
} as const

/** Houses of before large panels, of large panels, and since. */
const [panels, sincePanels] = [1971, 1995]

/** Buildings say who lives in them, and of one house that is a family: only districts and times of building are told of. */
export default defineModel({
  name: 'residents_by_age',
  title: {uk: 'Мешканці за віком', en: 'Residents by age'},
  describe: {
    uk: 'Скільки людей кожного віку живе в районі, за адресами будинків, і коли ті будинки зведено. Район «» – усе місто, вік «» – усі разом, час «» – усі будинки. Числа, менші за 5, і ті, за якими їх можна обчислити, приховано.',
    en: 'How many people of each age live in a district, by the addresses of houses, and when those houses were built. The district "" is the whole city, the age "" is all together, the time "" is all houses. Numbers below 5, and those by which they could be worked out, are not shown.',
  },
  grain: ['city', 'district', 'built', 'age_group'],
  publish: true,
  inputs: [staging(buildingsData)],
  columns: {
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    built: {
      uk: 'Коли зведено будинок: -1970, 1971-1994, 1995-, unknown; порожньо – усі будинки',
      en: 'When the house was built: -1970, 1971-1994, 1995-, unknown; empty for all houses',
    },
    age_group: {uk: 'Вік, років; порожньо – усі разом', en: 'Age in years; empty for all together'},
    residents: {uk: 'Мешканців', en: 'Residents', unit: '1'},
  },
  counts: {of: 'persons', measures: ['residents'], dimensions: [['district'], ['built'], ['age_group']]},
  query: db => {
    const [first, ...others] = Object.entries(ages).map(([age, column]) =>
      db
        .selectFrom('stg_buildings')
        .where('district', 'is not', null)
        .where(column, 'is not', null)
        .select(eb => [
          'city',
          'district',
          eb
            .case()
            .when('year', 'is', null)
            .then('unknown')
            .when('year', '<', panels)
            .then('-1970')
            .when('year', '<', sincePanels)
            .then('1971-1994')
            .else('1995-')
            .end()
            .$castTo<string>()
            .as('built'),
          eb.val(age).as('age_group'),
          eb.ref(column).as('residents'),
        ]),
    )
    const lived = others.reduce((all, one) => all.unionAll(one), first!).as('lived')
    const everywhere = db
      .selectFrom(lived)
      .select(eb => ['city', eb.val('').as('district'), 'built', 'age_group', 'residents'])
    const places = db.selectFrom(lived).selectAll().unionAll(everywhere).as('place')
    const atAllTimes = db
      .selectFrom(places)
      .select(eb => ['city', 'district', eb.val('').as('built'), 'age_group', 'residents'])
    const times = db.selectFrom(places).selectAll().unionAll(atAllTimes).as('time')
    const allAges = db
      .selectFrom(times)
      .select(eb => ['city', 'district', 'built', eb.val('').as('age_group'), 'residents'])
    return db
      .selectFrom(db.selectFrom(times).selectAll().unionAll(allAges).as('counted'))
      .select(eb => ['city', 'district', 'built', 'age_group', wholeSum(eb.ref('residents')).as('residents')])
      .groupBy(['city', 'district', 'built', 'age_group'])
      .orderBy('city')
      .orderBy('district')
      .orderBy('built')
      .orderBy('age_group')
  },
})
