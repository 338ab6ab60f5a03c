import {
  countWhere,
  earlierRow,
  integer,
  laterRow,
  localDate,
  medianOf,
  rounded,
  sumOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import rainHourly from './rain_hourly.ts'
import waterLevels from './water_levels.ts'

/** A level that within an hour moves by so much, in cm, and for three days stays as far from where it was … */
const shiftCentimetres = 25
/** … though on this day and the one before less than this fell, in mm: not water has moved, but the gauge. */
const dryMillimetres = 1
/** A gauge that caught nothing of so much is blocked. */
const missedMillimetres = 5

/** One row a gauge and day, of water and of rain alike: what a hydrologist looks at each morning. */
export default defineModel({
  name: 'water_daily',
  title: {uk: 'Вода й дощ за добу', en: 'Water and rain, daily'},
  describe: {
    uk: 'Рівні й дощ за добу за годинником міста: медіана, найвищий рівень, найшвидший підйом, години понад увагою й небезпекою, шар дощу; і два підозри: пост зрушено (рівень стрибнув у суху погоду й лишився) та дощомір забився (нуль, коли місто мало дощ).',
    en: 'Levels and rain of a day by the city’s clock: median, highest level, fastest rise, hours above attention and danger, depth of rain; and two suspicions: the gauge was moved (the level leapt in dry weather and stayed) and the rain gauge is blocked (nothing while the city had rain).',
  },
  grain: ['city', 'gauge_id', 'date'],
  publish: true,
  inputs: [waterLevels, rainHourly, cities],
  columns: {
    date: {uk: 'Дата', en: 'Date'},
    level_cm: {uk: 'Медіана годин', en: 'Median of hours', unit: 'cm'},
    highest_cm: {uk: 'Найвищий рівень', en: 'Highest level', unit: 'cm'},
    fastest_rise_cm_per_hour: {uk: 'Найшвидший підйом', en: 'Fastest rise', unit: 'cm/h'},
    fastest_fall_cm_per_hour: {
      uk: 'Найшвидше зниження, відʼємне',
      en: 'Fastest fall, negative',
      unit: 'cm/h',
    },
    attention_hours: {uk: 'Годин на позначці уваги й вище', en: 'Hours at attention and above', unit: 'h'},
    danger_hours: {uk: 'Годин на позначці небезпеки й вище', en: 'Hours at danger and above', unit: 'h'},
    rain_mm: {
      uk: 'Шар дощу; для водомірного поста – медіана дощомірів',
      en: 'Depth of rain; of a water gauge, the median of rain gauges',
      unit: 'mm',
    },
    city_rain_mm: {uk: 'Медіана дощомірів міста', en: 'Median of the city’s rain gauges', unit: 'mm'},
    shift_cm: {
      uk: 'На скільки рівень трьох наступних діб відрізняється від трьох попередніх',
      en: 'By how much the level of the next three days differs from that of the three before',
      unit: 'cm',
    },
    is_zero_shifted: {
      uk: 'Чи схоже, що пост зрушено: рівень стрибнув у суху погоду й лишився',
      en: 'Does it look as if the gauge was moved: the level leapt in dry weather and stayed',
    },
    is_rain_missed: {
      uk: 'Чи дощомір показав нуль, коли медіана міста – 5 мм і більше',
      en: 'Did the rain gauge show nothing while the city’s median was 5 mm or more',
    },
  },
  query: db => {
    const rainDays = db
      .selectFrom('rain_hourly as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .select(eb => [
        'hour.city',
        'hour.gauge_id',
        localDate(eb.ref('hour.hour'), eb.ref('cities.zone')).as('date'),
        sumOf(eb.ref('hour.rain_mm')).as('rain_mm'),
      ])
      .groupBy(eb => ['hour.city', 'hour.gauge_id', localDate(eb.ref('hour.hour'), eb.ref('cities.zone'))])
    const cityRain = db
      .selectFrom(rainDays.as('day'))
      .select(eb => ['city', 'date', medianOf(eb.ref('rain_mm')).as('rain_mm')])
      .groupBy(['city', 'date'])
    const levelDays = db
      .selectFrom('water_levels as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .select(eb => [
        'hour.city',
        'hour.gauge_id',
        localDate(eb.ref('hour.hour'), eb.ref('cities.zone')).as('date'),
        medianOf(eb.ref('hour.level_cm')).as('level_cm'),
        eb.fn.max('hour.highest_cm').as('highest_cm'),
        eb.fn.max('hour.rise_cm_per_hour').as('fastest_rise_cm_per_hour'),
        eb.fn.min('hour.rise_cm_per_hour').as('fastest_fall_cm_per_hour'),
        integer(countWhere(eb('hour.state', 'in', ['attention', 'danger']))).as('attention_hours'),
        integer(countWhere(eb('hour.state', '=', 'danger'))).as('danger_hours'),
      ])
      .groupBy(eb => ['hour.city', 'hour.gauge_id', localDate(eb.ref('hour.hour'), eb.ref('cities.zone'))])
    const wet = db
      .selectFrom(cityRain.as('rain'))
      .select(eb => [
        'city',
        'date',
        'rain_mm',
        earlierRow(eb.ref('rain_mm'), 1, [eb.ref('city')], eb.ref('date')).as('rain_before'),
      ])
    const beside = db
      .selectFrom(levelDays.as('day'))
      .leftJoin(wet.as('rain'), join =>
        join.onRef('rain.city', '=', 'day.city').onRef('rain.date', '=', 'day.date'),
      )
      .selectAll('day')
      .select(eb => {
        const [gauge, at, level] = [
          [eb.ref('day.city'), eb.ref('day.gauge_id')],
          eb.ref('day.date'),
          eb.ref('day.level_cm'),
        ]
        return [
          'rain.rain_mm as city_rain_mm',
          'rain.rain_before',
          ...([1, 2, 3] as const).map(days =>
            earlierRow(level, days, gauge, at).as(`before_${days}` as const),
          ),
          ...([1, 2, 3] as const).map(days => laterRow(level, days, gauge, at).as(`after_${days}` as const)),
        ]
      })
    const shifted = db
      .selectFrom(beside.as('day'))
      .selectAll()
      .select(eb => {
        const after = [eb.ref('after_1'), eb.ref('after_2'), eb.ref('after_3')]
        const before = [eb.ref('before_1'), eb.ref('before_2'), eb.ref('before_3')]
        const up = eb(eb.fn<number>('least', after), '-', eb.fn<number>('greatest', before))
        const down = eb(eb.fn<number>('greatest', after), '-', eb.fn<number>('least', before))
        return [
          eb
            .case()
            .when(up, '>', 0)
            .then(up)
            .when(down, '<', 0)
            .then(down)
            .else(eb.lit(0))
            .end()
            .as('shift_cm'),
        ]
      })
    const levels = db.selectFrom(shifted.as('day')).select(eb => [
      'city',
      'gauge_id',
      'date',
      'level_cm',
      'highest_cm',
      'fastest_rise_cm_per_hour',
      'fastest_fall_cm_per_hour',
      'attention_hours',
      'danger_hours',
      'city_rain_mm',
      'shift_cm',
      eb
        .and([
          eb.or([
            eb.and([
              eb('shift_cm', '>=', shiftCentimetres),
              eb('fastest_rise_cm_per_hour', '>=', shiftCentimetres),
            ]),
            eb.and([
              eb('shift_cm', '<=', -shiftCentimetres),
              eb('fastest_fall_cm_per_hour', '<=', -shiftCentimetres),
            ]),
          ]),
          eb('city_rain_mm', '<', dryMillimetres),
          eb('rain_before', '<', dryMillimetres),
        ])
        .$castTo<boolean | null>()
        .as('is_zero_shifted'),
    ])
    const rain = db
      .selectFrom(rainDays.as('day'))
      .innerJoin(cityRain.as('rain'), join =>
        join.onRef('rain.city', '=', 'day.city').onRef('rain.date', '=', 'day.date'),
      )
      .select(eb => [
        'day.city',
        'day.gauge_id',
        'day.date',
        'day.rain_mm',
        'rain.rain_mm as city_rain_mm',
        eb
          .and([eb('day.rain_mm', '=', 0), eb('rain.rain_mm', '>=', missedMillimetres)])
          .$castTo<boolean | null>()
          .as('is_rain_missed'),
      ])
    // Some gauges measure both.
    const both = db
      .selectFrom(levels.as('level'))
      .fullJoin(rain.as('rain'), join =>
        join
          .onRef('rain.city', '=', 'level.city')
          .onRef('rain.gauge_id', '=', 'level.gauge_id')
          .onRef('rain.date', '=', 'level.date'),
      )
      .select(eb => {
        const cityRain = eb.fn.coalesce('level.city_rain_mm', 'rain.city_rain_mm')
        return [
          eb.fn.coalesce('level.city', 'rain.city').$notNull().as('city'),
          eb.fn.coalesce('level.gauge_id', 'rain.gauge_id').$notNull().as('gauge_id'),
          eb.fn.coalesce('level.date', 'rain.date').$notNull().as('date'),
          'level_cm',
          'highest_cm',
          'fastest_rise_cm_per_hour',
          'fastest_fall_cm_per_hour',
          'attention_hours',
          'danger_hours',
          rounded(eb.fn.coalesce('rain.rain_mm', cityRain), 1).as('rain_mm'),
          rounded(cityRain, 1).as('city_rain_mm'),
          'shift_cm',
          'is_zero_shifted',
          'is_rain_missed',
        ]
      })
    return db.selectFrom(both.as('day')).selectAll().orderBy('city').orderBy('gauge_id').orderBy('date')
  },
})
