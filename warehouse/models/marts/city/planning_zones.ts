import zonesData from '@hromada/datasets/planning-zones/dataset.ts'
import {jsonNumber, polygonMeasures, rounded} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'planning_zones',
  title: {uk: 'Зони плану зонування', en: 'Zones of the zoning plan'},
  describe: {
    uk: 'Території зон плану зонування та їхні площі. Правила кожної зони – у таблиці zone_rules.',
    en: 'Areas of the zoning plan’s zones and how large they are. The rules of each zone are in the table zone_rules.',
  },
  grain: ['city', 'zone_id'],
  publish: true,
  place: {kind: 'geometry', column: 'geometry'},
  inputs: [staging(zonesData)],
  columns: {
    area_m2: {uk: 'Площа', en: 'Area', unit: 'm2'},
    lon: {uk: 'Довгота середини', en: 'Longitude of the middle', unit: 'deg'},
    lat: {uk: 'Широта середини', en: 'Latitude of the middle', unit: 'deg'},
  },
  query: db =>
    db
      .selectFrom(
        db
          .selectFrom('stg_planning_zones')
          .selectAll()
          .select(eb => polygonMeasures(eb.ref('geometry')).as('measures'))
          .as('measured'),
      )
      .select(eb => [
        'city',
        'zone_id',
        'zone_code',
        'name_uk',
        'name_en',
        rounded(jsonNumber(eb.ref('measures'), 'area_m2'), 0).as('area_m2'),
        jsonNumber(eb.ref('measures'), 'lon').as('lon'),
        jsonNumber(eb.ref('measures'), 'lat').as('lat'),
        'geometry',
      ])
      .orderBy('city')
      .orderBy('zone_id'),
})
