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
import durations from './int_appeals_durations.ts'

/**
 * Kaplan–Meier: S(t) = ∏(1 − dᵢ/nᵢ) over the times at which appeals were closed, with Greenwood's variance and the
 * log–log interval of 95 % (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002, §1.4).
 * Open appeals leave the count when their watch ends. The category '' is all of them together.
 */
export default defineModel({
  name: 'int_appeals_survival',
  title: {uk: 'Крива Каплана–Маєра', en: 'Kaplan–Meier curve'},
  describe: {
    uk: 'Частка звернень, ще не закритих через стільки діб, за темами; з урахуванням відкритих.',
    en: 'Share of appeals still open after so many days, by topic; open ones are counted.',
  },
  grain: ['city', 'category', 'days'],
  inputs: [durations],
  columns: {
    share_open: {uk: 'Частка ще відкритих', en: 'Share still open', unit: '1'},
    share_open_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: '1'},
    share_open_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
    closed: {uk: 'Закрито в цю мить', en: 'Closed at that time', unit: '1'},
    at_risk: {uk: 'Ще під наглядом перед тим', en: 'Watched just before', unit: '1'},
  },
  query: db => {
    const watched = db
      .selectFrom('int_appeals_durations')
      .select(['city', 'category', 'days', 'is_closed'])
      .unionAll(
        db
          .selectFrom('int_appeals_durations')
          .select(eb => ['city', eb.val('').as('category'), 'days', 'is_closed']),
      )
    const moments = db
      .selectFrom(watched.as('watched'))
      .select(eb => [
        'city',
        'category',
        'days',
        countOf().as('ended'),
        countWhere(eb('is_closed', '=', true)).as('closed'),
      ])
      .groupBy(['city', 'category', 'days'])
    const risks = db.selectFrom(moments.as('moment')).select(eb => {
      const group = [eb.ref('city'), eb.ref('category')]
      return [
        'city',
        'category',
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
        const group = [eb.ref('city'), eb.ref('category')]
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
          'category',
          'days',
          'closed',
          'at_risk',
          running('product', step, group, eb.ref('days')).as('share_open'),
          running('sum', greenwood, group, eb.ref('days')).as('variance'),
        ]
      })
    // S^exp(±1.96·√V/ln S) stays between 0 and 1, which S ± 1.96·S·√V does not.
    const z = 1.959964
    return db
      .selectFrom(curve.as('curve'))
      .select(eb => [
        'city',
        'category',
        'days',
        'closed',
        'at_risk',
        'share_open',
        logLogBound(eb.ref('share_open'), eb.ref('variance'), z).as('share_open_low'),
        logLogBound(eb.ref('share_open'), eb.ref('variance'), -z).as('share_open_high'),
      ])
  },
})
