import alertsData from '@hromada/datasets/alerts/dataset.ts'
import {
  countWhere,
  firstOfMonth,
  firstOfYear,
  hoursTouched,
  hoursWithin,
  integer,
  later,
  localDate,
  localHour,
  monthOf,
  quotient,
  rounded,
  sumOf,
  sumWhere,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import places from '../../reference/alert_places.ts'
import calendar from '../../reference/calendar.ts'
import cities from '../../reference/cities.ts'
import merged from './alerts_merged.ts'

/** Since this day alerts are declared by raion, but in two oblasts, where little has changed. */
const raionLevelFrom = '2025-12-15'
const oblastsWithoutRaions = ['Donetska oblast', 'Luhanska oblast']

/** Lessons: 8:00 to 15:00 of working days from September to May. Cities differ; so do schools. */
const school = {from: 8, to: 15, firstMonth: 9, lastMonth: 5}

const sums = [
  'alerts',
  'hours',
  'night_hours',
  'school_hours_lost',
  'known_hours',
  'school_hours',
  'records',
  'oblast_records',
  'unended_records',
] as const

export default defineModel({
  name: 'alerts_hours',
  title: {uk: 'Години під тривогою', en: 'Hours under alert'},
  describe: {
    uk: 'За кожну добу, місяць і рік за годинником міста: годин під тривогою, з них уночі (23–07) і в час уроків, скільки разів. Дні без тривог мають нуль, дні після останнього запису джерела не мають рядка: там невідомо, а не спокійно. З 15 грудня 2025 року тривоги оголошують по районах: записів більше, порівнюйте години.',
    en: 'For every day, month and year by the city’s clock: hours under alert, of which at night (23–07) and in time of lessons, and how many times. Days without alerts have a zero; days after the last record of the source have no row: it is not known, which is not the same as calm. Since 15 December 2025 alerts are declared by raion: there are more records, so compare hours.',
  },
  grain: ['city', 'period', 'from_date'],
  publish: true,
  inputs: [merged, staging(alertsData), places, cities, calendar],
  columns: {
    period: {uk: 'За який час: day, month, year', en: 'Over which time: day, month, year'},
    from_date: {uk: 'Перший день', en: 'First day'},
    alerts: {uk: 'Скільки разів починалася', en: 'How many began', unit: '1'},
    hours: {uk: 'Годин під тривогою', en: 'Hours under alert', unit: 'h'},
    night_hours: {uk: 'З них уночі, 23–07', en: 'Of which at night, 23–07', unit: 'h'},
    night_share: {
      uk: 'Частка нічних годин; порожньо без тривог',
      en: 'Share of hours at night; empty without alerts',
      unit: '1',
    },
    school_hours_lost: {
      uk: 'Годин у час уроків: робочі дні з вересня до травня, 8–15',
      en: 'Hours in time of lessons: working days from September to May, 8–15',
      unit: 'h',
    },
    school_hours: {
      uk: 'Скільки годин уроків мало бути',
      en: 'How many hours of lessons there were to be',
      unit: 'h',
    },
    known_hours: {
      uk: 'Скільки годин джерело охоплює; решта невідома',
      en: 'How many hours the source covers; the others are unknown',
      unit: 'h',
    },
    records: {
      uk: 'Записів джерела про місто, що почалися',
      en: 'Records of the source about the city that began',
      unit: '1',
    },
    oblast_records: {
      uk: 'Записів джерела про всю область і її райони, що почалися',
      en: 'Records of the source about the oblast and all its raions that began',
      unit: '1',
    },
    unended_records: {
      uk: 'З записів про місто – без відбою: їхня тривалість невідома',
      en: 'Of records about the city those without an end: their duration is unknown',
      unit: '1',
    },
    declared_by: {
      uk: 'Як оголошували: oblast – областями, raion – районами (з 15 грудня 2025), mixed – розрив усередині',
      en: 'How they were declared: by oblast, by raion (since 15 December 2025), mixed where the break lies within',
    },
  },
  query: db => {
    const cityPlaces = db.selectFrom('alert_places').select(['city', 'oblast']).distinct()
    // What the source says of anywhere in the oblast shows that it was listening.
    const records = db
      .selectFrom('stg_alerts as alert')
      .innerJoin(cityPlaces.as('oblast'), join =>
        join.onRef('oblast.city', '=', 'alert.city').onRef('oblast.oblast', '=', 'alert.oblast'),
      )
      .innerJoin('cities', 'cities.city', 'alert.city')
      .leftJoin('alert_places as place', join =>
        join
          .onRef('place.city', '=', 'alert.city')
          .onRef('place.oblast', '=', 'alert.oblast')
          .on(eb => eb('place.raion', '=', eb.fn.coalesce('alert.raion', eb.val(''))))
          .on(eb => eb('place.hromada', '=', eb.fn.coalesce('alert.hromada', eb.val('')))),
      )
      .select(eb => [
        'alert.city',
        'cities.zone',
        'cities.country',
        'alert.oblast',
        'alert.started_at',
        'alert.finished_at',
        localDate(eb.ref('alert.started_at'), eb.ref('cities.zone')).as('date'),
        eb('place.city', 'is not', null).as('is_own'),
      ])
    const spans = db
      .selectFrom(records.as('record'))
      .select(eb => [
        'city',
        'zone',
        'country',
        eb.fn.min('started_at').as('first_at'),
        later(eb.fn.max('started_at'), eb.fn.max('finished_at')).as('last_at'),
        eb.fn
          .max(eb.case().when('oblast', 'in', oblastsWithoutRaions).then(eb.lit(0)).else(eb.lit(1)).end())
          .as('has_raions'),
      ])
      .groupBy(['city', 'zone', 'country'])
    const known = db
      .selectFrom(spans.as('span'))
      .crossJoin(eb => hoursTouched(eb.ref('span.first_at'), eb.ref('span.last_at')))
      .innerJoin('calendar', join =>
        join
          .onRef('calendar.country', '=', 'span.country')
          .on(eb => eb('calendar.date', '=', localDate(eb.ref('touched.hour'), eb.ref('span.zone')))),
      )
      .select(eb => {
        const local = localHour(eb.ref('touched.hour'), eb.ref('span.zone'))
        const month = monthOf(eb.ref('calendar.date'))
        return [
          'span.city',
          'touched.hour',
          'calendar.date',
          'span.has_raions',
          hoursWithin(eb.ref('touched.hour'), eb.ref('span.first_at'), eb.ref('span.last_at')).as('hours'),
          eb.or([eb(local, '>=', 23), eb(local, '<', 7)]).as('is_night'),
          eb
            .and([
              eb('calendar.is_working', '=', true),
              eb(local, '>=', school.from),
              eb(local, '<', school.to),
              eb.or([eb(month, '>=', school.firstMonth), eb(month, '<=', school.lastMonth)]),
            ])
            .as('is_school'),
        ]
      })
    const alarmed = db
      .selectFrom('alerts_merged as alert')
      .crossJoin(eb => hoursTouched(eb.ref('alert.started_at'), eb.ref('alert.finished_at')))
      .select(eb => [
        'alert.city',
        'touched.hour',
        eb.fn
          .sum<number>(
            hoursWithin(eb.ref('touched.hour'), eb.ref('alert.started_at'), eb.ref('alert.finished_at')),
          )
          .as('hours'),
      ])
      .groupBy(['alert.city', 'touched.hour'])
    const dayHours = db
      .selectFrom(known.as('hour'))
      .leftJoin(alarmed.as('alarm'), join =>
        join.onRef('alarm.city', '=', 'hour.city').onRef('alarm.hour', '=', 'hour.hour'),
      )
      .select(eb => {
        const alarm = eb.fn.coalesce('alarm.hours', eb.lit(0))
        return [
          'hour.city',
          'hour.date',
          eb.fn.max('hour.has_raions').as('has_raions'),
          sumOf(alarm).as('hours'),
          sumWhere(alarm, eb.ref('hour.is_night')).as('night_hours'),
          sumWhere(alarm, eb.ref('hour.is_school')).as('school_hours_lost'),
          sumOf(eb.ref('hour.hours')).as('known_hours'),
          sumWhere(eb.ref('hour.hours'), eb.ref('hour.is_school')).as('school_hours'),
        ]
      })
      .groupBy(['hour.city', 'hour.date'])
    const begun = db
      .selectFrom('alerts_merged as alert')
      .innerJoin('cities', 'cities.city', 'alert.city')
      .select(eb => [
        'alert.city',
        localDate(eb.ref('alert.started_at'), eb.ref('cities.zone')).as('date'),
        integer(eb.fn.countAll()).as('alerts'),
      ])
      .groupBy(eb => ['alert.city', localDate(eb.ref('alert.started_at'), eb.ref('cities.zone'))])
    const written = db
      .selectFrom(records.as('record'))
      .select(eb => [
        'city',
        'date',
        integer(countWhere(eb.ref('is_own'))).as('records'),
        integer(eb.fn.countAll()).as('oblast_records'),
        integer(countWhere(eb.and([eb.ref('is_own'), eb('finished_at', 'is', null)]))).as('unended_records'),
      ])
      .groupBy(['city', 'date'])
    const days = db
      .selectFrom(dayHours.as('day'))
      .leftJoin(begun.as('begun'), join =>
        join.onRef('begun.city', '=', 'day.city').onRef('begun.date', '=', 'day.date'),
      )
      .leftJoin(written.as('written'), join =>
        join.onRef('written.city', '=', 'day.city').onRef('written.date', '=', 'day.date'),
      )
      .select(eb => [
        'day.city',
        'day.date',
        'day.hours',
        'day.night_hours',
        'day.school_hours_lost',
        'day.known_hours',
        'day.school_hours',
        eb.fn.coalesce('begun.alerts', eb.lit(0)).as('alerts'),
        eb.fn.coalesce('written.records', eb.lit(0)).as('records'),
        eb.fn.coalesce('written.oblast_records', eb.lit(0)).as('oblast_records'),
        eb.fn.coalesce('written.unended_records', eb.lit(0)).as('unended_records'),
        eb
          .case()
          .when(eb.and([eb('day.date', '>=', raionLevelFrom), eb('day.has_raions', '=', 1)]))
          .then('raion')
          .else('oblast')
          .end()
          .as('declared_by'),
      ])
    const over = (period: string, from: 'date' | 'month' | 'year') =>
      db
        .selectFrom(days.as('day'))
        .select(eb => [
          'city',
          eb.val(period).as('period'),
          (from === 'date'
            ? eb.ref('date')
            : from === 'month'
              ? firstOfMonth(eb.ref('date'))
              : firstOfYear(eb.ref('date'))
          ).as('from_date'),
          'declared_by',
          ...sums,
        ])
    const periods = over('day', 'date').unionAll(over('month', 'month')).unionAll(over('year', 'year'))
    return db
      .selectFrom(periods.as('one'))
      .select(eb => {
        const hours = sumOf(eb.ref('hours'))
        const [least, most] = [eb.fn.min('declared_by'), eb.fn.max('declared_by')]
        const tidy = (name: (typeof sums)[number]) => rounded(sumOf(eb.ref(name)), 4)
        return [
          'city',
          'period',
          'from_date',
          wholeSum(eb.ref('alerts')).as('alerts'),
          tidy('hours').as('hours'),
          tidy('night_hours').as('night_hours'),
          eb
            .case()
            .when(hours, '>', 0)
            .then(rounded(quotient(sumOf(eb.ref('night_hours')), hours), 4))
            .end()
            .as('night_share'),
          tidy('school_hours_lost').as('school_hours_lost'),
          tidy('school_hours').as('school_hours'),
          tidy('known_hours').as('known_hours'),
          wholeSum(eb.ref('records')).as('records'),
          wholeSum(eb.ref('oblast_records')).as('oblast_records'),
          wholeSum(eb.ref('unended_records')).as('unended_records'),
          eb.case().when(least, '=', most).then(most).else('mixed').end().as('declared_by'),
        ]
      })
      .groupBy(['city', 'period', 'from_date'])
      .orderBy('city')
      .orderBy('period')
      .orderBy('from_date')
  },
  audits: {
    hours_fit_into_the_day: {
      describe: {
        uk: 'Годин під тривогою не більше, ніж охоплює джерело',
        en: 'There are no more hours under alert than the source covers',
      },
      faults: db =>
        db
          .selectFrom('alerts_hours')
          .select(['city', 'period', 'from_date'])
          .where(eb => eb('hours', '>', eb('known_hours', '+', eb.lit(0.01)))),
    },
  },
})
