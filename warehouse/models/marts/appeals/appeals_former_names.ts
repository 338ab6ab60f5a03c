import appealsData from '@hromada/datasets/appeals/dataset.ts'
import streets from '@hromada/datasets/streets/dataset.ts'
import {
  constant,
  countOf,
  countOver,
  countWhere,
  integer,
  joined,
  localDate,
  quotient,
  rounded,
  wilsonBound,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

/** How a type of street is cut short before its name. */
const short = {
  вулиця: 'вул.',
  проспект: 'просп.',
  провулок: 'пров.',
  бульвар: 'бульв.',
  площа: 'пл.',
  набережна: 'наб.',
}

/** A street with fewer appeals in a year has no row of its own. */
const least = 30
/** Two-sided 95 %. */
const z = 1.959963984540054

export default defineModel({
  name: 'appeals_former_names',
  title: {uk: 'Колишні назви вулиць у зверненнях', en: 'Former names of streets in appeals'},
  describe: {
    uk: 'Яка частка звернень із перейменованих вулиць після дати перейменування записана за колишньою назвою, за роками: так видно, де шукати звернення за обома назвами. Вулиці, з яких за рік надійшло щонайменше 30 звернень; порожній street_id – усі ці вулиці разом.',
    en: 'Which share of appeals from renamed streets is written by the former name after the date of the renaming, by year: so one sees where appeals must be sought by both names. Streets with at least 30 appeals in the year; an empty street_id is all of these streets together.',
  },
  grain: ['city', 'street_id', 'year'],
  publish: true,
  inputs: [staging(appealsData), staging(streets), cities],
  columns: {
    street_id: {
      uk: 'Код вулиці; порожньо – усі разом',
      en: 'Key of the street; empty: all together',
    },
    year: {uk: 'Рік звернень', en: 'Year of the appeals'},
    street: {uk: 'Теперішня назва з типом', en: 'Present name with its type, in Ukrainian'},
    n: {
      uk: 'Звернень за теперішньою і колишньою назвою',
      en: 'Appeals by the present and the former name',
      unit: '1',
    },
    by_former_name: {uk: 'З них за колишньою', en: 'Of which by the former', unit: '1'},
    share: {uk: 'Частка за колишньою назвою', en: 'Share by the former name', unit: '1'},
    share_low: {
      uk: 'Нижня межа частки, 95 % (Вілсон)',
      en: 'Lower bound of the share, 95 % (Wilson)',
      unit: '1',
    },
    share_high: {
      uk: 'Верхня межа частки, 95 % (Вілсон)',
      en: 'Upper bound of the share, 95 % (Wilson)',
      unit: '1',
    },
  },
  releases: Object.fromEntries(
    (
      [
        'city',
        'street_id',
        'year',
        'street',
        'former_name_uk',
        'named_date',
        'n',
        'by_former_name',
        'share',
        'share_low',
        'share_high',
      ] as const
    ).map(column => [
      column,
      {
        of: ['appeals.address'],
        because: {
          uk: 'Лише вулиці, з яких за рік надійшло щонайменше 30 звернень: хто і звідки звертався, таблиця не каже',
          en: 'Only streets with at least 30 appeals in the year: who appealed, and from which house, the table does not tell',
        },
      },
    ]),
  ),
  query: db => {
    const named = (written: 'full' | 'short' | 'former') =>
      db
        .selectFrom('stg_streets')
        .where('name_uk', 'is not', null)
        .select(eb => {
          const type = Object.entries(short).reduce(
            (cases, [type, cut]) => cases.when('type', '=', type).then(constant(cut)),
            eb.case().when('type', 'is', null).then(constant('')),
          )
          return [
            'city',
            'street_id',
            {
              full: joined(' ', eb.ref('type'), eb.ref('name_uk')),
              short: joined(' ', type.else(eb.ref('type')).end(), eb.ref('name_uk')),
              former: eb.ref('former_name_uk'),
            }[written]
              .$notNull()
              .as('written'),
            eb
              .lit(written === 'former')
              .$castTo<boolean>()
              .as('is_former'),
          ]
        })
    const all = named('full')
      .union(named('short'))
      .union(named('former').where('former_name_uk', 'is not', null))
    const unmistakable = db
      .selectFrom(all.as('name'))
      .select(eb => [
        'city',
        'street_id',
        'written',
        'is_former',
        countOver([eb.ref('city'), eb.ref('written')]).as('streets'),
      ])
    const appeals = db
      .selectFrom('stg_appeals as appeal')
      .innerJoin('cities', 'cities.city', 'appeal.city')
      .innerJoin(unmistakable.as('name'), join =>
        join
          .onRef('name.city', '=', 'appeal.city')
          .onRef('name.written', '=', 'appeal.address')
          .on('name.streets', '=', 1),
      )
      .innerJoin('stg_streets as street', join =>
        join.onRef('street.city', '=', 'name.city').onRef('street.street_id', '=', 'name.street_id'),
      )
      .where('street.former_name_uk', 'is not', null)
      .where(eb =>
        eb(
          localDate(eb.ref('appeal.received_at').$notNull(), eb.ref('cities.zone')),
          '>=',
          eb.ref('street.named_date'),
        ),
      )
      .select(eb => [
        'appeal.city',
        'street.street_id',
        joined(' ', eb.ref('street.type'), eb.ref('street.name_uk')).as('street'),
        'street.former_name_uk',
        'street.named_date',
        'name.is_former',
        yearOf(localDate(eb.ref('appeal.received_at').$notNull(), eb.ref('cities.zone'))).as('year'),
      ])
    const counted = db
      .selectFrom(appeals.as('appeal'))
      .select(eb => [
        'city',
        'street_id',
        'street',
        'former_name_uk',
        'named_date',
        'year',
        integer(countOf()).as('n'),
        integer(countWhere(eb('is_former', '=', true))).as('by_former_name'),
      ])
      .groupBy(['city', 'street_id', 'street', 'former_name_uk', 'named_date', 'year'])
      .having(countOf(), '>=', least)
    // Of what is shown: a street that is not shown cannot be told by what is left of the sum.
    const together = db
      .selectFrom(counted.as('one'))
      .select(eb => [
        'city',
        constant('').as('street_id'),
        eb.cast<string | null>(eb.lit(null), 'varchar').as('street'),
        eb.cast<string | null>(eb.lit(null), 'varchar').as('former_name_uk'),
        eb.cast<string | null>(eb.lit(null), 'date').as('named_date'),
        'year',
        integer(eb.fn.sum<number>('n')).as('n'),
        integer(eb.fn.sum<number>('by_former_name')).as('by_former_name'),
      ])
      .groupBy(['city', 'year'])
    return db.selectFrom(together.unionAll(counted).as('one')).select(eb => {
      const [part, whole] = [eb.ref('by_former_name'), eb.ref('n')]
      return [
        'city',
        'street_id',
        'year',
        'street',
        'former_name_uk',
        'named_date',
        'n',
        'by_former_name',
        rounded(quotient(part, whole), 4).as('share'),
        rounded(wilsonBound(part, whole, -z), 4).as('share_low'),
        rounded(wilsonBound(part, whole, z), 4).as('share_high'),
      ]
    })
  },
})
