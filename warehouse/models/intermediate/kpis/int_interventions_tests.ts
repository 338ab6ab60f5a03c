import {
  countWhere,
  integer,
  meanOf,
  meanOver,
  quotient,
  quotientOrNull,
  squareRoot,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import samples from './int_interventions_samples.ts'

/**
 * Student's two samples of one spread: the difference of their means, its error by the pooled variance and n₁ + n₂ − 2
 * degrees of freedom (Student, The probable error of a mean, Biometrika 6, 1908; Fisher, Metron 5, 1925).
 */
export default defineModel({
  name: 'int_interventions_tests',
  title: {uk: 'Порівняння вибірок заходів', en: 'Comparisons of the samples of interventions'},
  describe: {
    uk: 'Різниця середніх двох вибірок і її похибка.',
    en: 'The difference of the means of two samples, and its error.',
  },
  grain: ['city', 'intervention_id', 'tested', 'method'],
  inputs: [samples],
  columns: {
    difference: {uk: 'Різниця середніх', en: 'Difference of the means'},
    squares: {
      uk: 'Сума квадратів відхилень від середнього своєї вибірки',
      en: 'Sum of squares of what each is off the mean of its sample',
    },
    degrees: {uk: 'Ступенів свободи', en: 'Degrees of freedom', unit: '1'},
    standard_error: {uk: 'Стандартна похибка різниці', en: 'Standard error of the difference'},
  },
  query: db => {
    const apart = db.selectFrom('int_interventions_samples').select(eb => [
      'city',
      'intervention_id',
      'tested',
      'method',
      'sample',
      'value',
      eb(
        'value',
        '-',
        meanOver(eb.ref('value'), [
          eb.ref('city'),
          eb.ref('intervention_id'),
          eb.ref('tested'),
          eb.ref('sample'),
        ]),
      )
        .$castTo<number>()
        .as('apart'),
    ])
    const summed = db
      .selectFrom(apart.as('one'))
      .select(eb => {
        const mean = (sample: string) =>
          meanOf(eb.case().when('sample', '=', sample).then(eb.ref('value')).end())
        return [
          'city',
          'intervention_id',
          'tested',
          'method',
          integer(countWhere(eb('sample', '=', 'first'))).as('first_n'),
          integer(countWhere(eb('sample', '=', 'second'))).as('second_n'),
          eb(mean('first'), '-', mean('second')).$castTo<number | null>().as('difference'),
          eb.fn
            .sum(eb('apart', '*', eb.ref('apart')))
            .$castTo<number>()
            .as('squares'),
        ]
      })
      .groupBy(['city', 'intervention_id', 'tested', 'method'])
    return db
      .selectFrom(summed.as('one'))
      .where('first_n', '>', 0)
      .where('second_n', '>', 0)
      .select(eb => {
        const degrees = eb(eb('first_n', '+', eb.ref('second_n')), '-', eb.lit(2)).$castTo<number>()
        return [
          'city',
          'intervention_id',
          'tested',
          'method',
          eb.ref('difference').$notNull().as('difference'),
          'squares',
          degrees.as('degrees'),
          squareRoot(
            eb(
              quotientOrNull(eb.ref('squares'), degrees),
              '*',
              eb(quotient(eb.lit(1), eb.ref('first_n')), '+', quotient(eb.lit(1), eb.ref('second_n'))),
            ),
          )
            .$castTo<number | null>()
            .as('standard_error'),
        ]
      })
  },
})
