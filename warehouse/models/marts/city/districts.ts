import districtsData from '@hromada/datasets/districts/dataset.ts'
import {jsonNumber, polygonMeasures, quotient, rounded} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'districts',
  title: {uk: 'Райони', en: 'Districts'},
  describe: {
    uk: 'Межі, назви й площі районів міста.',
    en: 'Borders, names and areas of the city’s districts.',
  },
  grain: ['city', 'district_id'],
  publish: true,
  place: {kind: 'geometry', column: 'geometry'},
  inputs: [staging(districtsData)],
  columns: {
    area_km2: {uk: 'Площа', en: 'Area', unit: 'km2'},
    lon: {uk: 'Довгота середини', en: 'Longitude of the middle', unit: 'deg'},
    lat: {uk: 'Широта середини', en: 'Latitude of the middle', unit: 'deg'},
  },
  query: db =>
    db
      .selectFrom(
        db
          .selectFrom('stg_districts')
          .selectAll()
          .select(eb => polygonMeasures(eb.ref('geometry')).as('measures'))
          .as('measured'),
      )
      .select(eb => [
        'city',
        'district_id',
        'name_uk',
        'name_en',
        'former_name_uk',
        rounded(quotient(jsonNumber(eb.ref('measures'), 'area_m2'), eb.lit(1_000_000)), 3).as('area_km2'),
        jsonNumber(eb.ref('measures'), 'lon').as('lon'),
        jsonNumber(eb.ref('measures'), 'lat').as('lat'),
        'geometry',
      ])
      .orderBy('city')
      .orderBy('district_id'),
})
