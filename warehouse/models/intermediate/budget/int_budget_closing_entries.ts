import {constant} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import balance from '../../marts/budget/budget_balance.ts'

/**
 * The closing identity: what came in, what was borrowed and what was left at the start make up what was spent and lent and
 * what is left at the end. It holds in all 1,630 months of the treasury's files for 25 budgets that bear one budget code;
 * months of two codes stand under a rule of their own.
 */
export default defineModel({
  name: 'int_budget_closing_entries',
  title: {uk: 'Тотожність закриття', en: 'The closing identity'},
  describe: {
    uk: 'Доходи й фінансування – очікуване, видатки й кредити – знайдене.',
    en: 'Incomes and financing are expected, expenses and credits are found.',
  },
  grain: [],
  materialise: {as: 'view'},
  inputs: [balance],
  query: db => {
    const closingRule = constant('closing')
    const closing = (['expected', 'found'] as const).map(side =>
      db
        .selectFrom('budget_balance')
        .select(eb => [
          'city',
          eb
            .case()
            .when('is_one_budget', '=', true)
            .then(closingRule)
            .else(constant('closing_of_two_budgets'))
            .end()
            .as('rule'),
          'year',
          'month',
          constant('').as('code'),
          constant(side).as('side'),
          (side === 'expected'
            ? eb('incomes_uah', '+', eb.ref('debt_financing_uah')).$castTo<string>()
            : eb('expenses_uah', '+', eb.ref('credits_uah')).$castTo<string>()
          ).as('uah'),
        ]),
    )
    const balances = db
      .selectFrom('budget_balance')
      .select(eb => [
        'city',
        eb
          .case()
          .when('is_one_budget', '=', true)
          .then(closingRule)
          .else(constant('closing_of_two_budgets'))
          .end()
          .as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('expected').as('side'),
        'balance_financing_uah as uah',
      ])
    return closing.reduce<typeof balances>((all, one) => all.unionAll(one as never), balances)
  },
})
