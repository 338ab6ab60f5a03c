import districtsData from '@hromada/datasets/districts/dataset.ts'
import sheltersData from '@hromada/datasets/shelters/dataset.ts'
import {countOver, keyOf, lowered, numbered, rowNumber} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'shelters',
  title: {uk: 'Укриття', en: 'Shelters'},
  describe: {
    uk: 'Захисні споруди й найпростіші укриття за додатком 72 до постанови № 835 з розширенням: місткість, готовність, доступність, що є всередині. Невідоме лишається невідомим: порожня доступність – «unknown», а не «немає», порожнє «чи є вода» – не «ні». Хто має ключі, не публікується.',
    en: 'Protective structures and basic shelters by annex 72 to resolution No. 835, extended: capacity, readiness, access, what is inside. What is unknown stays unknown: empty access is "unknown", not "no", and so is an empty answer about water. Who holds the keys is not published.',
  },
  grain: ['city', 'shelter_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [staging(sheltersData), staging(districtsData)],
  columns: {
    shelter_id: {
      uk: 'Обліковий номер; де його немає – ключ, складений з рядка. Номер, що повторюється, має -2, -3 …',
      en: 'Register number; where there is none, a key made from the row. A number that repeats has -2, -3 …',
    },
    register_number: {uk: 'Обліковий номер, як у реєстрі', en: 'Register number, as in the register'},
    district: {uk: 'Район, за нинішньою назвою', en: 'District, by its present name'},
    readiness: {
      uk: 'Готовність: готова, обмежено готова, не готова; unknown – невідомо',
      en: 'Readiness, in Ukrainian: готова ready, обмежено готова partly, не готова not ready; unknown',
    },
    is_open_always: {
      uk: 'Чи відчинено цілодобово; порожньо – невідомо',
      en: 'Is it always open; empty: not known',
    },
    is_repeated: {
      uk: 'Чи є в реєстрі ще один рядок із цим номером: котрий правильний, невідомо',
      en: 'Whether the register has another row of this number: which one is right is not known',
    },
  },
  query: db => {
    const keyed = db
      .selectFrom('stg_shelters')
      .selectAll()
      .select(eb =>
        keyOf(
          eb.ref('type'),
          eb.ref('kind'),
          eb.ref('building_kind'),
          eb.ref('district'),
          eb.ref('address'),
          eb.ref('opening'),
          eb.ref('accessible'),
        ).as('row_key'),
      )
    const placed = db
      .selectFrom(keyed.as('shelter'))
      .selectAll()
      .select(eb => [
        eb.fn.coalesce('shelter_id', 'row_key').as('id'),
        rowNumber(
          [eb.ref('city'), eb.fn.coalesce('shelter_id', 'row_key')],
          [eb.ref('row_key'), eb.ref('capacity_persons'), eb.ref('lon'), eb.ref('lat')],
        ).as('place_in_id'),
        countOver([eb.ref('city'), eb.ref('shelter_id')]).as('rows_of_number'),
      ])
    return db
      .selectFrom(placed.as('shelter'))
      .leftJoin('stg_districts as home', join =>
        join.onRef('home.city', '=', 'shelter.city').onRef('home.district_id', '=', 'shelter.district_id'),
      )
      .select(eb => [
        'shelter.city',
        eb
          .case()
          .when(eb.and([eb('shelter_id', 'is not', null), eb('place_in_id', '=', 1)]))
          .then(eb.ref('id'))
          .else(numbered(eb.ref('id'), eb.ref('place_in_id')))
          .end()
          .as('shelter_id'),
        eb.ref('shelter_id').as('register_number'),
        eb
          .and([eb('shelter_id', 'is not', null), eb('rows_of_number', '>', 1)])
          .$castTo<boolean>()
          .as('is_repeated'),
        'type',
        'kind',
        'building_kind',
        eb.fn.coalesce('home.name_uk', 'shelter.district').as('district'),
        'shelter.district_id',
        'address',
        'house',
        'ownership',
        'peacetime_use',
        'opening',
        eb
          .case()
          .when('opening', 'is not', null)
          .then(eb(lowered(eb.ref('opening').$notNull()), 'like', '%цілодобово%'))
          .end()
          .$castTo<boolean | null>()
          .as('is_open_always'),
        eb.fn.coalesce('readiness', eb.val('unknown')).as('readiness'),
        eb.fn.coalesce('accessible', eb.val('unknown')).as('accessible'),
        'capacity_persons',
        'area_m2',
        'has_water',
        'has_power',
        'has_ventilation',
        'has_toilet',
        'has_wifi',
        'pets_allowed',
        'inspected_date',
        'updated_date',
        'lon',
        'lat',
      ])
      .orderBy('shelter.city')
      .orderBy('shelter_id')
  },
  audits: {
    number_occurs_once: {
      describe: {uk: 'Обліковий номер має один рядок', en: 'A register number has one row'},
      severity: 'warn',
      faults: db =>
        db.selectFrom('shelters').select(['city', 'register_number']).where('is_repeated', '=', true),
    },
  },
})
