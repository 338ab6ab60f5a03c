import {
  dayAfter,
  earlierRow,
  maxOver,
  real,
  rowNumber,
  sumAround,
  sumBefore,
  weekOf,
  weeksTouched,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations from './int_appeals_durations.ts'

/** Years that are looked back on, and how many weeks on either side of the same one. */
const [years, reach] = [5, 3]

/** The same weeks of one year are enough to go by the time of year; before that the last weeks are all there is. */
const [enoughWeeks, recentWeeks] = [2 * reach + 1, 8]

/** Of what hardly ever happens nobody knows what is usual. */
const enoughEver = 30

/** Of its fullest week, what the first week must have in which a register was really kept. */
const begunShare = 0.05

const keys = ['city', 'category', 'subcategory', 'district'] as const

/**
 * Whole weeks of every kind of trouble, in the city (district '') and in each district, and what they are to be compared
 * with: the same weeks and three on either side in up to five years before or, in the first year, the eight weeks
 * before (the baseline of Farrington, Andrews, Beale and Catchpole, Journal of the Royal Statistical Society
 * A 159, 1996). Kinds with fewer than thirty appeals ever are left
 * out. Appeals that repeat another are not counted: one burst pipe under a busy street is one trouble, not forty.
 */
export default defineModel({
  name: 'int_appeals_weeks',
  title: {uk: 'Тижні звернень', en: 'Weeks of appeals'},
  describe: {
    uk: 'Скільки звернень, без дублікатів, надійшло за тиждень і скільки надходило зазвичай.',
    en: 'How many appeals, without duplicates, came in a week, and how many usually came.',
  },
  grain: [...keys, 'week'],
  inputs: [durations],
  columns: {
    week: {uk: 'Понеділок тижня', en: 'Monday of the week'},
    n: {uk: 'Надійшло', en: 'Received', unit: '1'},
    compared_with: {
      uk: 'З чим порівняно: same_weeks ті самі тижні попередніх років, last_weeks вісім тижнів до того',
      en: 'What it is compared with: same_weeks of earlier years, or the last_weeks, eight of them, before',
    },
    weeks: {uk: 'Зі скількома тижнями порівняно', en: 'Weeks it is compared with', unit: '1'},
    total: {uk: 'Скільки надійшло за ті тижні', en: 'Received in those weeks', unit: '1'},
    squares: {uk: 'Сума квадратів за ті тижні', en: 'Sum of squares in those weeks', unit: '1'},
  },
  query: db =>
    db
      .with('came', one =>
        one
          .selectFrom('int_appeals_durations as appeal')
          .where('appeal.is_duplicate', '=', false)
          .select(eb => [
            'appeal.city',
            'appeal.category',
            'appeal.subcategory',
            'appeal.district',
            weekOf(eb.ref('appeal.received_on')).as('week'),
            weekOf(eb.ref('appeal.watched_on')).as('last_week'),
            eb.fn.countAll<number>().as('n'),
          ])
          .groupBy(eb => [
            'appeal.city',
            'appeal.category',
            'appeal.subcategory',
            'appeal.district',
            weekOf(eb.ref('appeal.received_on')),
            weekOf(eb.ref('appeal.watched_on')),
          ]),
      )
      .with('counted', one =>
        one
          .selectFrom('came')
          .where('district', '!=', 'unknown')
          .select([...keys, 'week', 'n'])
          .unionAll(
            one
              .selectFrom('came')
              .select(eb => [
                'city',
                'category',
                'subcategory',
                eb.val('').as('district'),
                'week',
                wholeSum(eb.ref('n')).as('n'),
              ])
              .groupBy(['city', 'category', 'subcategory', 'week']),
          ),
      )
      .with('whole_city', one =>
        one
          .selectFrom('came')
          .select(eb => ['city', 'week', 'last_week', wholeSum(eb.ref('n')).as('n')])
          .groupBy(['city', 'week', 'last_week']),
      )
      .with('span', one =>
        one
          .selectFrom(
            one
              .selectFrom('whole_city')
              .selectAll()
              .select(eb => maxOver(eb.ref('n'), [eb.ref('city')]).as('most'))
              .as('whole_city'),
          )
          // A register of one year has a few strays of years before.
          .where(eb => eb('n', '>=', eb('most', '*', eb.lit(begunShare))))
          .select(eb => [
            'city',
            eb.fn.min('week').as('first'),
            // The week of the last event is not over.
            dayAfter(eb.fn.max('last_week'), -7).as('last'),
          ])
          .groupBy('city'),
      )
      .with('each_week', one =>
        one
          .selectFrom('span')
          .crossJoin(eb => weeksTouched(eb.ref('span.first'), eb.ref('span.last')))
          .select(['span.city', 'touched.week']),
      )
      .with('part', one =>
        one
          .selectFrom('counted')
          .select([...keys])
          // One number for a series: windows by four texts take several times as long.
          .select(eb =>
            rowNumber(
              [eb.ref('city')],
              keys.map(key => eb.ref(key)),
            ).as('series'),
          )
          .groupBy([...keys])
          .having(eb => eb(wholeSum(eb.ref('n')), '>=', enoughEver)),
      )
      .with('filled', one =>
        one
          .selectFrom('part')
          .innerJoin('each_week', 'each_week.city', 'part.city')
          .leftJoin('counted', join =>
            join
              .onRef('counted.city', '=', 'part.city')
              .onRef('counted.category', '=', 'part.category')
              .onRef('counted.subcategory', '=', 'part.subcategory')
              .onRef('counted.district', '=', 'part.district')
              .onRef('counted.week', '=', 'each_week.week'),
          )
          .select(eb => [
            'part.city',
            'part.category',
            'part.subcategory',
            'part.district',
            'part.series',
            'each_week.week',
            // Sums of whole numbers are of 128 bits, and take twice the time and room.
            real(eb.fn.coalesce('counted.n', eb.lit(0))).as('n'),
          ]),
      )
      .with('summed', one =>
        one
          .selectFrom('filled')
          .selectAll()
          .select(eb => {
            const group = [eb.ref('city'), eb.ref('series')]
            const square = eb('n', '*', eb.ref('n'))
            const week = eb.ref('week')
            const one = real(eb.lit(1))
            return [
              sumAround(one, reach, group, week).as('weeks_around'),
              sumAround(eb.ref('n'), reach, group, week).as('total_around'),
              sumAround(square, reach, group, week).as('squares_around'),
              sumBefore(one, recentWeeks, group, week).as('weeks_recent'),
              sumBefore(eb.ref('n'), recentWeeks, group, week).as('total_recent'),
              sumBefore(square, recentWeeks, group, week).as('squares_recent'),
            ]
          }),
      )
      .with('compared', one =>
        one
          .selectFrom('summed')
          .select([...keys, 'series', 'week', 'n', 'weeks_recent', 'total_recent', 'squares_recent'])
          .select(eb => {
            const group = [eb.ref('city'), eb.ref('series')]
            const earlier = (what: 'weeks_around' | 'total_around' | 'squares_around') =>
              Array.from({length: years}, (_, year) =>
                eb.fn.coalesce(earlierRow(eb.ref(what), 52 * (year + 1), group, eb.ref('week')), eb.lit(0)),
              ).reduce((sum, one) => eb(sum, '+', one) as typeof one)
            return [
              earlier('weeks_around').as('weeks_earlier'),
              earlier('total_around').as('total_earlier'),
              earlier('squares_around').as('squares_earlier'),
            ]
          }),
      )
      .selectFrom('compared')
      .select(eb => {
        const chosen = (what: 'weeks' | 'total' | 'squares') =>
          eb
            .case()
            .when('weeks_earlier', '>=', enoughWeeks)
            .then(eb.ref(`${what}_earlier`))
            .when('weeks_recent', '>=', recentWeeks)
            .then(eb.ref(`${what}_recent`))
            .end()
        return [
          ...keys,
          'week',
          'n',
          eb
            .case()
            .when('weeks_earlier', '>=', enoughWeeks)
            .then('same_weeks')
            .when('weeks_recent', '>=', recentWeeks)
            .then('last_weeks')
            .end()
            .as('compared_with'),
          chosen('weeks').as('weeks'),
          chosen('total').as('total'),
          chosen('squares').as('squares'),
        ]
      }),
})
