import sheltersData from '@hromada/datasets/shelters/dataset.ts'
import {calculated, keyOf, rowNumber} from '../../src/functions.ts'
import {defineModel, staging} from '../../src/model.ts'

export default defineModel({
  name: 'shelters',
  title: {uk: 'Укриття', en: 'Shelters'},
  describe: {
    uk: 'Захисні споруди й найпростіші укриття. Невідоме лишається невідомим: порожня доступність – «unknown», а не «немає».',
    en: 'Protective structures and basic shelters. What is unknown stays unknown: empty access is "unknown", not "no".',
  },
  grain: ['city', 'shelter_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [staging(sheltersData)],
  columns: {
    shelter_id: {
      uk: 'Обліковий номер; де його немає – ключ, складений з рядка',
      en: 'Register number; where there is none, a key made from the row',
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
    return db
      .selectFrom(keyed.as('shelter'))
      .select(eb => [
        'city',
        eb.fn
          .coalesce(
            'shelter_id',
            calculated<string>`${eb.ref('row_key')} || '-' || ${rowNumber([eb.ref('city'), eb.ref('row_key')], [eb.ref('row_key')])}`,
          )
          .as('shelter_id'),
        'type',
        'kind',
        'building_kind',
        'district',
        'address',
        'ownership',
        'opening',
        eb.fn.coalesce('accessible', eb.val('unknown')).as('accessible'),
        'capacity_persons',
        'lon',
        'lat',
      ])
      .orderBy('city')
      .orderBy('shelter_id')
  },
})
