import {
  countOf,
  countWhere,
  earlierRow,
  exponential,
  firstOfMonth,
  greater,
  hoursBetween,
  integer,
  monthAfter,
  negative,
  quotient,
  sumOf,
  wholeDays,
  wholeSum,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cells from '../../intermediate/appeals/int_appeals_cells.ts'

/** Who reports the same trouble does so within a day. */
const hours = 24

/**
 * Duplicates by what, where and when, held against the marks of the contact centre. An appeal is near another where one on
 * the same matter came from the same cell of H3, some 350 m wide, in the day before. Some are near by chance: as often as n − 1 others
 * that come evenly over the month have one in a day, 1 − e^(−(n − 1) / days).
 */
export default defineModel({
  name: 'appeals_duplicates',
  title: {uk: 'Дублікати звернень: позначені й імовірні', en: 'Duplicate appeals: marked and probable'},
  describe: {
    uk: 'За місяць і вид: скільки звернень контактний центр позначив як дублікати, і скільки не позначених надійшло на ту саму тему з тієї самої комірки H3 (завширшки близько 350 м) протягом доби після іншого – а скільки з них так збіглося б випадково. Тексти не порівнюються: їх немає в сховищі.',
    en: 'By month and kind: how many appeals the contact centre marked as duplicates, and how many unmarked ones came on the same matter from the same cell of H3 (some 350 m wide) within a day of another, and how many of them would do so by chance. Texts are not compared: they are not in the warehouse.',
  },
  grain: ['city', 'month', 'category', 'subcategory'],
  publish: true,
  inputs: [cells],
  columns: {
    month: {uk: 'Місяць отримання', en: 'Month in which they were received'},
    placed: {uk: 'Звернень із відомим місцем', en: 'Appeals whose place is known', unit: '1'},
    marked: {uk: 'З них позначено як дублікати', en: 'Of which marked as duplicates', unit: '1'},
    marked_nearby: {
      uk: 'Позначених, що за добу до них поруч уже було таке саме',
      en: 'Marked ones that had another of the kind nearby in the day before',
      unit: '1',
    },
    unmarked_nearby: {
      uk: 'Не позначених, що за добу до них поруч уже було таке саме',
      en: 'Unmarked ones that had another of the kind nearby in the day before',
      unit: '1',
    },
    unmarked_by_chance: {
      uk: 'Скільки не позначених так збіглося б випадково, якби всі того місяця надходили рівномірно',
      en: 'Unmarked ones that would have had one by chance, had all of the month come evenly',
      unit: '1',
    },
    unmarked_probable: {
      uk: 'Імовірно не помічених дублікатів: понад випадкові',
      en: 'Duplicates that were probably not noticed: beyond chance',
      unit: '1',
    },
  },
  query: db => {
    const placed = db
      .selectFrom('int_appeals_cells as cell')
      .select(eb => [
        'cell.city',
        'cell.h3',
        'cell.received_at',
        'cell.category',
        eb.fn.coalesce('cell.subcategory', eb.val('')).as('subcategory'),
        firstOfMonth(eb.ref('cell.received_on')).as('month'),
        'cell.is_marked',
      ])
    const beside = db.selectFrom(placed.as('one')).select(eb => [
      'city',
      'month',
      'category',
      'subcategory',
      'h3',
      'is_marked',
      'received_at',
      earlierRow(
        eb.ref('received_at'),
        1,
        [eb.ref('city'), eb.ref('category'), eb.ref('subcategory'), eb.ref('h3')],
        eb.ref('received_at'),
        // Of two that came at once the unmarked one is the first.
        eb.ref('is_marked'),
      ).as('earlier_at'),
    ])
    const inCells = db
      .selectFrom(beside.as('one'))
      .select(eb => {
        const isMarked = eb('one.is_marked', '=', true)
        const isNear = eb.and([
          eb('one.earlier_at', 'is not', null),
          eb(hoursBetween(eb.ref('one.earlier_at').$notNull(), eb.ref('one.received_at')), '<=', hours),
        ])
        return [
          'city',
          'month',
          'category',
          'subcategory',
          countOf().as('n'),
          countWhere(isMarked).as('marked'),
          countWhere(eb.and([isMarked, isNear])).as('marked_nearby'),
          countWhere(eb.and([eb.not(isMarked), isNear])).as('unmarked_nearby'),
        ]
      })
      .groupBy(['city', 'month', 'category', 'subcategory', 'h3'])
    const counted = db
      .selectFrom(inCells.as('one'))
      .select(eb => {
        const days = wholeDays(eb.ref('one.month'), monthAfter(eb.ref('one.month'), 1))
        const others = eb('one.n', '-', eb.lit<number>(1))
        const chance = eb(eb.lit<number>(1), '-', exponential(negative(quotient(others, days))))
        return [
          'city',
          'month',
          'category',
          'subcategory',
          integer(wholeSum(eb.ref('n'))).as('placed'),
          integer(wholeSum(eb.ref('marked'))).as('marked'),
          integer(wholeSum(eb.ref('marked_nearby'))).as('marked_nearby'),
          integer(wholeSum(eb.ref('unmarked_nearby'))).as('unmarked_nearby'),
          sumOf(eb(eb('one.n', '-', eb.ref('one.marked')), '*', chance).$castTo<number>())
            .$notNull()
            .as('unmarked_by_chance'),
        ]
      })
      .groupBy(['city', 'month', 'category', 'subcategory'])
    return db
      .selectFrom(counted.as('one'))
      .select(eb => [
        'city',
        'month',
        'category',
        'subcategory',
        'placed',
        'marked',
        'marked_nearby',
        'unmarked_nearby',
        'unmarked_by_chance',
        greater(eb('unmarked_nearby', '-', eb.ref('unmarked_by_chance')), eb.lit(0)).as('unmarked_probable'),
      ])
      .orderBy('city')
      .orderBy('month')
      .orderBy('category')
      .orderBy('subcategory')
  },
})
