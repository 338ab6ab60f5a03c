import {
  correlation,
  countOf,
  countWhere,
  earlierRow,
  hoursBetween,
  integer,
  laterRow,
  localMonth,
  medianOf,
  monthOf,
  rounded,
  slopeOf,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import airHours from '../../intermediate/air/int_air_hours.ts'
import cities from '../../reference/cities.ts'
import hourly from '../air/air_quality_hourly.ts'

/** Above it, in %, optical sensors scatter: drift is judged in drier hours. */
const dryPercent = 75
/** Hours of a month without which nothing is said of it. */
const enoughHours = 200
/** A clock is wrong where temperature follows the others better this much when shifted by an hour. */
const clockMargin = 0.02
const driftMonths = 6
/** So much a month, in µg/m³, three months on end, is a drift. */
const driftPerMonth = 1

/**
 * How a sensor of the air does beside the others of its network, month by month. Of its PM2.5: the median difference from
 * the median of the network in the same hour. Of its clock: how well its temperature goes with that of the network, at
 * once and an hour earlier or later.
 */
export default defineModel({
  name: 'sensor_health',
  title: {uk: 'Стан датчиків повітря за місяць', en: 'Health of air sensors by month'},
  describe: {
    uk: 'Скільки годин датчик показував, мовчав, завис; наскільки його PM2.5 відрізняється від медіани мережі (дрейф видно з місяця в місяць); чи йде його годинник разом з іншими.',
    en: 'How many hours a sensor told, was silent or stuck; how far its PM2.5 is from the median of its network (a drift is seen from month to month); whether its clock goes with the others.',
  },
  grain: ['city', 'station_id', 'month'],
  publish: true,
  inputs: [airHours, hourly, cities],
  columns: {
    month: {uk: 'Перший день місяця', en: 'First day of the month'},
    valid_hours: {uk: 'Дійсних годин PM2.5', en: 'Valid hours of PM2.5', unit: 'h'},
    offline_hours: {uk: 'Годин, коли датчик слав нулі', en: 'Hours of zeros', unit: 'h'},
    stuck_hours: {uk: 'Годин, коли рядок повторювався', en: 'Hours of a repeated row', unit: 'h'},
    unit_slip_hours: {uk: 'Годин у мг/м³ замість мкг/м³', en: 'Hours in mg/m³ instead of µg/m³', unit: 'h'},
    spikes: {uk: 'Стрибків на годину', en: 'Leaps of one hour', unit: '1'},
    pm25_difference: {
      uk: 'Медіана різниці PM2.5 з медіаною мережі, за вологості до 75 %; сирі покази',
      en: 'Median difference of PM2.5 from the median of the network, in humidity up to 75 %; raw readings',
      unit: 'ug/m3',
    },
    pm25_drift: {
      uk: 'Зміна цієї різниці за місяць, пряма за шість місяців разом із цим; порожньо, якщо їх менше чотирьох',
      en: 'Change of that difference in a month, a straight line through six months up to this one; empty where there are fewer than four',
      unit: 'ug/m3',
    },
    is_drifting: {
      uk: 'Чи дрейфує: зміна 1 мкг/м³ за місяць і більше три місяці поспіль',
      en: 'Does it drift: by 1 µg/m³ a month or more, three months on end',
    },
    clock_hours: {
      uk: 'На скільки годин годинник іде вперед (1) чи відстає (−1): за ходом температури; 0 – правильно',
      en: 'By how many hours the clock is ahead (1) or behind (−1), by the course of temperature; 0 is right',
      unit: 'h',
    },
  },
  query: db => {
    const hours = db
      .selectFrom('int_air_hours as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .select(eb => {
        const isSound = eb.and([
          eb('hour.pm25', '>=', 0),
          eb('hour.pm25', '<', 999),
          eb('hour.is_silent', '=', false),
          eb('hour.run_hours', '<', 6),
          eb('hour.humidity', '<=', dryPercent),
        ])
        return [
          'hour.city',
          'hour.station_id',
          'hour.network',
          'hour.observed_at',
          localMonth(eb.ref('hour.observed_at'), eb.ref('cities.zone')).as('month'),
          eb.case().when(isSound).then(eb.ref('hour.pm25')).end().as('pm25'),
          eb
            .case()
            .when(eb.and([eb('hour.temperature', '>', -40), eb('hour.temperature', '<', 50)]))
            .then(eb.ref('hour.temperature'))
            .end()
            .as('temperature'),
        ]
      })
    const middles = db
      .selectFrom(hours.as('hour'))
      .select(eb => [
        'city',
        'network',
        'observed_at',
        medianOf(eb.ref('pm25')).as('pm25'),
        medianOf(eb.ref('temperature')).as('temperature'),
        eb.fn.count<number>('pm25').as('sensors'),
      ])
      .groupBy(['city', 'network', 'observed_at'])
    const steps = db.selectFrom(middles.as('one')).select(eb => {
      const [network, at] = [[eb.ref('city'), eb.ref('network')], eb.ref('observed_at')]
      const temperature = eb.ref('temperature')
      const after = (rows: number) => laterRow(temperature, rows, network, at)
      const before = (rows: number) => earlierRow(temperature, rows, network, at)
      return [
        'city',
        'network',
        'observed_at',
        eb.case().when('sensors', '>=', 3).then(eb.ref('pm25')).end().as('pm25'),
        eb('temperature', '-', before(1)).as('step'),
        eb(before(1), '-', before(2)).as('step_before'),
        eb(after(1), '-', temperature).as('step_after'),
      ]
    })
    const own = db
      .selectFrom(hours.as('one'))
      .selectAll()
      .select(eb => {
        const [station, at] = [[eb.ref('city'), eb.ref('station_id')], eb.ref('observed_at')]
        return [
          eb
            .case()
            .when(hoursBetween(earlierRow(at, 1, station, at).$notNull(), at), '=', 1)
            .then(eb('temperature', '-', earlierRow(eb.ref('temperature'), 1, station, at)))
            .end()
            .as('own_step'),
        ]
      })
    const months = db
      .selectFrom(own.as('own'))
      .leftJoin(steps.as('all'), join =>
        join
          .onRef('all.city', '=', 'own.city')
          .onRef('all.network', '=', 'own.network')
          .onRef('all.observed_at', '=', 'own.observed_at'),
      )
      .select(eb => [
        'own.city',
        'own.station_id',
        'own.month',
        integer(eb.fn.count(eb('own.pm25', '-', eb.ref('all.pm25')))).as('compared_hours'),
        integer(eb.fn.count('own.own_step')).as('step_hours'),
        medianOf(eb('own.pm25', '-', eb.ref('all.pm25'))).as('difference'),
        correlation(eb.ref('own.own_step'), eb.ref('all.step')).as('at_once'),
        correlation(eb.ref('own.own_step'), eb.ref('all.step_before')).as('ahead'),
        correlation(eb.ref('own.own_step'), eb.ref('all.step_after')).as('behind'),
      ])
      .groupBy(['own.city', 'own.station_id', 'own.month'])
    const told = db.selectFrom(months.as('month')).select(eb => [
      'city',
      'station_id',
      'month',
      eb(eb(yearOf(eb.ref('month')), '*', eb.lit(12)), '+', monthOf(eb.ref('month'))).as('month_number'),
      eb.case().when('compared_hours', '>=', enoughHours).then(eb.ref('difference')).end().as('difference'),
      eb
        .case()
        .when('step_hours', '<', enoughHours)
        .then(eb.lit(null).$castTo<number | null>())
        .when(eb('ahead', '>', eb('at_once', '+', eb.lit(clockMargin))))
        .then(eb.lit(1))
        .when(eb('behind', '>', eb('at_once', '+', eb.lit(clockMargin))))
        .then(eb.lit(-1))
        .when('at_once', 'is not', null)
        .then(eb.lit(0))
        .end()
        .as('clock_hours'),
    ])
    const drifts = db
      .selectFrom(told.as('month'))
      .innerJoin(told.as('past'), join =>
        join
          .onRef('past.city', '=', 'month.city')
          .onRef('past.station_id', '=', 'month.station_id')
          .onRef('past.month_number', '<=', 'month.month_number')
          .on(eb => eb('past.month_number', '>', eb('month.month_number', '-', eb.lit(driftMonths)))),
      )
      .where('past.difference', 'is not', null)
      .select(eb => [
        'month.city',
        'month.station_id',
        'month.month',
        slopeOf(eb.ref('past.difference'), eb.ref('past.month_number')).as('drift'),
      ])
      .groupBy(['month.city', 'month.station_id', 'month.month'])
      .having(countOf(), '>=', 4)
    const flags = db
      .selectFrom('air_quality_hourly as reading')
      .innerJoin('cities', 'cities.city', 'reading.city')
      .where('reading.property', '=', 'pm25')
      .select(eb => [
        'reading.city',
        'reading.station_id',
        localMonth(eb.ref('reading.observed_at'), eb.ref('cities.zone')).as('month'),
        integer(countWhere(eb('reading.is_valid', '=', true))).as('valid_hours'),
        integer(countWhere(eb('reading.flag', '=', 'offline_zero'))).as('offline_hours'),
        integer(countWhere(eb('reading.flag', '=', 'stuck'))).as('stuck_hours'),
        integer(countWhere(eb('reading.flag', '=', 'unit_slip'))).as('unit_slip_hours'),
        integer(countWhere(eb('reading.flag', '=', 'spike'))).as('spikes'),
      ])
      .groupBy(eb => [
        'reading.city',
        'reading.station_id',
        localMonth(eb.ref('reading.observed_at'), eb.ref('cities.zone')),
      ])
    const lasting = db.selectFrom(drifts.as('drift')).select(eb => {
      const [station, at] = [[eb.ref('city'), eb.ref('station_id')], eb.ref('month')]
      const before = [1, 2].map(rows => earlierRow(eb.ref('drift'), rows, station, at))
      return [
        'city',
        'station_id',
        'month',
        'drift',
        eb
          .and([
            eb('drift', '>=', driftPerMonth),
            ...before.map(drift => eb(eb.fn.coalesce(drift, eb.lit(0)), '>=', driftPerMonth)),
          ])
          .$castTo<boolean>()
          .as('is_drifting'),
      ]
    })
    return db
      .selectFrom(flags.as('flag'))
      .leftJoin(told.as('told'), join =>
        join
          .onRef('told.city', '=', 'flag.city')
          .onRef('told.station_id', '=', 'flag.station_id')
          .onRef('told.month', '=', 'flag.month'),
      )
      .leftJoin(lasting.as('drift'), join =>
        join
          .onRef('drift.city', '=', 'flag.city')
          .onRef('drift.station_id', '=', 'flag.station_id')
          .onRef('drift.month', '=', 'flag.month'),
      )
      .select(eb => [
        'flag.city',
        'flag.station_id',
        'flag.month',
        'flag.valid_hours',
        'flag.offline_hours',
        'flag.stuck_hours',
        'flag.unit_slip_hours',
        'flag.spikes',
        rounded(eb.ref('told.difference'), 2).as('pm25_difference'),
        rounded(eb.ref('drift.drift'), 2).as('pm25_drift'),
        eb.fn.coalesce('drift.is_drifting', eb.val(false)).as('is_drifting'),
        'told.clock_hours',
      ])
      .orderBy('flag.city')
      .orderBy('flag.station_id')
      .orderBy('flag.month')
  },
})
