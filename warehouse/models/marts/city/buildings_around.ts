import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {housingUses} from '@hromada/datasets/housing-uses'
import {
  countOf,
  daysBetween,
  eachOf,
  greater,
  h3Cell,
  h3Disk,
  integer,
  metresBetween,
  quotientOrNull,
  rounded,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import watch from '../../intermediate/appeals/int_appeals_watch.ts'
import cities from '../../reference/cities.ts'
import shelters from '../safety/shelters.ts'
import buildings, {metresPerLevel} from './buildings.ts'

/** An edge is 170 m or more: what lies within so many metres of a point is in its cell or one beside it. */
const resolution = 9
const nearMetres = 100
/** The fifth ring is nowhere nearer than that. */
const [shelterRings, shelterMetres] = [5, 1000]

export default defineModel({
  name: 'buildings_around',
  title: {uk: 'Що довкола будівель', en: 'What is around buildings'},
  describe: {
    uk: 'Для кожної будівлі: звернення за останній рік у межах 100 м, найближче укриття в межах кілометра й оцінка мешканців. Звернень про домівки тут немає: їхнє місце відоме лише до квадрата 250 м. Мешканців не полічено: населення міста розподілено порівну на площу поверхів житла.',
    en: 'For each building: appeals of the last year within 100 m, the nearest shelter within a kilometre and an estimate of residents. Appeals about homes are not among them: their place is known to a square of 250 m only. Residents are not counted: the city’s are spread evenly over the floors of its homes.',
  },
  grain: ['city', 'building_id'],
  publish: true,
  inputs: [buildings, staging(appealsData), watch, shelters, cities],
  columns: {
    appeals_100m: {
      uk: 'Звернень за рік у межах 100 м від середини; порожньо, де місто їх не публікує',
      en: 'Appeals of a year within 100 m of its middle; empty where the city publishes none',
      unit: '1',
    },
    shelter_m: {
      uk: 'До найближчого укриття по прямій; порожньо – далі за кілометр',
      en: 'To the nearest shelter as the crow flies; empty: more than a kilometre',
      unit: 'm',
    },
    residents_estimate: {
      uk: 'Мешканців, оцінка: населення міста на площу поверхів житла',
      en: 'Residents, an estimate: the city’s people by the floors of its homes',
      unit: '1',
    },
  },
  query: db =>
    db
      .with('house', one =>
        one
          .selectFrom('buildings')
          .where('place_flag', '=', 'ok')
          .select(eb => [
            'city',
            'building_id',
            'lon',
            'lat',
            h3Cell(eb.ref('lat'), eb.ref('lon'), resolution).$notNull().as('h3'),
          ]),
      )
      // Where no building stands there is nothing to look for around it.
      .with('built', one => one.selectFrom('house').select('city').distinct())
      .with('report', one =>
        one
          .selectFrom('stg_appeals as appeal')
          .innerJoin('built', 'built.city', 'appeal.city')
          .innerJoin('int_appeals_watch as watch', 'watch.city', 'appeal.city')
          .where('appeal.is_public_on_map', '=', true)
          .where('appeal.lon', 'is not', null)
          .where('appeal.lat', 'is not', null)
          .where(eb => daysBetween(eb.ref('appeal.received_at'), eb.ref('watch.watched_until')), '<', 365)
          .select(eb => [
            'appeal.city',
            rounded(eb.ref('appeal.lon'), 5).as('lon'),
            rounded(eb.ref('appeal.lat'), 5).as('lat'),
          ]),
      )
      .with('spot', one =>
        one
          .selectFrom('report')
          .select(eb => [
            'city',
            'lon',
            'lat',
            h3Cell(eb.ref('lat'), eb.ref('lon'), resolution).as('h3'),
            countOf().as('n'),
          ])
          .groupBy(['city', 'lon', 'lat']),
      )
      .with('beside', one =>
        one
          .selectFrom(
            one
              .selectFrom('house')
              .selectAll()
              .select(eb => h3Disk(eb.ref('h3'), 1).as('cells'))
              .as('own'),
          )
          .crossJoin(eb => eachOf(eb.ref('own.cells')))
          .innerJoin('spot', join =>
            join.onRef('spot.city', '=', 'own.city').onRef('spot.h3', '=', 'each.item'),
          )
          .where(
            eb =>
              metresBetween(
                {lon: eb.ref('own.lon'), lat: eb.ref('own.lat')},
                {lon: eb.ref('spot.lon'), lat: eb.ref('spot.lat')},
              ),
            '<=',
            nearMetres,
          )
          .select(eb => ['own.city', 'own.building_id', wholeSum(eb.ref('spot.n')).as('n')])
          .groupBy(['own.city', 'own.building_id']),
      )
      .with('refuge', one =>
        one
          .selectFrom('shelters')
          .innerJoin('built', 'built.city', 'shelters.city')
          .where('shelters.lon', 'is not', null)
          .where('shelters.lat', 'is not', null)
          .select(eb => [
            'shelters.city',
            'shelters.lon',
            'shelters.lat',
            h3Cell(eb.ref('shelters.lat'), eb.ref('shelters.lon'), resolution).$notNull().as('h3'),
          ]),
      )
      // Shelters are fewer than buildings: the rings are drawn around them.
      .with('reached', one =>
        one
          .selectFrom(
            one
              .selectFrom('refuge')
              .selectAll()
              .select(eb => h3Disk(eb.ref('h3'), shelterRings).as('cells'))
              .as('own'),
          )
          .crossJoin(eb => eachOf(eb.ref('own.cells')))
          .innerJoin('house', join =>
            join.onRef('house.city', '=', 'own.city').onRef('house.h3', '=', 'each.item'),
          )
          .select(eb => [
            'house.city',
            'house.building_id',
            eb.fn
              .min(
                metresBetween(
                  {lon: eb.ref('house.lon'), lat: eb.ref('house.lat')},
                  {lon: eb.ref('own.lon'), lat: eb.ref('own.lat')},
                ),
              )
              .as('metres'),
          ])
          .groupBy(['house.city', 'house.building_id']),
      )
      .with('home', one =>
        one
          .selectFrom('buildings')
          .where('use', 'in', housingUses)
          .where('place_flag', '=', 'ok')
          .select(eb => [
            'city',
            'building_id',
            // Tenths of a square metre: whole numbers have one sum, whatever their order.
            integer(
              eb(
                eb('area_m2', '*', eb.lit(10)),
                '*',
                greater(
                  eb.fn.coalesce(
                    'levels',
                    rounded(quotientOrNull(eb.ref('height_m'), eb.lit(metresPerLevel)), 0),
                  ),
                  eb.lit(1),
                ),
              ),
            ).as('tenths'),
          ]),
      )
      .with('stock', one =>
        one
          .selectFrom('home')
          .select(eb => ['city', wholeSum(eb.ref('tenths')).as('tenths')])
          .groupBy('city'),
      )
      .selectFrom('house')
      .innerJoin('cities', 'cities.city', 'house.city')
      .leftJoin('int_appeals_watch as watch', 'watch.city', 'house.city')
      .leftJoin('beside', join =>
        join.onRef('beside.city', '=', 'house.city').onRef('beside.building_id', '=', 'house.building_id'),
      )
      .leftJoin('reached', join =>
        join.onRef('reached.city', '=', 'house.city').onRef('reached.building_id', '=', 'house.building_id'),
      )
      .leftJoin('home', join =>
        join.onRef('home.city', '=', 'house.city').onRef('home.building_id', '=', 'house.building_id'),
      )
      .leftJoin('stock', 'stock.city', 'house.city')
      .select(eb => [
        'house.city',
        'house.building_id',
        eb
          .case()
          .when('watch.city', 'is not', null)
          .then(integer(eb.fn.coalesce('beside.n', eb.lit(0))))
          .end()
          .as('appeals_100m'),
        eb
          .case()
          .when('reached.metres', '<=', shelterMetres)
          .then(rounded(eb.ref('reached.metres'), 0))
          .end()
          .as('shelter_m'),
        rounded(
          eb(quotientOrNull(eb.ref('home.tenths'), eb.ref('stock.tenths')), '*', eb.ref('cities.residents')),
          0,
        ).as('residents_estimate'),
      ])
      .orderBy('house.city')
      .orderBy('house.building_id'),
})
