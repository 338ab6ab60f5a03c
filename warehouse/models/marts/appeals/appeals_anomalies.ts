import {
  byarBound,
  countOver,
  dayAfter,
  descending,
  greater,
  negative,
  normalTails,
  power,
  quotient,
  quotientOrNull,
  rowNumber,
  running,
  squareRoot,
  sumOf,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import weeks from '../../intermediate/appeals/int_appeals_weeks.ts'

/** Fewer in a week are nobody's concern, however rare. */
const least = 5
/** Of what came fewer times in all the usual weeks together nobody can say how often it usually comes. */
const enoughUsual = 5
const falseDiscoveries = 0.01
const z95 = 1.959963984540054

const keys = ['city', 'category', 'subcategory', 'district'] as const

/**
 * A week of n appeals is compared with the mean μ of k usual weeks on the scale of n^⅔, on which a Poisson count is
 * nearly normal: z = 3/2 · ((n/μ)^⅔ − 1) · μ/√(φμ(1 + 1/k)), where φ = s²/μ, at least 1, is how much more weeks vary than
 * chance would have it (Farrington et al., Journal of the Royal Statistical Society A 159, 1996, without trend). Weeks with q < 0.01 after Benjamini and Hochberg
 * over all weeks of a city are told of; those that follow each other are one. The interval of the ratio is Byar's with z
 * widened by √φ.
 */
export default defineModel({
  name: 'appeals_anomalies',
  title: {uk: 'Незвично багато звернень', en: 'Unusually many appeals'},
  describe: {
    uk: 'Тижні поспіль, коли звернень одного виду було незвично багато: у скільки разів більше, ніж зазвичай у ту саму пору попередніх років (або за вісім тижнів до того в перший рік даних), і чи так само було в решті міста. Дублікати не враховано: одна прорвана труба – одна біда (їх – у таблиці скупчень). Серед таких тижнів хибних – близько одного на сто. Порожній район – усе місто. Неповний тиждень і види, яких за весь час менше 30, не враховано.',
    en: 'Weeks on end with unusually many appeals of one kind: how many times more than usual at the same time of earlier years (or in the eight weeks before, in the first year of data), and whether it was so in the rest of the city. Duplicates are not counted: one burst pipe is one trouble (they are in the table of clusters). About one in a hundred of such weeks is there by chance. An empty district is the whole city. The week that is not over, and kinds with fewer than 30 ever, are left out.',
  },
  grain: [...keys, 'from_week'],
  publish: true,
  inputs: [weeks],
  columns: {
    subcategory: {
      uk: 'Вид звернення; unknown – не сказано',
      en: 'Kind of appeal; unknown where it is not said',
    },
    district: {uk: 'Район; порожньо – усе місто', en: 'District; empty for the whole city'},
    from_week: {uk: 'Понеділок першого тижня', en: 'Monday of the first week'},
    until: {uk: 'Неділя останнього тижня', en: 'Sunday of the last week'},
    weeks: {uk: 'Скільки тижнів', en: 'How many weeks', unit: '1'},
    n: {uk: 'Надійшло, без дублікатів', en: 'Received, without duplicates', unit: '1'},
    expected: {uk: 'Скільки надійшло б зазвичай', en: 'How many would usually come', unit: '1'},
    ratio: {uk: 'У скільки разів більше', en: 'How many times more', unit: '1'},
    ratio_low: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: '1'},
    ratio_high: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: '1'},
    elsewhere_ratio: {
      uk: 'У скільки разів більше, ніж зазвичай, того ж часу в решті міста; для всього міста порожньо',
      en: 'How many times more than usual it was in the rest of the city at that time; empty for the whole city',
      unit: '1',
    },
    q: {
      uk: 'Найменше p серед цих тижнів з поправкою на кількість порівнянь',
      en: 'The least p of these weeks, corrected for the number of comparisons',
      unit: '1',
    },
    is_current: {
      uk: 'Чи триває: останній тиждень даних – серед цих',
      en: 'Does it go on: is the last week of data among these',
    },
  },
  query: db =>
    db
      .with('usual', one =>
        one
          .selectFrom('int_appeals_weeks')
          .where('total', '>=', enoughUsual)
          .select([...keys, 'week', 'n', 'weeks', 'compared_with'])
          .select(eb => {
            const mean = quotient(eb.ref('total'), eb.ref('weeks'))
            const variance = quotient(
              eb('squares', '-', quotient(eb('total', '*', eb.ref('total')), eb.ref('weeks'))),
              eb('weeks', '-', eb.lit(1)),
            )
            return [mean.as('mean'), greater(quotient(variance, mean), eb.lit(1)).as('dispersion')]
          }),
      )
      .with('tested', one =>
        one
          .selectFrom('usual')
          .select([...keys, 'week', 'n', 'mean', 'dispersion', 'compared_with'])
          .select(eb => {
            const spread = squareRoot(
              eb(
                eb('mean', '*', eb.ref('dispersion')),
                '*',
                eb(quotient(eb.lit(1), eb.ref('weeks')), '+', eb.lit(1)),
              ),
            )
            const excess = eb(
              power(quotient(eb.ref('n'), eb.ref('mean')), quotient(eb.lit(2), eb.lit(3))),
              '-',
              eb.lit(1),
            )
            const z = quotient(eb(eb(excess, '*', eb.ref('mean')), '*', eb.lit(1.5)), spread)
            return eb
              .case()
              .when('n', '>', eb.ref('mean'))
              .then(quotient(normalTails(z), eb.lit(2)))
              .else(eb.lit(1))
              .end()
              .as('p')
          }),
      )
      .with('ranked', one =>
        one
          .selectFrom('tested')
          .selectAll()
          .select(eb => [
            rowNumber([eb.ref('city')], [eb.ref('p'), ...keys.map(key => eb.ref(key)), eb.ref('week')]).as(
              'rank',
            ),
            countOver([eb.ref('city')]).as('tests'),
          ]),
      )
      .with('corrected', one =>
        one
          .selectFrom('ranked')
          .selectAll()
          .select(eb => [
            running(
              'min',
              eb(eb.ref('p').$notNull(), '*', quotient(eb.ref('tests'), eb.ref('rank'))),
              [eb.ref('city')],
              descending(eb.ref('rank')),
            ).as('q'),
          ]),
      )
      .with('unusual', one =>
        one
          .selectFrom('corrected')
          .where('q', '<', falseDiscoveries)
          .where('n', '>=', least)
          .select([...keys, 'week', 'n', 'mean', 'dispersion', 'compared_with', 'q'])
          .select(eb =>
            // Weeks on end have one beginning less the days of those before.
            dayAfter(
              eb.ref('week'),
              eb(
                rowNumber(
                  keys.map(key => eb.ref(key)),
                  [eb.ref('week')],
                ),
                '*',
                eb.lit(-7),
              ),
            ).as('island'),
          ),
      )
      .with('whole_city', one =>
        one
          .selectFrom('usual')
          .where('district', '=', '')
          .select(['city', 'category', 'subcategory', 'week', 'n', 'mean']),
      )
      .with('last', one =>
        one
          .selectFrom('int_appeals_weeks')
          .select(eb => ['city', eb.fn.max('week').as('week')])
          .groupBy('city'),
      )
      .with('joined', one =>
        one
          .selectFrom('unusual')
          .innerJoin('whole_city', join =>
            join
              .onRef('whole_city.city', '=', 'unusual.city')
              .onRef('whole_city.category', '=', 'unusual.category')
              .onRef('whole_city.subcategory', '=', 'unusual.subcategory')
              .onRef('whole_city.week', '=', 'unusual.week'),
          )
          .innerJoin('last', 'last.city', 'unusual.city')
          .select(eb => [
            'unusual.city',
            'unusual.category',
            'unusual.subcategory',
            'unusual.district',
            'unusual.island',
            'last.week as last_week',
            eb.fn.min('unusual.week').as('from_week'),
            eb.fn.max('unusual.week').as('to_week'),
            eb.fn.countAll<number>().as('weeks'),
            wholeSum(eb.ref('unusual.n')).as('n'),
            sumOf(eb.ref('unusual.mean')).as('expected'),
            eb.fn.max('unusual.dispersion').as('dispersion'),
            eb.fn.min('unusual.q').as('q'),
            eb.fn.min('unusual.compared_with').as('compared_with'),
            wholeSum(eb.ref('whole_city.n')).as('n_city'),
            sumOf(eb.ref('whole_city.mean')).as('expected_city'),
          ])
          .groupBy([
            'unusual.city',
            'unusual.category',
            'unusual.subcategory',
            'unusual.district',
            'unusual.island',
            'last.week',
          ]),
      )
      .selectFrom('joined')
      .select(eb => {
        const z = eb(squareRoot(eb.ref('dispersion')), '*', eb.lit(z95))
        return [
          'city',
          'category',
          'subcategory',
          'district',
          'from_week',
          dayAfter(eb.ref('to_week'), 6).as('until'),
          'weeks',
          'n',
          'expected',
          quotient(eb.ref('n'), eb.ref('expected')).as('ratio'),
          quotient(byarBound(eb.ref('n'), negative(z)), eb.ref('expected')).as('ratio_low'),
          quotient(byarBound(eb.ref('n'), z), eb.ref('expected')).as('ratio_high'),
          eb
            .case()
            .when('district', '!=', '')
            .then(
              quotientOrNull(
                eb('n_city', '-', eb.ref('n')),
                greater(eb('expected_city', '-', eb.ref('expected')), eb.lit(0)),
              ),
            )
            .end()
            .as('elsewhere_ratio'),
          'compared_with',
          'q',
          eb('to_week', '=', eb.ref('last_week')).$castTo<boolean>().as('is_current'),
        ]
      })
      .orderBy('city')
      .orderBy('from_week', 'desc')
      .orderBy('category')
      .orderBy('subcategory')
      .orderBy('district'),
  audits: {
    interval_holds_ratio: {
      describe: {uk: 'Інтервал містить відношення', en: 'The interval holds the ratio'},
      faults: db =>
        db
          .selectFrom('appeals_anomalies')
          .select(['city', 'category'])
          .where(eb =>
            eb.or([eb('ratio_low', '>', eb.ref('ratio')), eb('ratio_high', '<', eb.ref('ratio'))]),
          ),
    },
  },
})
