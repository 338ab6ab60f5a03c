import {countWhere, integer, localDate, meanOf, rounded, yearOf} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import limits from '../../reference/air_limits.ts'
import cities from '../../reference/cities.ts'
import daily from './air_quality_daily.ts'
import hourly from './air_quality_hourly.ts'

/** Days that a year must have to be judged: three in four. */
const yearDays = 274

export default defineModel({
  name: 'air_quality_exceedances',
  title: {uk: 'Перевищення норм ЄС і ВООЗ', en: 'Exceedances of EU and WHO limits'},
  describe: {
    uk: 'Скільки разів за рік станція перевищила кожну лінію ЄС або ВООЗ і скільки дозволено; для річних ліній – середнє за рік. Судити про дотримання норм можна лише за еталонними станціями й повним роком. Українською нормою це не є.',
    en: 'How often in a year a station was above each line of the EU or the WHO, and how often it may be; for yearly lines the mean of the year. Compliance can be judged only by reference stations and whole years. It is no Ukrainian limit.',
  },
  grain: ['city', 'station_id', 'property', 'norm', 'averaging', 'year'],
  publish: true,
  inputs: [hourly, daily, limits, cities],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    exceedances: {
      uk: 'Годин або діб понад лінію; для річної – 1, коли середнє вище',
      en: 'Hours or days above the line; for a yearly one 1 where the mean is above',
      unit: '1',
    },
    days: {
      uk: 'Повних діб (для годинних ліній – діб із вимірами)',
      en: 'Complete days (of hourly lines, days with readings)',
      unit: 'd',
    },
    mean: {
      uk: 'Середнє за повні доби, в одиниці unit',
      en: 'Mean of complete days, in the unit of the column unit',
    },
    is_whole_year: {
      uk: 'Чи є принаймні 274 доби: три з чотирьох',
      en: 'Are there at least 274 days: three in four',
    },
    is_above: {
      uk: 'Чи перевищень більше, ніж дозволено, або річне середнє вище лінії',
      en: 'Are there more exceedances than allowed, or is the yearly mean above the line',
    },
  },
  query: db => {
    const hours = db
      .selectFrom('air_quality_hourly as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .innerJoin('air_limits as line', join =>
        join.onRef('line.property', '=', 'hour.property').on('line.averaging', '=', 'hour'),
      )
      .where('hour.is_valid', '=', true)
      .select(eb => [
        'hour.city',
        'hour.station_id',
        'hour.property',
        'hour.unit',
        'hour.is_reference',
        'line.norm',
        'line.averaging',
        yearOf(localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone'))).as('year'),
        integer(countWhere(eb('hour.value', '>', eb.ref('line.limit_value')))).as('exceedances'),
        integer(
          eb.fn.count<number>(localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone'))).distinct(),
        ).as('days'),
        meanOf(eb.ref('hour.value')).as('mean'),
      ])
      .groupBy(eb => [
        'hour.city',
        'hour.station_id',
        'hour.property',
        'hour.unit',
        'hour.is_reference',
        'line.norm',
        'line.averaging',
        yearOf(localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone'))),
      ])
    const days = db
      .selectFrom('air_quality_daily as day')
      .innerJoin('air_limits as line', join =>
        join.onRef('line.property', '=', 'day.property').on('line.averaging', '!=', 'hour'),
      )
      .where('day.is_complete', '=', true)
      .select(eb => {
        const measure = eb
          .case()
          .when('line.averaging', '=', 'eight_hours')
          .then(eb.ref('day.highest_8h'))
          .else(eb.ref('day.mean'))
          .end()
        return [
          'day.city',
          'day.station_id',
          'day.property',
          'day.unit',
          'day.is_reference',
          'line.norm',
          'line.averaging',
          yearOf(eb.ref('day.date')).as('year'),
          integer(
            countWhere(
              eb.and([eb('line.averaging', '!=', 'year'), eb(measure, '>', eb.ref('line.limit_value'))]),
            ),
          ).as('exceedances'),
          integer(eb.fn.countAll()).as('days'),
          meanOf(eb.ref('day.mean')).as('mean'),
        ]
      })
      .groupBy(eb => [
        'day.city',
        'day.station_id',
        'day.property',
        'day.unit',
        'day.is_reference',
        'line.norm',
        'line.averaging',
        yearOf(eb.ref('day.date')),
      ])
    return db
      .selectFrom(days.unionAll(hours).as('counted'))
      .innerJoin('air_limits as line', join =>
        join
          .onRef('line.norm', '=', 'counted.norm')
          .onRef('line.property', '=', 'counted.property')
          .onRef('line.averaging', '=', 'counted.averaging'),
      )
      .select(eb => {
        const isYearly = eb('counted.averaging', '=', 'year')
        const isMeanAbove = eb('counted.mean', '>', eb.ref('line.limit_value'))
        return [
          'counted.city',
          'counted.station_id',
          'counted.is_reference',
          'counted.property',
          'counted.unit',
          'counted.norm',
          'line.norm_name_uk',
          'line.norm_name_en',
          'counted.averaging',
          'counted.year',
          'line.limit_value',
          'line.allowed',
          eb
            .case()
            .when(eb.and([isYearly, isMeanAbove]))
            .then(eb.lit(1))
            .else(eb.ref('counted.exceedances'))
            .end()
            .as('exceedances'),
          'counted.days',
          rounded(eb.ref('counted.mean'), 2).as('mean'),
          eb('counted.days', '>=', yearDays).$castTo<boolean>().as('is_whole_year'),
          eb
            .case()
            .when(isYearly)
            .then(isMeanAbove)
            .else(eb('counted.exceedances', '>', eb.ref('line.allowed')))
            .end()
            .$castTo<boolean>()
            .as('is_above'),
        ]
      })
      .orderBy('counted.city')
      .orderBy('counted.station_id')
      .orderBy('counted.property')
      .orderBy('counted.norm')
      .orderBy('counted.averaging')
      .orderBy('counted.year')
  },
})
