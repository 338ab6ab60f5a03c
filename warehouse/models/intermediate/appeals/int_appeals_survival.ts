import type {Kysely} from 'kysely'
import {
  countOf,
  countWhere,
  descending,
  lesser,
  logLogBound,
  quotient,
  real,
  rowNumber,
  running,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel, type RowIn} from '../../../src/model.ts'
import durations, {groupKeys} from './int_appeals_durations.ts'

type Durations = {int_appeals_durations: RowIn<typeof durations>}

/**
 * Kaplan–Meier curves of groups of appeals, a row a step: S(t) = ∏(1 − dᵢ/nᵢ) over the times at which appeals were
 * closed, with Greenwood's variance and the log–log interval of 95 % (Kalbfleisch and Prentice, The Statistical Analysis
 * of Failure Time Data, 2002, §1.4). Open appeals leave the count when their watch ends. To the minute they are longer
 * than the register itself, so those of many groups are asked and not kept.
 * @param groups keys that appeals are put together by; of all other keys a group has every value, written ''
 */
export function curvesOf(db: Kysely<Durations>, groups: readonly (readonly (typeof groupKeys)[number][])[]) {
  // S^exp(±1.96·√V/ln S) stays between 0 and 1, which S ± 1.96·S·√V does not.
  const z = 1.959963984540054
  const ofKeys = groupKeys.map(key => `of_${key}` as const)
  return (
    db
      .with('combination', one =>
        one
          .selectFrom('int_appeals_durations')
          .where('days', 'is not', null)
          .select(eb => [
            'city',
            ...groupKeys,
            eb.fn.max(eb.case().when('is_closed', '=', true).then(eb.ref('days')).end()).as('last_closed'),
            countWhere(eb('is_closed', '=', true)).as('ever_closed'),
          ])
          .groupBy(['city', ...groupKeys]),
      )
      .with('member', one => {
        const [first, ...others] = groups.map(group =>
          one
            .selectFrom('combination')
            .select(['city', ...groupKeys, 'last_closed', 'ever_closed'])
            .select(eb =>
              groupKeys.map(key => (group.includes(key) ? eb.ref(key) : eb.val('')).as(`of_${key}` as const)),
            ),
        )
        return others.reduce((union, one) => union.unionAll(one), first!)
      })
      // One number for a curve: windows by texts take several times as long.
      .with('curve', one =>
        one
          .selectFrom(
            one
              .selectFrom('member')
              .select(eb => [
                'city',
                ...ofKeys,
                eb.fn.max('last_closed').as('last_closed'),
                wholeSum(eb.ref('ever_closed')).as('ever_closed'),
              ])
              .groupBy(['city', ...ofKeys])
              .as('group'),
          )
          // Where nothing was closed there is no step.
          .where('last_closed', 'is not', null)
          .select(['city', ...ofKeys, 'ever_closed'])
          .select(eb => eb.ref('last_closed').$notNull().as('last_closed'))
          .select(eb =>
            rowNumber([eb.lit(1)], [eb.ref('city'), ...ofKeys.map(key => eb.ref(key))]).as('curve'),
          ),
      )
      .with('watched', one =>
        one
          .selectFrom('member')
          .innerJoin('curve', join =>
            ofKeys.reduce(
              (on, key) => on.onRef(`curve.${key}`, '=', `member.${key}`),
              join.onRef('curve.city', '=', 'member.city'),
            ),
          )
          .select([
            'member.city',
            ...groupKeys.map(key => `member.${key}` as const),
            'curve.curve',
            'curve.last_closed',
          ]),
      )
      .with('end', one =>
        one
          .selectFrom('int_appeals_durations as appeal')
          .innerJoin('watched', join =>
            groupKeys.reduce(
              (on, key) => on.onRef(`watched.${key}`, '=', `appeal.${key}`),
              join.onRef('watched.city', '=', 'appeal.city'),
            ),
          )
          .where('appeal.days', 'is not', null)
          .select(eb => [
            'watched.curve',
            // What is open for longer than anything took to close counts at every step: when its watch ends is all one.
            lesser(eb.ref('appeal.days').$notNull(), eb.ref('watched.last_closed')).as('days'),
            'appeal.is_closed',
          ]),
      )
      .with('moment', one =>
        one
          .selectFrom('end')
          .select(eb => [
            'curve',
            'days',
            // Running sums of whole numbers are of 128 bits, and take twice as long.
            real(countOf()).as('ended'),
            real(countWhere(eb('is_closed', '=', true))).as('closed'),
          ])
          .groupBy(['curve', 'days']),
      )
      .with('risk', one =>
        one
          .selectFrom('moment')
          .select(['curve', 'days', 'closed'])
          .select(eb =>
            running('sum', eb.ref('ended'), [eb.ref('curve')], descending(eb.ref('days'))).as('at_risk'),
          ),
      )
      .with('stepped', one =>
        one
          .selectFrom('risk')
          .where('closed', '>', 0)
          .select(eb => {
            const survivors = eb('at_risk', '-', eb.ref('closed'))
            const step = quotient(survivors, eb.ref('at_risk'))
            // All of them together are at most 1, as each is 1/(n − d) − 1/n and n only falls. Where nobody is left the
            // variance is not defined.
            const greenwood = eb
              .case()
              .when('at_risk', '>', eb.ref('closed'))
              .then(quotient(eb.ref('closed'), eb('at_risk', '*', survivors)))
              .end()
            return [
              'curve',
              'days',
              'closed',
              'at_risk',
              running('sum', eb.ref('closed'), [eb.ref('curve')], eb.ref('days')).as('closed_so_far'),
              running('product', step, [eb.ref('curve')], eb.ref('days')).as('share_open'),
              running('sumOfFractions', greenwood, [eb.ref('curve')], eb.ref('days')).as('variance'),
            ]
          }),
      )
      .selectFrom('stepped')
      .innerJoin('curve', 'curve.curve', 'stepped.curve')
      .select(eb => [
        'curve.city',
        ...groupKeys.map(key => eb.ref(`curve.of_${key}`).as(key)),
        'stepped.days',
        quotient(eb.ref('stepped.closed_so_far'), eb.ref('curve.ever_closed')).as('closed_share'),
        'stepped.share_open',
        logLogBound(eb.ref('stepped.share_open'), eb.ref('stepped.variance'), z).as('share_open_low'),
        logLogBound(eb.ref('stepped.share_open'), eb.ref('stepped.variance'), -z).as('share_open_high'),
      ])
  )
}

export default defineModel({
  name: 'int_appeals_survival',
  title: {uk: 'Крива Каплана–Маєра', en: 'Kaplan–Meier curve'},
  describe: {
    uk: 'Частка звернень міста, ще не закритих через стільки діб, з урахуванням відкритих.',
    en: 'Share of a city’s appeals still open after so many days; open ones are counted.',
  },
  grain: ['city', 'days'],
  inputs: [durations],
  columns: {
    share_open: {uk: 'Частка ще відкритих', en: 'Share still open', unit: '1'},
    share_open_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: '1'},
    share_open_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
  },
  query: db =>
    db
      .selectFrom(curvesOf(db, [[]]).as('curve'))
      .select(['city', 'days', 'share_open', 'share_open_low', 'share_open_high']),
})
