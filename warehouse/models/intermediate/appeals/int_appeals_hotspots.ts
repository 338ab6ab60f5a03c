import {
  countOf,
  countOver,
  descending,
  eachOf,
  h3Disk,
  integer,
  normalTails,
  quotient,
  quotientOrNull,
  rowNumber,
  running,
  squareRoot,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cells from './int_appeals_cells.ts'

const windowDays = 90

/** Of a topic with fewer appeals nothing is said: the normal approximation does not hold. */
const enough = 30

/**
 * Two scales, because what is a cluster depends on the cells that are counted by (Openshaw, The modifiable areal unit
 * problem, 1984): cells of 0.1 km² with two rings are two square kilometres, a quarter of a town; those of 0.7 km² with one
 * ring are five. In the finer ones 19 cells are summed, which is also what the normal approximation wants of sparse counts.
 */
const [fine, coarse] = [
  {column: 'h3', resolution: 9, rings: 2},
  {column: 'h3_coarse', resolution: 8, rings: 1},
] as const

/**
 * Getis and Ord's Gi* with weights of one for a cell and those within its rings that belong to the city, in the
 * standardised form of Ord and Getis, Geographical Analysis 27 (1995):
 * z = (Σx − x̄·w) / (s·√((N·w − w²)/(N − 1))), w cells, Σx appeals in them, s² = Σx²/N − x̄². The city is every cell from
 * which an appeal of any topic ever came. p is two-sided by the normal distribution; q is p after Benjamini and Hochberg,
 * Journal of the Royal Statistical Society B 57 (1995), over the cells of a topic: of cells with q < 0.05 a twentieth are
 * expected to be there by chance. w is counted, not supposed, so that cells at the shore, and those about a pentagon, have
 * the neighbours that they have.
 */
export default defineModel({
  name: 'int_appeals_hotspots',
  title: {uk: 'Gi* звернень за двома масштабами', en: 'Gi* of appeals at two scales'},
  describe: {
    uk: 'Gi* Гетіса–Орда останніх 90 діб за темами й комірками H3 роздільностей 9 і 8.',
    en: 'Getis and Ord’s Gi* of the last 90 days by topic and cell of H3, of resolutions 9 and 8.',
  },
  grain: ['city', 'resolution', 'category', 'h3'],
  inputs: [cells],
  columns: {
    resolution: {uk: 'Роздільність комірки', en: 'Resolution of the cell', unit: '1'},
    h3: {uk: 'Комірка H3', en: 'Cell of H3'},
    n: {uk: 'Звернень у комірці', en: 'Appeals in the cell', unit: '1'},
    n_around: {uk: 'Звернень у комірці й довкола', en: 'Appeals in the cell and around it', unit: '1'},
    expected: {
      uk: 'Скільки було б у комірці й довкола, якби всюди порівну',
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
      uk: 'p з поправкою на кількість комірок (частка хибних знахідок)',
      en: 'p corrected for the number of cells (false discovery rate)',
      unit: '1',
    },
    is_hot: {uk: 'Осередок: z > 0 і q < 0,05', en: 'A hot spot: z > 0 and q < 0.05'},
  },
  query: db => {
    // Cells of both scales, each with the column of `int_appeals_cells` that it is in.
    const scales = [fine, coarse] as const
    return (
      db
        .with('cell', one => {
          const [first, second] = scales.map(({column, resolution, rings}) =>
            one
              .selectFrom('int_appeals_cells')
              .select(eb => [
                'city',
                integer(eb.lit(resolution)).as('resolution'),
                integer(eb.lit(rings)).as('rings'),
                eb.ref(column).as('h3'),
              ])
              .distinct(),
          )
          return first!.unionAll(second!)
        })
        .with('size', one =>
          one
            .selectFrom('cell')
            .select(['city', 'resolution', countOf().as('cells')])
            .groupBy(['city', 'resolution']),
        )
        .with('recent', one => {
          const [first, second] = scales.map(({column, resolution}) =>
            one
              .selectFrom('int_appeals_cells')
              .where('days_ago', '<', windowDays)
              .select(eb => [
                'city',
                integer(eb.lit(resolution)).as('resolution'),
                'category',
                eb.ref(column).as('h3'),
                countOf().as('n'),
              ])
              .groupBy(['city', 'category', column]),
          )
          return first!.unionAll(second!)
        })
        .with('topic', one =>
          one
            .selectFrom('recent')
            .innerJoin('size', join =>
              join.onRef('size.city', '=', 'recent.city').onRef('size.resolution', '=', 'recent.resolution'),
            )
            .select(eb => [
              'recent.city',
              'recent.resolution',
              'recent.category',
              'size.cells',
              wholeSum(eb.ref('recent.n')).as('total'),
              quotient(wholeSum(eb.ref('recent.n')), eb.ref('size.cells')).as('mean'),
              quotient(wholeSum(eb('recent.n', '*', eb.ref('recent.n'))), eb.ref('size.cells')).as(
                'mean_of_squares',
              ),
            ])
            .groupBy(['recent.city', 'recent.resolution', 'recent.category', 'size.cells'])
            .having(eb => eb(wholeSum(eb.ref('recent.n')), '>=', enough)),
        )
        .with('all_topics', one =>
          one
            .selectFrom('recent')
            .select(eb => ['city', 'h3', wholeSum(eb.ref('n')).as('n')])
            .groupBy(['city', 'h3']),
        )
        .with('everything', one =>
          one
            .selectFrom('recent')
            .select(eb => ['city', 'resolution', wholeSum(eb.ref('n')).as('n')])
            .groupBy(['city', 'resolution']),
        )
        .with('disk', one =>
          one
            .selectFrom('cell')
            .select(eb => ['city', 'resolution', 'h3', h3Disk(eb.ref('h3'), eb.ref('rings')).as('cells')]),
        )
        .with('near', one =>
          one
            .selectFrom('disk as own')
            .crossJoin(eb => eachOf(eb.ref('own.cells')))
            // What lies around but outside the city, as the sea, is no cell of it.
            .innerJoin('cell', join =>
              join.onRef('cell.city', '=', 'own.city').onRef('cell.h3', '=', 'each.item'),
            )
            .leftJoin('all_topics', join =>
              join.onRef('all_topics.city', '=', 'cell.city').onRef('all_topics.h3', '=', 'cell.h3'),
            )
            .select(eb => [
              'own.city',
              'own.resolution',
              'own.h3',
              'cell.h3 as near_h3',
              eb.fn.coalesce('all_topics.n', eb.lit(0)).as('of_all'),
            ]),
        )
        .with('surroundings', one =>
          one
            .selectFrom('near')
            .select(eb => [
              'city',
              'resolution',
              'h3',
              countOf().as('weight'),
              wholeSum(eb.ref('of_all')).as('of_all_around'),
            ])
            .groupBy(['city', 'resolution', 'h3']),
        )
        // From the cells that have appeals to those around them: most cells have none about most topics.
        .with('around', one =>
          one
            .selectFrom('recent')
            .innerJoin('near', join =>
              join.onRef('near.city', '=', 'recent.city').onRef('near.near_h3', '=', 'recent.h3'),
            )
            .select(eb => [
              'recent.city',
              'recent.category',
              'near.h3',
              wholeSum(eb.ref('recent.n')).as('n_around'),
              wholeSum(
                eb
                  .case()
                  .when(eb('near.near_h3', '=', eb.ref('near.h3')))
                  .then(eb.ref('recent.n'))
                  .end(),
              ).as('n'),
            ])
            .groupBy(['recent.city', 'recent.category', 'near.h3']),
        )
        .with('summed', one =>
          one
            .selectFrom('surroundings as cell')
            .innerJoin('topic', join =>
              join.onRef('topic.city', '=', 'cell.city').onRef('topic.resolution', '=', 'cell.resolution'),
            )
            .leftJoin('around', join =>
              join
                .onRef('around.city', '=', 'cell.city')
                .onRef('around.category', '=', 'topic.category')
                .onRef('around.h3', '=', 'cell.h3'),
            )
            .select(eb => [
              'cell.city',
              'cell.resolution',
              'topic.category',
              'cell.h3',
              'cell.weight',
              'cell.of_all_around',
              eb.fn.coalesce('around.n_around', eb.lit(0)).as('n_around'),
              eb.fn.coalesce('around.n', eb.lit(0)).as('n'),
            ]),
        )
        .with('scored', one =>
          one
            .selectFrom('summed')
            .innerJoin('topic', join =>
              join
                .onRef('topic.city', '=', 'summed.city')
                .onRef('topic.resolution', '=', 'summed.resolution')
                .onRef('topic.category', '=', 'summed.category'),
            )
            .innerJoin('everything', join =>
              join
                .onRef('everything.city', '=', 'summed.city')
                .onRef('everything.resolution', '=', 'summed.resolution'),
            )
            .select(eb => {
              const [cellsOfCity, weight, mean] = [
                eb.ref('topic.cells'),
                eb.ref('summed.weight'),
                eb.ref('topic.mean'),
              ]
              const variance = eb('topic.mean_of_squares', '-', eb(mean, '*', mean))
              const spread = quotientOrNull(
                eb(eb(cellsOfCity, '*', weight), '-', eb(weight, '*', weight)),
                eb(cellsOfCity, '-', eb.lit(1)),
              )
              return [
                'summed.city',
                'summed.resolution',
                'summed.category',
                'summed.h3',
                'summed.n',
                'summed.n_around',
                eb(mean, '*', weight).as('expected'),
                quotientOrNull(
                  eb('topic.total', '*', eb.ref('summed.of_all_around')),
                  eb.ref('everything.n'),
                ).as('expected_by_all'),
                quotientOrNull(
                  eb('summed.n_around', '-', eb(mean, '*', weight)),
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
            .select(eb => {
              const topic = [eb.ref('city'), eb.ref('resolution'), eb.ref('category')]
              return [rowNumber(topic, [eb.ref('p'), eb.ref('h3')]).as('rank'), countOver(topic).as('tests')]
            }),
        )
        .with('corrected', one =>
          one
            .selectFrom('ranked')
            .selectAll()
            .select(eb =>
              running(
                'min',
                eb('p', '*', quotient(eb.ref('tests'), eb.ref('rank'))),
                [eb.ref('city'), eb.ref('resolution'), eb.ref('category')],
                descending(eb.ref('rank')),
              ).as('q'),
            ),
        )
        .selectFrom('corrected')
        .select(eb => [
          'city',
          'resolution',
          'category',
          'h3',
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
    )
  },
})
