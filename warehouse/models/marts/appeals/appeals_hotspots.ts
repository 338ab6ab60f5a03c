import {
  countOf,
  countOver,
  descending,
  gridLat,
  gridLon,
  joined,
  normalTails,
  quotient,
  quotientOrNull,
  rowNumber,
  running,
  squareRoot,
  text,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cells from '../../intermediate/appeals/int_appeals_cells.ts'

const metres = 500
const windowDays = 90

/** Of a topic with fewer appeals nothing is said: the normal approximation does not hold. */
const enough = 30

/**
 * Getis and Ord's Gi* with weights of one for a square and the up to eight around it that belong to the city, in the
 * standardised form of Ord and Getis, Geographical Analysis 27 (1995):
 * z = (Σx − x̄·w) / (s·√((N·w − w²)/(N − 1))), w squares, Σx appeals in them, s² = Σx²/N − x̄². The city is every square
 * from which an appeal of any topic ever came. p is two-sided by the normal distribution; q is p after Benjamini and
 * Hochberg, Journal of the Royal Statistical Society B 57 (1995), over the squares of a topic: of squares with q < 0.05
 * a twentieth are expected to be there by chance.
 */
export default defineModel({
  name: 'appeals_hotspots',
  title: {uk: 'Осередки звернень', en: 'Hot spots of appeals'},
  describe: {
    uk: 'Де за останні 90 діб даних звернень на тему скупчено більше, ніж випадково: Gi* Гетіса–Орда за квадратами 500 × 500 м (звичайна сітка, не H3) з поправкою Бенджаміні–Гохберга. Теми з менш ніж 30 зверненнями пропущено. Звернень більше й там, де більше людей: порівняйте з очікуваним за всіма темами.',
    en: 'Where in the last 90 days of data appeals about a topic crowd together more than by chance: Getis and Ord’s Gi* over squares of 500 × 500 m (a plain grid, not H3) with Benjamini and Hochberg’s correction. Topics with fewer than 30 appeals are left out. There are more appeals where there are more people, too: compare with what all topics would make expected.',
  },
  grain: ['city', 'category', 'cell_id'],
  publish: true,
  place: {kind: 'point', lon: 'lon', lat: 'lat'},
  inputs: [cells],
  // Crowds move on: the table is of the last ninety days alone.
  largestDrop: 1,
  columns: {
    cell_id: {uk: 'Квадрат: номер на схід і на північ', en: 'Square: its number eastwards and northwards'},
    lon: {uk: 'Довгота середини квадрата', en: 'Longitude of the middle of the square', unit: 'deg'},
    lat: {uk: 'Широта середини квадрата', en: 'Latitude of the middle of the square', unit: 'deg'},
    n: {uk: 'Звернень у квадраті', en: 'Appeals in the square', unit: '1'},
    n_around: {uk: 'Звернень у квадраті й довкола', en: 'Appeals in the square and around it', unit: '1'},
    expected: {
      uk: 'Скільки було б у квадраті й довкола, якби всюди порівну',
      en: 'How many there would be in it and around it if they were spread evenly',
      unit: '1',
    },
    expected_by_all: {
      uk: 'Скільки було б там, якби на цю тему зверталися так само, як на всі',
      en: 'How many there would be if people appealed about it as they do about all topics',
      unit: '1',
    },
    z: {
      uk: 'Gi*: стандартних відхилень від очікуваного',
      en: 'Gi*: standard deviations from the expected',
      unit: '1',
    },
    p: {uk: 'Ймовірність такого z випадково', en: 'Probability of such a z by chance', unit: '1'},
    q: {
      uk: 'p з поправкою на кількість квадратів (частка хибних знахідок)',
      en: 'p corrected for the number of squares (false discovery rate)',
      unit: '1',
    },
    is_hot: {uk: 'Осередок: z > 0 і q < 0,05', en: 'A hot spot: z > 0 and q < 0.05'},
  },
  query: db =>
    db
      .with('square', one =>
        one.selectFrom('int_appeals_cells').select(['city', 'column', 'row', 'middle_lat']).distinct(),
      )
      .with('size', one =>
        one
          .selectFrom('square')
          .select(['city', countOf().as('squares')])
          .groupBy('city'),
      )
      .with('recent', one =>
        one
          .selectFrom('int_appeals_cells')
          .where('days_ago', '<', windowDays)
          .select(['city', 'category', 'column', 'row', countOf().as('n')])
          .groupBy(['city', 'category', 'column', 'row']),
      )
      .with('topic', one =>
        one
          .selectFrom('recent')
          .innerJoin('size', 'size.city', 'recent.city')
          .select(eb => [
            'recent.city',
            'recent.category',
            'size.squares',
            wholeSum(eb.ref('recent.n')).as('total'),
            quotient(wholeSum(eb.ref('recent.n')), eb.ref('size.squares')).as('mean'),
            quotient(wholeSum(eb('recent.n', '*', eb.ref('recent.n'))), eb.ref('size.squares')).as(
              'mean_of_squares',
            ),
          ])
          .groupBy(['recent.city', 'recent.category', 'size.squares'])
          .having(eb => eb(wholeSum(eb.ref('recent.n')), '>=', enough)),
      )
      .with('all_topics', one =>
        one
          .selectFrom('recent')
          .select(eb => ['city', 'column', 'row', wholeSum(eb.ref('n')).as('n')])
          .groupBy(['city', 'column', 'row']),
      )
      .with('everything', one =>
        one
          .selectFrom('recent')
          .select(eb => ['city', wholeSum(eb.ref('n')).as('n')])
          .groupBy('city'),
      )
      .with('near', one =>
        one
          .selectFrom('square as own')
          .innerJoin('square as near', join =>
            join
              .onRef('near.city', '=', 'own.city')
              .on(eb =>
                eb.between('near.column', eb('own.column', '-', eb.lit(1)), eb('own.column', '+', eb.lit(1))),
              )
              .on(eb => eb.between('near.row', eb('own.row', '-', eb.lit(1)), eb('own.row', '+', eb.lit(1)))),
          )
          .leftJoin('all_topics', join =>
            join
              .onRef('all_topics.city', '=', 'near.city')
              .onRef('all_topics.column', '=', 'near.column')
              .onRef('all_topics.row', '=', 'near.row'),
          )
          .select(eb => [
            'own.city',
            'own.column',
            'own.row',
            'own.middle_lat',
            'near.column as near_column',
            'near.row as near_row',
            eb.fn.coalesce('all_topics.n', eb.lit(0)).as('of_all'),
          ]),
      )
      .with('summed', one =>
        one
          .selectFrom('near')
          .innerJoin('topic', 'topic.city', 'near.city')
          .innerJoin('everything', 'everything.city', 'near.city')
          .leftJoin('recent', join =>
            join
              .onRef('recent.city', '=', 'near.city')
              .onRef('recent.category', '=', 'topic.category')
              .onRef('recent.column', '=', 'near.near_column')
              .onRef('recent.row', '=', 'near.near_row'),
          )
          .select(eb => [
            'near.city',
            'topic.category',
            'near.column',
            'near.row',
            'near.middle_lat',
            'topic.squares',
            'topic.total',
            'topic.mean',
            'topic.mean_of_squares',
            'everything.n as of_everything',
            countOf().as('weight'),
            wholeSum(eb.ref('recent.n')).as('n_around'),
            wholeSum(
              eb
                .case()
                .when(
                  eb.and([
                    eb('near.near_column', '=', eb.ref('near.column')),
                    eb('near.near_row', '=', eb.ref('near.row')),
                  ]),
                )
                .then(eb.ref('recent.n'))
                .end(),
            ).as('n'),
            wholeSum(eb.ref('near.of_all')).as('of_all_around'),
          ])
          .groupBy([
            'near.city',
            'topic.category',
            'near.column',
            'near.row',
            'near.middle_lat',
            'topic.squares',
            'topic.total',
            'topic.mean',
            'topic.mean_of_squares',
            'everything.n',
          ]),
      )
      .with('scored', one =>
        one.selectFrom('summed').select(eb => {
          const [squares, weight, mean] = [eb.ref('squares'), eb.ref('weight'), eb.ref('mean')]
          const variance = eb('mean_of_squares', '-', eb(mean, '*', mean))
          const spread = quotientOrNull(
            eb(eb(squares, '*', weight), '-', eb(weight, '*', weight)),
            eb(squares, '-', eb.lit(1)),
          )
          return [
            'city',
            'category',
            'column',
            'row',
            'middle_lat',
            'n',
            'n_around',
            eb(mean, '*', weight).as('expected'),
            quotientOrNull(eb('total', '*', eb.ref('of_all_around')), eb.ref('of_everything')).as(
              'expected_by_all',
            ),
            quotientOrNull(
              eb('n_around', '-', eb(mean, '*', weight)),
              squareRoot(eb(variance, '*', spread)),
            ).as('z'),
          ]
        }),
      )
      .with('tested', one =>
        one
          .selectFrom('scored')
          .where('z', 'is not', null)
          .selectAll()
          .select(eb => normalTails(eb.ref('z')).as('p')),
      )
      .with('ranked', one =>
        one
          .selectFrom('tested')
          .selectAll()
          .select(eb => [
            rowNumber(
              [eb.ref('city'), eb.ref('category')],
              [eb.ref('p'), eb.ref('column'), eb.ref('row')],
            ).as('rank'),
            countOver([eb.ref('city'), eb.ref('category')]).as('tests'),
          ]),
      )
      .with('corrected', one =>
        one
          .selectFrom('ranked')
          .selectAll()
          .select(eb =>
            running(
              'min',
              eb('p', '*', quotient(eb.ref('tests'), eb.ref('rank'))),
              [eb.ref('city'), eb.ref('category')],
              descending(eb.ref('rank')),
            ).as('q'),
          ),
      )
      .selectFrom('corrected')
      .select(eb => [
        'city',
        'category',
        joined(':', text(eb.ref('column')), text(eb.ref('row')))
          .$notNull()
          .as('cell_id'),
        gridLon(eb.ref('column'), eb.ref('middle_lat'), metres).as('lon'),
        gridLat(eb.ref('row'), metres).as('lat'),
        'n',
        'n_around',
        'expected',
        'expected_by_all',
        'z',
        'p',
        'q',
        eb
          .and([eb('z', '>', 0), eb('q', '<', 0.05)])
          .$castTo<boolean>()
          .as('is_hot'),
      ])
      .orderBy('city')
      .orderBy('category')
      .orderBy('cell_id'),
  audits: {
    likely_enough: {
      describe: {uk: 'p не більше за q, обидва від 0 до 1', en: 'p is at most q, both between 0 and 1'},
      faults: db =>
        db
          .selectFrom('appeals_hotspots')
          .select(['city', 'cell_id'])
          .where(eb => eb.or([eb('p', '>', eb.ref('q')), eb('p', '<', 0), eb('q', '>', 1)])),
    },
  },
})
