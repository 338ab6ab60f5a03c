import {
  countOf,
  countWhere,
  minimumWhere,
  quotient,
  quotientOrNull,
  wholeSum,
  wilsonBound,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations, {appealGroups, groupKeys} from './int_appeals_durations.ts'
import {curvesOf} from './int_appeals_survival.ts'

const keys = ['city', ...groupKeys] as const

const z = 1.959963984540054

const counts = [
  'received',
  'left_out',
  'still_open',
  'closed_with_term',
  'on_time',
  'overdue_open',
  'reopened',
  'ever_closed',
] as const

/** A product of fractions that comes to a half exactly may miss it by its rounding. */
const [half, tenth] = [0.5 + 1e-9, 0.1 + 1e-9]

/**
 * What is told of every group of appeals. A quantile is the first moment at which the Kaplan–Meier curve is as low as
 * it must be; the ends of its interval are the same of the ends of the curve's own interval (Brookmeyer and Crowley,
 * Biometrics 38, 1982), of which the log–log one is taken because it stays between 0 and 1 where few are left. An end
 * that the curve has not come to is empty. Intervals of shares are Wilson's.
 */
export default defineModel({
  name: 'int_appeals_measured',
  title: {uk: 'Показники звернень за групами', en: 'Measures of appeals by group'},
  describe: {
    uk: 'Скільки надійшло, за скільки закривають, скільки вчасно, прострочено й відкрито знову.',
    en: 'How many were received, in how long they are closed, how many on time, overdue and opened again.',
  },
  grain: [...keys],
  inputs: [durations],
  columns: {
    received: {uk: 'Надійшло', en: 'Received', unit: '1'},
    left_out: {
      uk: 'З них не враховано у тривалостях: закрито раніше, ніж надійшло, або не сказано коли',
      en: 'Of these left out of durations: closed before they were received, or nobody says when',
      unit: '1',
    },
    still_open: {uk: 'Досі відкриті', en: 'Still open', unit: '1'},
    median_days: {uk: 'Половину закривають за', en: 'Half are closed in', unit: 'd'},
    median_low_days: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: 'd'},
    median_high_days: {
      uk: 'Верхня межа 95 % інтервалу; порожньо – ще невідома',
      en: 'Upper end of the 95 % interval; empty while it is not known',
      unit: 'd',
    },
    p90_days: {uk: 'Девʼять десятих закривають за', en: 'Nine tenths are closed in', unit: 'd'},
    p90_low_days: {
      uk: 'Нижня межа 95 % інтервалу для девʼяти десятих',
      en: 'Lower end of the 95 % interval of nine tenths',
      unit: 'd',
    },
    p90_high_days: {
      uk: 'Верхня межа 95 % інтервалу для девʼяти десятих; порожньо – ще невідома',
      en: 'Upper end of the 95 % interval of nine tenths; empty while it is not known',
      unit: 'd',
    },
    median_days_closed_only: {
      uk: 'Медіана, якби рахувати лише закриті',
      en: 'Median counting closed appeals only',
      unit: 'd',
    },
    open_after_30_days_share: {
      uk: 'Частка відкритих через 30 діб',
      en: 'Share open after 30 days',
      unit: '1',
    },
    closed_with_term: {uk: 'Закрито з тих, що мали строк', en: 'Closed of those with a term', unit: '1'},
    on_time_share: {
      uk: 'Частка закритих вчасно серед закритих, що мали строк; читати разом із часткою прострочених',
      en: 'Share closed on time of those closed that had a term; to be read with the share overdue',
      unit: '1',
    },
    on_time_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: '1'},
    on_time_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
    overdue_open: {uk: 'Відкриті після строку', en: 'Open past their term', unit: '1'},
    overdue_open_share: {
      uk: 'Частка прострочених серед відкритих',
      en: 'Share of the open ones that are past their term',
      unit: '1',
    },
    ever_closed: {uk: 'Були закриті', en: 'Had been closed', unit: '1'},
    reopened_share: {
      uk: 'Частка відкритих знову серед тих, що були закриті',
      en: 'Share opened again of those that had been closed',
      unit: '1',
    },
    reopened_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: '1'},
    reopened_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
  },
  query: db => {
    // Millions of rows are read once, and what comes of them is put together in each way.
    const byAllKeys = db
      .selectFrom('int_appeals_durations')
      .select(eb => [
        ...keys,
        countOf().as('received'),
        countWhere(eb('days', 'is', null)).as('left_out'),
        countWhere(eb('is_closed', '=', false)).as('still_open'),
        countWhere(eb('is_on_time', 'is not', null)).as('closed_with_term'),
        countWhere(eb('is_on_time', '=', true)).as('on_time'),
        countWhere(eb('is_overdue', '=', true)).as('overdue_open'),
        countWhere(eb('reopened_at', 'is not', null)).as('reopened'),
        countWhere(eb.or([eb('reopened_at', 'is not', null), eb('is_closed', '=', true)])).as('ever_closed'),
      ])
      .groupBy([...keys])
    const crossed = db
      .selectFrom(curvesOf(db, appealGroups).as('curve'))
      .select(eb => [
        ...keys,
        minimumWhere(eb.ref('days'), eb('share_open', '<=', half)).as('median_days'),
        minimumWhere(eb.ref('days'), eb('share_open_low', '<=', half)).as('median_low_days'),
        minimumWhere(eb.ref('days'), eb('share_open_high', '<=', half)).as('median_high_days'),
        minimumWhere(eb.ref('days'), eb('share_open', '<=', tenth)).as('p90_days'),
        minimumWhere(eb.ref('days'), eb('share_open_low', '<=', tenth)).as('p90_low_days'),
        minimumWhere(eb.ref('days'), eb('share_open_high', '<=', tenth)).as('p90_high_days'),
        // The one in the middle, or the mean of the two.
        quotient(
          eb(
            minimumWhere(eb.ref('days'), eb('closed_share', '>=', 0.5)),
            '+',
            minimumWhere(eb.ref('days'), eb('closed_share', '>', 0.5)),
          ),
          eb.lit(2),
        ).as('median_days_closed_only'),
        eb.fn
          .coalesce(minimumWhere(eb.ref('share_open'), eb('days', '<=', 30)), eb.lit(1))
          .as('open_after_30_days_share'),
      ])
      .groupBy([...keys])
    return db
      .with('by_all_keys', () => byAllKeys)
      .with('counted', one => {
        const [all, ...groups] = appealGroups.map(group =>
          one
            .selectFrom('by_all_keys')
            .select(eb => [
              'city',
              ...groupKeys.map(key => (group.includes(key) ? eb.ref(key) : eb.val('')).as(key)),
              ...counts.map(count => wholeSum(eb.ref(count)).as(count)),
            ])
            .groupBy(['city', ...group]),
        )
        return groups.reduce((union, one) => union.unionAll(one), all!)
      })
      .selectFrom('counted')
      .leftJoin(crossed.as('crossed'), join =>
        keys.reduce((on, key) => on.onRef(`crossed.${key}`, '=', `counted.${key}`), join),
      )
      .select(eb => [
        'counted.city',
        'counted.category',
        'counted.subcategory',
        'counted.district',
        'counted.organization',
        'counted.basis',
        'counted.received',
        'counted.left_out',
        'counted.still_open',
        'crossed.median_days',
        'crossed.median_low_days',
        'crossed.median_high_days',
        'crossed.p90_days',
        'crossed.p90_low_days',
        'crossed.p90_high_days',
        'crossed.median_days_closed_only',
        'crossed.open_after_30_days_share',
        'counted.closed_with_term',
        quotientOrNull(eb.ref('on_time'), eb.ref('closed_with_term')).as('on_time_share'),
        wilsonBound(eb.ref('on_time'), eb.ref('closed_with_term'), -z).as('on_time_low'),
        wilsonBound(eb.ref('on_time'), eb.ref('closed_with_term'), z).as('on_time_high'),
        'counted.overdue_open',
        'counted.ever_closed',
        quotientOrNull(eb.ref('overdue_open'), eb.ref('still_open')).as('overdue_open_share'),
        quotientOrNull(eb.ref('reopened'), eb.ref('ever_closed')).as('reopened_share'),
        wilsonBound(eb.ref('reopened'), eb.ref('ever_closed'), -z).as('reopened_low'),
        wilsonBound(eb.ref('reopened'), eb.ref('ever_closed'), z).as('reopened_high'),
      ])
  },
})
