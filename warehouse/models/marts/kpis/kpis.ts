import {
  constant,
  countOf,
  countWhere,
  firstOfMonth,
  localMonth,
  medianOf,
  monthOf,
  quotient,
  quotientOrNull,
  sumOf,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import definitions from '../../reference/kpi_definitions.ts'
import airOfCity from '../air/air_quality_city_daily.ts'
import airOfStations from '../air/air_quality_daily.ts'
import byMonth from '../appeals/appeals_monthly.ts'
import byDistrict from '../appeals/appeals_monthly_districts.ts'
import budget from '../budget/budget_monthly.ts'
import petitions from '../petitions/petitions.ts'
import alerts from '../safety/alerts_hours.ts'
import stations from '../sensors/stations.ts'

/** µg/m³ over a day: WHO global air quality guidelines, 2021. */
const whoDailyPm25 = 15

const ofAppeals = {
  appeals_on_time_share: {value: 'on_time_share', base: 'closed_with_term'},
  appeals_overdue_open_share: {value: 'overdue_open_share', base: 'open_at_end'},
  appeals_reopened_share: {value: 'reopened_share', base: 'closed'},
} as const

const ofAlerts = {
  alert_hours_share: {part: 'hours', base: 'known_hours'},
  school_hours_lost_share: {part: 'school_hours_lost', base: 'school_hours'},
} as const

type Indicator = {
  city: string
  kpi: string
  district: string
  month: string
  value: number | null
  base: number
}

/** The one place that indicators are read from. What each means is in `kpi_definitions`, and only there. */
export default defineModel({
  name: 'kpis',
  title: {uk: 'Показники міста', en: 'Indicators of the city'},
  describe: {
    uk: 'Показники за місяцями й районами; район «» – усе місто. Що означає кожний, звідки він і чого не каже – у таблиці kpi_definitions. Порожнє значення: рахувати не було з чого.',
    en: 'Indicators by month and district; the district "" is the whole city. What each means, where it comes from and what it does not tell is in the table kpi_definitions. An empty value: there was nothing to work it out from.',
  },
  grain: ['city', 'kpi', 'district', 'month'],
  publish: true,
  inputs: [
    definitions,
    byMonth,
    byDistrict,
    petitions,
    budget,
    airOfCity,
    airOfStations,
    stations,
    alerts,
    cities,
  ],
  columns: {
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    month: {uk: 'Перший день місяця', en: 'First day of the month'},
    value: {uk: 'Значення в одиницях показника', en: 'Value, in the indicator’s unit'},
    base: {
      uk: 'На чому стоїть: скільки звернень, петицій, днів, годин чи гривень у знаменнику',
      en: 'What it rests on: how many appeals, petitions, days, hours or hryvnias are below the line',
    },
  },
  query: db => {
    const inDistricts = Object.entries(ofAppeals).map(([kpi, {value, base}]) =>
      db
        .selectFrom('appeals_monthly_districts')
        .where('district', '<>', 'unknown')
        .select(eb => [
          'city',
          eb.val(kpi).as('kpi'),
          'district',
          'month',
          eb.ref(value).as('value'),
          quotient(eb.ref(base), eb.lit(1)).as('base'),
        ])
        .$castTo<Indicator>(),
    )
    // Every appeal is in one district or in "unknown", so the city is their mean by weight.
    const inTheCity = Object.entries(ofAppeals).map(([kpi, {value, base}]) =>
      db
        .selectFrom('appeals_monthly_districts')
        .select(eb => [
          'city',
          eb.val(kpi).as('kpi'),
          eb.val('').as('district'),
          'month',
          quotientOrNull(sumOf(eb(eb.ref(value), '*', eb.ref(base))), wholeSum(eb.ref(base))).as('value'),
          quotient(wholeSum(eb.ref(base)), eb.lit(1)).as('base'),
        ])
        .groupBy(['city', 'month'])
        .$castTo<Indicator>(),
    )
    const received = db
      .selectFrom('appeals_monthly')
      .where('received_per_1000', 'is not', null)
      .select(eb => [
        'city',
        eb.val('appeals_received_per_1000').as('kpi'),
        eb.val('').as('district'),
        'month',
        sumOf(eb.ref('received_per_1000')).as('value'),
        quotient(wholeSum(eb.ref('received')), eb.lit(1)).as('base'),
      ])
      .groupBy(['city', 'month'])
      .$castTo<Indicator>()
    const collected = db
      .selectFrom('petitions')
      .innerJoin('cities', 'cities.city', 'petitions.city')
      .where('petitions.collection', 'in', ['expired', 'threshold_reached'])
      .where('petitions.closes_at', 'is not', null)
      .select(eb => [
        'petitions.city',
        'petitions.threshold_reached_at',
        localMonth(eb.ref('petitions.closes_at'), eb.ref('cities.zone')).as('month'),
      ])
    const reached = db
      .selectFrom(collected.as('collected'))
      .select(eb => [
        'city',
        eb.val('petitions_reached_share').as('kpi'),
        eb.val('').as('district'),
        'month',
        quotient(countWhere(eb('threshold_reached_at', 'is not', null)), countOf()).as('value'),
        quotient(countOf(), eb.lit(1)).as('base'),
      ])
      .groupBy(['city', 'month'])
      .$castTo<Indicator>()
    const pace = db
      .selectFrom('budget_monthly')
      .where('flow', '=', 'expense')
      .select(eb => [
        'city',
        eb.val('budget_pace_gap').as('kpi'),
        eb.val('').as('district'),
        firstOfMonth(eb.ref('period_end')).as('month'),
        eb(
          quotientOrNull(eb.ref('executed_cumulative_uah'), eb.ref('plan_amended_uah')),
          '-',
          quotient(monthOf(eb.ref('period_end')), eb.lit(12)),
        ).as('value'),
        quotient(eb.ref('plan_amended_uah'), eb.lit(1)).as('base'),
      ])
      .$castTo<Indicator>()
    const cityDays = db
      .selectFrom('air_quality_city_daily')
      .where('stations_of', '=', 'all')
      .where('property', '=', 'pm25')
      .select(eb => [
        'city',
        constant('').as('district'),
        firstOfMonth(eb.ref('date')).as('month'),
        eb.ref('median').as('median'),
      ])
    const districtDays = db
      .selectFrom('air_quality_daily as day')
      .innerJoin('stations', join =>
        join
          .onRef('stations.city', '=', 'day.city')
          .onRef('stations.station_id', '=', 'day.station_id')
          .on('stations.subject', '=', 'air'),
      )
      .where('stations.district', 'is not', null)
      .where('day.property', '=', 'pm25')
      .where('day.is_complete', '=', true)
      .select(eb => [
        'day.city',
        eb.ref('stations.district').$notNull().as('district'),
        firstOfMonth(eb.ref('day.date')).as('month'),
        medianOf(eb.ref('day.mean')).as('median'),
      ])
      .groupBy(['day.city', 'stations.district', 'day.date'])
    const polluted = db
      .selectFrom(cityDays.unionAll(districtDays).as('day'))
      .select(eb => [
        'city',
        eb.val('pm25_days_share').as('kpi'),
        'district',
        'month',
        quotient(countWhere(eb('median', '>', whoDailyPm25)), countOf()).as('value'),
        quotient(countOf(), eb.lit(1)).as('base'),
      ])
      .groupBy(['city', 'district', 'month'])
      .$castTo<Indicator>()
    const alarms = Object.entries(ofAlerts).map(([kpi, {part, base}]) =>
      db
        .selectFrom('alerts_hours')
        .where('period', '=', 'month')
        .where(base, '>', 0)
        .select(eb => [
          'city',
          eb.val(kpi).as('kpi'),
          eb.val('').as('district'),
          'from_date as month',
          quotientOrNull(eb.ref(part), eb.ref(base)).as('value'),
          quotient(eb.ref(base), eb.lit(1)).as('base'),
        ])
        .$castTo<Indicator>(),
    )
    const single = received.unionAll(reached).unionAll(pace).unionAll(polluted)
    const withAppeals = [...inDistricts, ...inTheCity].reduce((union, one) => union.unionAll(one), single)
    const all = alarms.reduce((union, one) => union.unionAll(one), withAppeals)
    return db
      .selectFrom(all.as('one'))
      .innerJoin('kpi_definitions', join =>
        join.onRef('kpi_definitions.city', '=', 'one.city').onRef('kpi_definitions.kpi', '=', 'one.kpi'),
      )
      .select(['one.city', 'one.kpi', 'one.district', 'one.month', 'one.value', 'one.base'])
      .orderBy('one.city')
      .orderBy('one.kpi')
      .orderBy('one.district')
      .orderBy('one.month')
  },
  audits: {
    shares_are_shares: {
      describe: {uk: 'Частки – від 0 до 1', en: 'Shares lie between 0 and 1'},
      faults: db =>
        db
          .selectFrom('kpis')
          .where('kpi', 'like', '%_share')
          .where(eb => eb.or([eb('value', '<', 0), eb('value', '>', 1)]))
          .select(['city', 'kpi', 'district', 'month']),
    },
  },
})
