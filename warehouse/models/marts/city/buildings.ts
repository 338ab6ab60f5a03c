import buildingsData from '@hromada/datasets/buildings/dataset.ts'
import {type Expression, expressionBuilder} from 'kysely'
import {joined, jsonNumber, jsonText, placeFlag, polygonMeasures, rounded} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import objects from '../../intermediate/city/int_city_objects.ts'
import cities from '../../reference/cities.ts'

/** Where a source gives storeys and no height, a storey counts three metres: an estimate, and labelled so. */
export const metresPerLevel = 3
/** Nothing that people live in is higher (828 m in 2026): what is said to be, is a slip, and its height is not known. */
const highestMetres = 1000

/** What stands was built since then; a year ahead of these is a slip. */
const [firstYear, lastYear] = [1000, 2100]

/** A height that a building may have; null for any other. */
function possible(metres: Expression<number | null>) {
  const eb = expressionBuilder<never, never>()
  return eb
    .case()
    .when(eb.and([eb(metres, '>', eb.lit(0)), eb(metres, '<=', eb.lit(highestMetres))]))
    .then(metres)
    .end()
}

export default defineModel({
  name: 'buildings',
  title: {uk: 'Будівлі', en: 'Buildings'},
  describe: {
    uk: 'Контури й висоти будівель. Висота – з тривимірної моделі, де її немає – від видавця, а де немає й такої – оцінка за поверхами (3 м на поверх). Висот від’ємних, нульових і понад 1000 м не враховано.',
    en: 'Outlines and heights of buildings. The height is from a three-dimensional model; where there is none it is the publisher’s, and without that estimated from storeys (3 m each). Heights of nothing, of less and of more than 1,000 m do not count.',
  },
  grain: ['city', 'building_id'],
  publish: true,
  place: {kind: 'geometry', column: 'geometry'},
  inputs: [staging(buildingsData), objects, cities],
  columns: {
    address: {uk: 'Адреса', en: 'Address'},
    height_m: {uk: 'Висота над землею', en: 'Height above ground', unit: 'm'},
    height_source: {
      uk: 'Звідки висота: model модель, published видавець, levels поверхи, unknown невідомо',
      en: 'Where the height is from: model, published, levels, unknown',
    },
    ground_m: {uk: 'Висота землі в системі міста', en: 'Height of the ground in the city’s datum', unit: 'm'},
    area_m2: {uk: 'Площа контуру', en: 'Area of the footprint', unit: 'm2'},
    place_flag: {
      uk: 'ok – у місті; outside – далеко за його межами; unknown – контур не є багатокутником',
      en: 'ok: in the city; outside: far beyond its edges; unknown: the footprint is no polygon',
    },
    lon: {uk: 'Довгота середини', en: 'Longitude of the middle', unit: 'deg'},
    lat: {uk: 'Широта середини', en: 'Latitude of the middle', unit: 'deg'},
  },
  query: db => {
    const measured = db
      .selectFrom('stg_buildings as building')
      .leftJoin('int_city_objects as object', join =>
        join
          .onRef('object.city', '=', 'building.city')
          .onRef('object.building_id', '=', 'building.building_id'),
      )
      .select(eb => [
        'building.city',
        'building.building_id',
        'building.use',
        'building.street',
        'building.house',
        'building.levels',
        // Registers write 0 where nobody knows.
        eb
          .case()
          .when(eb.and([eb('building.year', '>=', firstYear), eb('building.year', '<=', lastYear)]))
          .then(eb.ref('building.year'))
          .end()
          .as('year'),
        'building.roof',
        'building.dwellings',
        possible(rounded(jsonNumber(eb.ref('object.measures'), 'height_m'), 2)).as('model_m'),
        possible(eb.ref('building.height_m')).as('published_m'),
        possible(eb('building.levels', '*', eb.lit(metresPerLevel))).as('estimated_m'),
        'building.geometry',
        'object.measures as model',
        eb.fn.coalesce('object.measures', polygonMeasures(eb.ref('building.geometry'))).as('measures'),
      ])
    return db
      .selectFrom(measured.as('measured'))
      .innerJoin('cities', 'cities.city', 'measured.city')
      .select(eb => [
        'measured.city',
        'building_id',
        'use',
        joined(', ', eb.ref('street'), eb.ref('house')).as('address'),
        'levels',
        'year',
        'roof',
        'dwellings',
        eb.fn.coalesce('model_m', 'published_m', 'estimated_m').as('height_m'),
        eb
          .case()
          .when('model_m', 'is not', null)
          .then('model')
          // A height that is three metres a storey was not measured, whoever worked it out.
          .when(eb('published_m', '!=', eb.fn.coalesce('estimated_m', eb.lit(0))))
          .then('published')
          .when(eb.or([eb('published_m', 'is not', null), eb('estimated_m', 'is not', null)]))
          .then('levels')
          .else('unknown')
          .end()
          .as('height_source'),
        rounded(jsonNumber(eb.ref('model'), 'ground_m'), 2).as('ground_m'),
        rounded(jsonNumber(eb.ref('measures'), 'area_m2'), 1).as('area_m2'),
        placeFlag(jsonNumber(eb.ref('measures'), 'lon'), jsonNumber(eb.ref('measures'), 'lat'), {
          west: eb.ref('cities.west'),
          south: eb.ref('cities.south'),
          east: eb.ref('cities.east'),
          north: eb.ref('cities.north'),
        }).as('place_flag'),
        jsonNumber(eb.ref('measures'), 'lon').as('lon'),
        jsonNumber(eb.ref('measures'), 'lat').as('lat'),
        eb.fn.coalesce('geometry', jsonText(eb.ref('model'), 'footprint')).as('geometry'),
      ])
      .orderBy('measured.city')
      .orderBy('building_id')
  },
  audits: {
    place_is_in_city: {
      describe: {uk: 'Будівлі стоять у місті', en: 'Buildings stand in the city'},
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('buildings')
          .select(['city', 'building_id', 'lon', 'lat'])
          .where('place_flag', '!=', 'ok'),
    },
  },
})
