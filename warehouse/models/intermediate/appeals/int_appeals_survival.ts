import {
  countOf,
  countWhere,
  logLogBound,
  quotient,
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
    const moments = db
      .selectFrom('int_appeals_grouped')
      .where('days', 'is not', null)
      .select(eb => [
        ...keys,
        eb.ref('days').$notNull().as('days'),
        countOf().as('ended'),
        countWhere(eb('is_closed', '=', true)).as('closed'),
      ])
      .groupBy([...keys, 'days'])
    const risks = db.selectFrom(moments.as('moment')).select(eb => {
      const group = keys.map(key => eb.ref(key))
      return [
        ...keys,
        'days',
        'closed',
        eb(
          totalOver(eb.ref('ended'), group),
          '-',
          eb.fn.coalesce(runningBefore('sum', eb.ref('ended'), group, eb.ref('days')), eb.lit(0)),
        ).as('at_risk'),
      ]
    })
    const curve = db
      .selectFrom(risks.as('risk'))
      .where('closed', '>', 0)
      .select(eb => {
        const group = keys.map(key => eb.ref(key))
        const survivors = eb('at_risk', '-', eb.ref('closed'))
        const step = quotient(survivors, eb.ref('at_risk'))
        // Where nobody is left the variance is not defined.
        const greenwood = eb
          .case()
          .when('at_risk', '>', eb.ref('closed'))
          .then(quotient(eb.ref('closed'), eb('at_risk', '*', survivors)))
          .end()
        return [
          ...keys,
          'days',
          'closed',
          'at_risk',
          running('product', step, group, eb.ref('days')).as('share_open'),
          running('sum', greenwood, group, eb.ref('days')).as('variance'),
        ]
      })
    // S^exp(±1.96·√V/ln S) stays between 0 and 1, which S ± 1.96·S·√V does not.
    const z = 1.959963984540054
    return db
      .selectFrom(curve.as('curve'))
      .select(eb => [
        ...keys,
        'days',
        'closed',
        'at_risk',
        'share_open',
        logLogBound(eb.ref('share_open'), eb.ref('variance'), z).as('share_open_low'),
        logLogBound(eb.ref('share_open'), eb.ref('variance'), -z).as('share_open_high'),
      ])
  },
})
