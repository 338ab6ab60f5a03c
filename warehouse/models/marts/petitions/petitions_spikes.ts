import times from '@hromada/datasets/petition-signature-times/dataset.ts'
import {
  constant,
  countOf,
  hourOf,
  localDate,
  localHour,
  quotient,
  rounded,
  surpriseOf,
  wholeDays,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

/** Fewer signatures in an hour are nobody's concern. */
const leastSignatures = 30
/** A burst so unlikely, as powers of ten, that chance or a post in social media hardly make it. */
const leastSurprise = 20
/** Less than this is never expected: the first visitor of a night is no wonder. */
const leastExpected = 0.5

/**
 * Hours in which a petition was signed far more often than its own signatures, spread over the day as those of all other
 * petitions are, would have it: λ = (n − n_hour) · share of the hour of the day / days, and −lg of Chernoff's bound of
 * P(X ≥ n_hour) for a Poisson variable. It is a question to ask, no proof: a report on television looks alike by day.
 */
export default defineModel({
  name: 'petitions_spikes',
  title: {uk: 'Незвичні сплески підписів', en: 'Unusual bursts of signatures'},
  describe: {
    uk: 'Години, в які петицію підписували набагато частіше, ніж випадає за її ж підписами й добовим ходом усіх інших петицій (спосіб hourly_poisson). Це привід перевірити, а не доказ: сюжет по телебаченню вдень має такий самий вигляд.',
    en: 'Hours in which a petition was signed far more often than follows from its own signatures and the daily course of all other petitions (method hourly_poisson). It is a reason to look, not a proof: a report on television looks alike by day.',
  },
  grain: ['city', 'petition_id', 'signed_hour'],
  publish: true,
  inputs: [staging(times), cities],
  columns: {
    signed_hour: {uk: 'Початок години', en: 'Start of the hour'},
    signatures: {uk: 'Підписів за годину', en: 'Signatures in the hour', unit: '1'},
    expected: {uk: 'Скільки випадало б', en: 'How many were to be expected', unit: '1'},
    surprise: {
      uk: 'Наскільки це малоймовірно: порядок, 20 – не частіше одного разу на 10²⁰',
      en: 'How unlikely it is: a power of ten, 20 is at most once in 10²⁰',
      unit: '1',
    },
    method: {uk: 'Спосіб: hourly_poisson', en: 'Method: hourly_poisson'},
  },
  releases: Object.fromEntries(
    (['city', 'signatures', 'expected', 'surprise'] as const).map(column => [
      column,
      {
        of: ['petition-signature-times.signed_at'],
        because: {
          uk: 'Показано лише години, в які підписали щонайменше 30 людей: про жодну з них таблиця не каже',
          en: 'Only hours in which at least 30 people signed are shown: of none of them does the table tell',
        },
      },
    ]),
  ),
  counts: {
    of: 'persons',
    measures: ['signatures'],
    with: ['expected', 'surprise', 'method'],
    dimensions: [['petition_id'], ['signed_hour']],
  },
  query: db => {
    const hours = db
      .selectFrom('stg_petition_signature_times as signature')
      .innerJoin('cities', 'cities.city', 'signature.city')
      .select(eb => [
        'signature.city',
        'signature.petition_id',
        hourOf(eb.ref('signature.signed_at').$notNull()).as('signed_hour'),
        localHour(eb.ref('signature.signed_at').$notNull(), eb.ref('cities.zone')).as('local_hour'),
        localDate(eb.ref('signature.signed_at').$notNull(), eb.ref('cities.zone')).as('date'),
        countOf().as('signatures'),
      ])
      .groupBy(eb => [
        'signature.city',
        'signature.petition_id',
        hourOf(eb.ref('signature.signed_at').$notNull()),
        localHour(eb.ref('signature.signed_at').$notNull(), eb.ref('cities.zone')),
        localDate(eb.ref('signature.signed_at').$notNull(), eb.ref('cities.zone')),
      ])
    const totals = db
      .selectFrom(hours.as('hour'))
      .select(eb => [
        'city',
        'petition_id',
        eb.fn.sum<number>('signatures').as('signatures'),
        eb(wholeDays(eb.fn.min('date'), eb.fn.max('date')), '+', eb.lit(1).$castTo<number>()).as('days'),
      ])
      .groupBy(['city', 'petition_id'])
    const ownCourse = db
      .selectFrom(hours.as('hour'))
      .select(eb => ['city', 'petition_id', 'local_hour', eb.fn.sum<number>('signatures').as('signatures')])
      .groupBy(['city', 'petition_id', 'local_hour'])
    const course = db
      .selectFrom(hours.as('hour'))
      .select(eb => ['city', 'local_hour', eb.fn.sum<number>('signatures').as('signatures')])
      .groupBy(['city', 'local_hour'])
    const whole = db
      .selectFrom(hours.as('hour'))
      .select(eb => ['city', eb.fn.sum<number>('signatures').as('signatures')])
      .groupBy('city')
    const expected = db
      .selectFrom(hours.as('hour'))
      .innerJoin(totals.as('total'), join =>
        join.onRef('total.city', '=', 'hour.city').onRef('total.petition_id', '=', 'hour.petition_id'),
      )
      .innerJoin(ownCourse.as('own'), join =>
        join
          .onRef('own.city', '=', 'hour.city')
          .onRef('own.petition_id', '=', 'hour.petition_id')
          .onRef('own.local_hour', '=', 'hour.local_hour'),
      )
      .innerJoin(course.as('course'), join =>
        join.onRef('course.city', '=', 'hour.city').onRef('course.local_hour', '=', 'hour.local_hour'),
      )
      .innerJoin(whole.as('whole'), 'whole.city', 'hour.city')
      .where('hour.signatures', '>=', leastSignatures)
      .select(eb => {
        const share = quotient(
          eb('course.signatures', '-', eb.ref('own.signatures')),
          eb.fn<number>('nullif', [eb('whole.signatures', '-', eb.ref('total.signatures')), eb.lit(0)]),
        )
        const rate = quotient(
          eb(eb('total.signatures', '-', eb.ref('hour.signatures')), '*', share),
          eb.ref('total.days'),
        )
        return [
          'hour.city',
          'hour.petition_id',
          'hour.signed_hour',
          'hour.local_hour',
          'hour.signatures',
          eb.fn<number>('greatest', [eb.fn.coalesce(rate, eb.lit(0)), eb.lit(leastExpected)]).as('expected'),
        ]
      })
    return db
      .selectFrom(expected.as('hour'))
      .where(eb => eb(surpriseOf(eb.ref('signatures'), eb.ref('expected')), '>=', leastSurprise))
      .select(eb => [
        'city',
        'petition_id',
        'signed_hour',
        'signatures',
        rounded(eb.ref('expected'), 2).as('expected'),
        rounded(surpriseOf(eb.ref('signatures'), eb.ref('expected')), 1).as('surprise'),
        constant('hourly_poisson').as('method'),
      ])
      .orderBy('city')
      .orderBy('petition_id')
      .orderBy('signed_hour')
  },
})
