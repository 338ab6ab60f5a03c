import {
  descending,
  dividedExactly,
  moneyTimes,
  newest,
  nullIfZero,
  quotient,
  rowNumber,
  sumIfAllKnown,
  sumOfMoney,
  totalOver,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import prices from '../../intermediate/budget/int_price_levels.ts'
import populations from '../../reference/populations.ts'
import expenses from './budget_expenses.ts'
import incomes from './budget_incomes.ts'

/**
 * Parts that add up to the whole, the same for every city, so that whoever compares chooses which to count: with or
 * without transfers, with or without the tax on soldiers' pay, general fund alone.
 *
 * Per resident: by the newest population that is not newer than the year, or else the oldest; its year and source stand
 * beside it. Since 2022 it is an estimate, so shares are the safer comparison. Constant prices: each month's amount in
 * prices of the last month of the price index, where the city has one.
 */
export default defineModel({
  name: 'budget_comparison',
  title: {uk: 'Порівняння бюджетів міст', en: 'Budgets of cities compared'},
  describe: {
    uk: 'Доходи й видатки року за частинами, які можна вмикати й вимикати: власні, трансферти, податок військових, передане іншим бюджетам. На мешканця, частка і в постійних цінах.',
    en: 'Income and expenditure of a year by parts that can be switched on and off: own, transfers, soldiers’ tax, passed to other budgets. Per resident, as a share, and in constant prices.',
  },
  grain: ['city', 'year', 'flow', 'part'],
  publish: true,
  inputs: [incomes, expenses, prices, populations],
  columns: {
    flow: {uk: 'income доходи, expense видатки', en: 'income or expense'},
    part: {
      uk: 'own_general, own_special власні доходи за фондами; transfers трансферти й гранти; military_tax податок військових; own_expense власні видатки; transfers_out передане іншим бюджетам',
      en: 'own_general, own_special: own revenue by fund; transfers and grants; military_tax; own_expense; transfers_out to other budgets',
    },
    months: {uk: 'За скільки місяців року є дані', en: 'Months of the year the data covers', unit: 'mo'},
    plan_amended_uah: {
      uk: 'План на рік зі змінами на останній місяць',
      en: 'Plan for the year as amended by the last month',
      unit: 'UAH',
    },
    executed_uah: {uk: 'Виконано', en: 'Executed', unit: 'UAH'},
    executed_share: {uk: 'Виконано, частка плану', en: 'Executed, as a share of the plan', unit: '1'},
    share_of_flow: {
      uk: 'Частка всіх доходів або видатків',
      en: 'Share of all income or expenditure',
      unit: '1',
    },
    per_resident_uah: {uk: 'Виконано на мешканця', en: 'Executed per resident', unit: 'UAH'},
    executed_constant_uah: {
      uk: 'Виконано, у постійних цінах; порожньо, якщо індексу цін не відомо',
      en: 'Executed, in constant prices; empty where no price index is known',
      unit: 'UAH',
    },
  },
  query: db => {
    const lines = db
      .selectFrom('budget_incomes')
      .select(eb => [
        'city',
        eb.val('income').as('flow'),
        'year',
        'month',
        'part',
        'plan_amended_uah',
        'executed_cumulative_uah',
        'executed_month_uah',
      ])
      .unionAll(
        db
          .selectFrom('budget_expenses')
          .select(eb => [
            'city',
            eb.val('expense').as('flow'),
            'year',
            'month',
            eb.ref('part').$castTo<never>().as('part'),
            'plan_amended_uah',
            'executed_cumulative_uah',
            'executed_month_uah',
          ]),
      )
    const last = db
      .selectFrom(lines.as('line'))
      .select(eb => ['city', 'flow', 'year', eb.fn.max('month').as('months')])
      .groupBy(['city', 'flow', 'year'])
    const parts = db
      .selectFrom(lines.as('line'))
      .innerJoin(last.as('last'), join =>
        join
          .onRef('last.city', '=', 'line.city')
          .onRef('last.flow', '=', 'line.flow')
          .onRef('last.year', '=', 'line.year'),
      )
      .leftJoin('int_price_levels as price', join =>
        join
          .onRef('price.city', '=', 'line.city')
          .onRef('price.year', '=', 'line.year')
          .onRef('price.month', '=', 'line.month'),
      )
      .select(eb => {
        const isLast = eb('line.month', '=', eb.ref('last.months'))
        return [
          'line.city',
          'line.year',
          'line.flow',
          'line.part',
          'last.months',
          sumOfMoney(eb.case().when(isLast).then(eb.ref('line.plan_amended_uah')).end()).as('plan'),
          sumOfMoney(eb.case().when(isLast).then(eb.ref('line.executed_cumulative_uah')).end()).as(
            'executed',
          ),
          sumIfAllKnown(moneyTimes(eb.ref('line.executed_month_uah'), eb.ref('price.to_last'))).as(
            'constant',
          ),
          newest(eb.ref('price.prices_of'), eb.ref('line.month')).as('prices_of'),
        ]
      })
      .groupBy(['line.city', 'line.year', 'line.flow', 'line.part', 'last.months'])
    const counted = db
      .selectFrom(parts.as('part'))
      .leftJoin('populations as people', 'people.city', 'part.city')
      .selectAll('part')
      .select(eb => [
        'people.residents',
        'people.residents_year',
        'people.residents_source',
        rowNumber(
          [eb.ref('part.city'), eb.ref('part.year'), eb.ref('part.flow'), eb.ref('part.part')],
          [
            descending(
              eb.case().when('people.residents_year', '<=', eb.ref('part.year')).then(1).else(0).end(),
            ),
            eb
              .case()
              .when('people.residents_year', '<=', eb.ref('part.year'))
              .then(eb('part.year', '-', eb.ref('people.residents_year')))
              .else(eb.ref('people.residents_year'))
              .end(),
          ],
        ).as('rank'),
      ])
    return db
      .selectFrom(counted.as('part'))
      .where('part.rank', '=', 1)
      .select(eb => [
        'city',
        'year',
        'flow',
        eb.ref('part.part').$castTo<string>().as('part'),
        'months',
        eb.ref('plan').as('plan_amended_uah'),
        eb.ref('executed').as('executed_uah'),
        quotient(eb.ref('executed'), nullIfZero(eb.ref('plan')))
          .$castTo<number | null>()
          .as('executed_share'),
        quotient(
          eb.ref('executed'),
          nullIfZero(totalOver(eb.ref('executed'), [eb.ref('city'), eb.ref('year'), eb.ref('flow')])),
        )
          .$castTo<number | null>()
          .as('share_of_flow'),
        'residents',
        'residents_year',
        'residents_source',
        dividedExactly(eb.ref('executed'), eb.ref('residents').$castTo<number>())
          .$castTo<string | null>()
          .as('per_resident_uah'),
        eb.ref('constant').as('executed_constant_uah'),
        'prices_of',
      ])
      .orderBy('city')
      .orderBy('year')
      .orderBy('flow')
      .orderBy('part')
  },
})
