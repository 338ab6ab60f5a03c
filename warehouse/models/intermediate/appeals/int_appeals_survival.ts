import {
  countOf,
  countWhere,
  logLogBound,
  quotient,
  rowNumber,
  running,
  runningBefore,
  totalOver,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import grouped from './int_appeals_grouped.ts'

/**
 * Kaplan–Meier: S(t) = ∏(1 − dᵢ/nᵢ) over the times at which appeals were closed, with Greenwood's variance and the
 * log–log interval of 95 % (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002, §1.4).
 * Open appeals leave the count when their watch ends.
 */
const keys = ['city', 'category', 'subcategory', 'district', 'organization', 'basis'] as const

export default defineModel({
  name: 'int_appeals_survival',
  title: {uk: 'Крива Каплана–Маєра', en: 'Kaplan–Meier curve'},
  describe: {
    uk: 'Частка звернень, ще не закритих через стільки діб, за групами; з урахуванням відкритих.',
    en: 'Share of appeals still open after so many days, by group; open ones are counted.',
  },
  grain: ['city', 'category', 'subcategory', 'district', 'organization', 'basis', 'days'],
  inputs: [grouped],
  columns: {
    share_open: {uk: 'Частка ще відкритих', en: 'Share still open', unit: '1'},
    share_open_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: '1'},
    share_open_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
    closed: {uk: 'Закрито в цю мить', en: 'Closed at that time', unit: '1'},
    at_risk: {uk: 'Ще під наглядом перед тим', en: 'Watched just before', unit: '1'},
  },
  query: db => {
    const part = keys.slice(1)
    // S^exp(±1.96·√V/ln S) stays between 0 and 1, which S ± 1.96·S·√V does not.
    const z = 1.959963984540054
    return (
      db
        .with('moment', one =>
          one
            .selectFrom('int_appeals_grouped')
            .where('days', 'is not', null)
            .select(eb => [
              ...keys,
              eb.ref('days').$notNull().as('days'),
              countOf().as('ended'),
              countWhere(eb('is_closed', '=', true)).as('closed'),
            ])
            .groupBy([...keys, 'days']),
        )
        // One number for a curve: windows by six texts take several times as long.
        .with('numbered', one =>
          one
            .selectFrom('moment')
            .select([...keys])
            .select(eb =>
              rowNumber(
                [eb.ref('city')],
                part.map(key => eb.ref(key)),
              ).as('curve'),
            )
            .groupBy([...keys]),
        )
        .with('watched', one =>
          one
            .selectFrom('moment')
            .innerJoin('numbered', join =>
              keys.reduce((on, key) => on.onRef(`numbered.${key}`, '=', `moment.${key}`), join),
            )
            .select(['moment.city', 'numbered.curve', 'moment.days', 'moment.ended', 'moment.closed']),
        )
        .with('risk', one =>
          one.selectFrom('watched').select(eb => {
            const group = [eb.ref('city'), eb.ref('curve')]
            return [
              'city',
              'curve',
              'days',
              'closed',
              eb(
                totalOver(eb.ref('ended'), group),
                '-',
                eb.fn.coalesce(runningBefore('sum', eb.ref('ended'), group, eb.ref('days')), eb.lit(0)),
              ).as('at_risk'),
            ]
          }),
        )
        .with('stepped', one =>
          one
            .selectFrom('risk')
            .where('closed', '>', 0)
            .select(eb => {
              const group = [eb.ref('city'), eb.ref('curve')]
              const survivors = eb('at_risk', '-', eb.ref('closed'))
              const step = quotient(survivors, eb.ref('at_risk'))
              // Where nobody is left the variance is not defined.
              const greenwood = eb
                .case()
                .when('at_risk', '>', eb.ref('closed'))
                .then(quotient(eb.ref('closed'), eb('at_risk', '*', survivors)))
                .end()
              return [
                'city',
                'curve',
                'days',
                'closed',
                'at_risk',
                running('product', step, group, eb.ref('days')).as('share_open'),
                running('sum', greenwood, group, eb.ref('days')).as('variance'),
              ]
            }),
        )
        .selectFrom('stepped')
        .innerJoin('numbered', join =>
          join.onRef('numbered.city', '=', 'stepped.city').onRef('numbered.curve', '=', 'stepped.curve'),
        )
        .select(eb => [
          'numbered.city',
          'numbered.category',
          'numbered.subcategory',
          'numbered.district',
          'numbered.organization',
          'numbered.basis',
          'stepped.days',
          'stepped.closed',
          'stepped.at_risk',
          'stepped.share_open',
          logLogBound(eb.ref('stepped.share_open'), eb.ref('stepped.variance'), z).as('share_open_low'),
          logLogBound(eb.ref('stepped.share_open'), eb.ref('stepped.variance'), -z).as('share_open_high'),
        ])
    )
  },
})
