import {countOf, daysBetween, integer, quotientOrNull, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations from '../../intermediate/appeals/int_appeals_durations.ts'
import watch from '../../intermediate/appeals/int_appeals_watch.ts'
import residents from '../city/residents_by_age.ts'

const yearDays = 365

export default defineModel({
  name: 'appeals_per_resident',
  title: {uk: 'Звернення на мешканця за районами', en: 'Appeals per resident by district'},
  describe: {
    uk: 'Скільки звернень за останні 365 діб даних припадає на 1000 мешканців району (мешканці – за адресами будинків). Більше звернень – не конче більше біди: звертаються охочіше там, де вірять у відповідь, мають телефон і час. Район «» – усе місто; звернень без району в районах немає.',
    en: 'Appeals of the last 365 days of data per 1,000 residents of a district (residents by the addresses of houses). More appeals are not more trouble for certain: people report more readily where they trust in an answer, have a telephone and the time. The district "" is the whole city; appeals without a district are in none.',
  },
  grain: ['city', 'district'],
  publish: true,
  inputs: [durations, watch, residents],
  columns: {
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    residents: {uk: 'Мешканців', en: 'Residents', unit: '1'},
    received: {uk: 'Надійшло за 365 діб', en: 'Received in 365 days', unit: '1'},
    received_per_1000: {uk: 'Надійшло на 1000 мешканців', en: 'Received per 1,000 residents', unit: '1'},
  },
  counts: {
    of: 'persons',
    measures: ['residents'],
    with: ['received_per_1000'],
    dimensions: [['district']],
    totalsOf: 'residents_by_age',
  },
  query: db => {
    const recent = db
      .selectFrom('int_appeals_durations')
      .where(eb => eb(daysBetween(eb.ref('received_at'), eb.ref('watched_until')), '<', yearDays))
    const counted = recent
      .select(['city', 'district', countOf().as('received')])
      .groupBy(['city', 'district'])
      .unionAll(
        recent.select(eb => ['city', eb.val('').as('district'), countOf().as('received')]).groupBy('city'),
      )
    return (
      db
        .selectFrom('residents_by_age as lived')
        .innerJoin('int_appeals_watch as watch', 'watch.city', 'lived.city')
        // Nobody asked for anything in some districts, and people live there all the same.
        .leftJoin(counted.as('counted'), join =>
          join.onRef('counted.city', '=', 'lived.city').onRef('counted.district', '=', 'lived.district'),
        )
        .where('lived.age_group', '=', '')
        .where('lived.built', '=', '')
        .select(eb => {
          const received = eb.fn.coalesce(eb.fn.max('counted.received'), eb.lit(0))
          return [
            'lived.city',
            'lived.district',
            wholeSum(eb.ref('lived.residents')).as('residents'),
            integer(received).as('received'),
            quotientOrNull(eb(received, '*', eb.lit(1000)), wholeSum(eb.ref('lived.residents'))).as(
              'received_per_1000',
            ),
          ]
        })
        .groupBy(['lived.city', 'lived.district'])
        .orderBy('lived.city')
        .orderBy('lived.district')
    )
  },
})
