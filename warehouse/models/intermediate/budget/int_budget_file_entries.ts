import budgetCredits from '@hromada/datasets/budget-credits/dataset.ts'
import budgetExpenses from '@hromada/datasets/budget-expenses/dataset.ts'
import budgetFinancing from '@hromada/datasets/budget-financing/dataset.ts'
import budgetIncomes from '@hromada/datasets/budget-incomes/dataset.ts'
import budgetPrograms from '@hromada/datasets/budget-programs/dataset.ts'
import {constant, joined, left, monthOf, right, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import balance from '../../marts/budget/budget_balance.ts'
import programMonths from '../../marts/budget/budget_program_months.ts'
import lines from './int_budget_lines.ts'
import programTotals from './int_budget_program_totals.ts'

/**
 * Entries of the rules about the treasury's files: each amount stands on the side of what is `expected` or of what was
 * `found`, under the code by which the lines are compared.
 *
 * In its files for 25 budgets, January 2021 to June 2026, these rules hold to the kopiyka in every month: T = C + S in
 * all lines of all files, programmes = economic codes in all 1,499 months, a financing code = its parts (602200, what is
 * left at the end, counts as less) in all 1,648, and the closing identity in all 1,630 whose files bear one budget code.
 * The file by programme is held to T = C + S as a whole, since its codes are damaged.
 */
export default defineModel({
  name: 'int_budget_file_entries',
  title: {uk: 'Що звіряється у файлах', en: 'What is reconciled of the files'},
  describe: {
    uk: 'Суми файлів Казначейства на тому боці правила, на якому вони стоять.',
    en: 'Amounts of the treasury’s files, each on its side of a rule.',
  },
  grain: [],
  materialise: {as: 'view'},
  inputs: [
    balance,
    lines,
    programMonths,
    programTotals,
    staging(budgetCredits),
    staging(budgetExpenses),
    staging(budgetFinancing),
    staging(budgetIncomes),
    staging(budgetPrograms),
  ],
  columns: {
    rule: {uk: 'Правило', en: 'Rule'},
    year: {uk: 'Рік', en: 'Year'},
    month: {uk: 'Місяць, яким закінчується період', en: 'Month with which the period ends'},
    code: {
      uk: 'За яким кодом порівнюється; порожньо, якщо лише разом',
      en: 'Code by which it is compared; empty where only the whole is',
    },
    side: {uk: 'expected очікувано, found знайдено', en: 'expected or found'},
    uah: {uk: 'Сума', en: 'Amount', unit: 'UAH'},
  },
  query: db => {
    const fundLines = db
      .selectFrom('stg_budget_incomes')
      .select(eb => [
        'city',
        constant('income_funds').as('rule'),
        'period',
        eb.ref('kkd').as('code'),
        'fund',
        'executed_uah',
      ])
      .unionAll(
        db
          .selectFrom('stg_budget_expenses')
          .select(eb => [
            'city',
            constant('expense_funds').as('rule'),
            'period',
            eb.ref('kekv').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
      .unionAll(
        db
          .selectFrom('stg_budget_credits')
          .select(eb => [
            'city',
            constant('credit_funds').as('rule'),
            'period',
            eb.ref('credit_code').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
      .unionAll(
        db
          .selectFrom('stg_budget_financing')
          .select(eb => [
            'city',
            constant('financing_funds').as('rule'),
            'period',
            eb.ref('financing_code').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
      .unionAll(
        db
          .selectFrom('stg_budget_programs')
          .select([
            'city',
            constant('program_funds').as('rule'),
            'period',
            constant('').as('code'),
            'fund',
            'executed_uah',
          ]),
      )
    // A publisher may leave totals out: a file without any has nothing to compare.
    const withTotals = db
      .selectFrom(fundLines.as('line'))
      .where('fund', '=', 'T')
      .select(['city', 'rule', 'period'])
      .distinct()
    const funds = db
      .selectFrom(fundLines.as('line'))
      .innerJoin(withTotals.as('total'), join =>
        join
          .onRef('total.city', '=', 'line.city')
          .onRef('total.rule', '=', 'line.rule')
          .onRef('total.period', '=', 'line.period'),
      )
      .select(eb => [
        'line.city',
        'line.rule',
        yearOf(eb.ref('line.period')).as('year'),
        monthOf(eb.ref('line.period')).as('month'),
        'line.code',
        eb.case().when('line.fund', '=', 'T').then('expected').else('found').end().as('side'),
        'line.executed_uah as uah',
      ])

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

    const financing = db
      .selectFrom('stg_budget_financing')
      .where('fund', 'in', ['C', 'S'])
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        monthOf(eb.ref('period')).as('month'),
        'financing_code',
        'executed_uah',
      ])
    const financingParts = db
      .selectFrom(financing.as('line'))
      .where(eb => eb.not(eb(right(eb.ref('financing_code'), 5), '=', '00000')))
      .select(eb => {
        const code = eb.ref('financing_code')
        return [
          'city',
          constant('financing_parts').as('rule'),
          'year',
          'month',
          eb
            .case()
            .when(right(code, 3), '=', '000')
            .then(joined('', left(code, 1), constant('00000')))
            .when(right(code, 2), '=', '00')
            .then(joined('', left(code, 3), constant('000')))
            .else(joined('', left(code, 4), constant('00')))
            .end()
            .$castTo<string>()
            .as('code'),
          constant('found').as('side'),
          eb
            .case()
            .when('financing_code', '=', '602200')
            .then(eb.neg(eb.ref('executed_uah')).$castTo<string>())
            .else(eb.ref('executed_uah'))
            .end()
            .as('uah'),
        ]
      })
    // A code without parts in the file has nothing to be the sum of.
    const withParts = db
      .selectFrom(financingParts.as('part'))
      .select(['city', 'year', 'month', 'code'])
      .distinct()
    const financingWholes = db
      .selectFrom(financing.as('line'))
      .innerJoin(withParts.as('part'), join =>
        join
          .onRef('part.city', '=', 'line.city')
          .onRef('part.year', '=', 'line.year')
          .onRef('part.month', '=', 'line.month')
          .onRef('part.code', '=', 'line.financing_code'),
      )
      .select([
        'line.city',
        constant('financing_parts').as('rule'),
        'line.year',
        'line.month',
        'line.financing_code as code',
        constant('expected').as('side'),
        'line.executed_uah as uah',
      ])

    const economicWholes = db
      .selectFrom('int_budget_program_totals')
      .select([
        'city',
        constant('programs_economic').as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('expected').as('side'),
        'economic_executed_uah as uah',
      ])
    const programWholes = db
      .selectFrom('int_budget_program_totals')
      .select([
        'city',
        constant('programs_economic').as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('found').as('side'),
        'programs_executed_uah as uah',
      ])
    const programCodes = db
      .selectFrom('budget_program_months')
      .where('kekv', '!=', '')
      .select([
        'city',
        constant('programs_economic_codes').as('rule'),
        'year',
        'month',
        'kekv as code',
        constant('found').as('side'),
        'executed_cumulative_uah as uah',
      ])
    const codedMonths = db
      .selectFrom('budget_program_months')
      .where('kekv', '!=', '')
      .select(['city', 'year', 'month'])
      .distinct()
    const economicCodes = db
      .selectFrom('int_budget_lines as line')
      .innerJoin(codedMonths.as('coded'), join =>
        join
          .onRef('coded.city', '=', 'line.city')
          .onRef('coded.year', '=', 'line.year')
          .onRef('coded.month', '=', 'line.month'),
      )
      .where('line.flow', '=', 'expense')
      .select([
        'line.city',
        constant('programs_economic_codes').as('rule'),
        'line.year',
        'line.month',
        'line.code',
        constant('expected').as('side'),
        'line.executed_cumulative_uah as uah',
      ])

    const entries = [
      ...closing,
      balances,
      financingParts,
      financingWholes,
      economicWholes,
      programWholes,
      programCodes,
      economicCodes,
    ]
    return entries.reduce<typeof funds>((all, one) => all.unionAll(one as never), funds)
  },
})
