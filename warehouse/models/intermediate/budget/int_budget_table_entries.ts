import spending from '@hromada/datasets/spending/dataset.ts'
import {constant, joined, monthOf, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import economic from '../../marts/budget/budget_economic.ts'
import expenses from '../../marts/budget/budget_expenses.ts'
import incomes from '../../marts/budget/budget_incomes.ts'
import monthly from '../../marts/budget/budget_monthly.ts'
import programMonths from '../../marts/budget/budget_program_months.ts'
import programs from '../../marts/budget/budget_programs.ts'
import totals from '../../marts/budget/budget_totals.ts'
import yearly from '../../marts/budget/budget_yearly.ts'

/**
 * Entries of the rules about published tables: every level is held to the sum of the level below it, so that whoever
 * drills down never loses a kopiyka. Payments are held to programmes in the months that both have.
 */
export default defineModel({
  name: 'int_budget_table_entries',
  title: {uk: 'Що звіряється в таблицях', en: 'What is reconciled of the tables'},
  describe: {
    uk: 'Суми таблиць бюджету на тому боці правила, на якому вони стоять: кожен рівень проти рівня під ним, і платежі проти програм.',
    en: 'Amounts of the tables of the budget, each on its side of a rule: every level against the one below it, and payments against programmes.',
  },
  grain: [],
  materialise: {as: 'view'},
  inputs: [economic, expenses, incomes, monthly, programMonths, programs, totals, yearly, staging(spending)],
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
    const monthWholes = db
      .selectFrom('budget_monthly')
      .select(eb => [
        'city',
        eb
          .case()
          .when('flow', '=', 'income')
          .then(constant('income_codes'))
          .else(constant('expense_codes'))
          .end()
          .as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('expected').as('side'),
        'executed_cumulative_uah as uah',
      ])
    const incomeCodes = db
      .selectFrom('budget_incomes')
      .select([
        'city',
        constant('income_codes').as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('found').as('side'),
        'executed_cumulative_uah as uah',
      ])
    const expenseCodes = db
      .selectFrom('budget_expenses')
      .select([
        'city',
        constant('expense_codes').as('rule'),
        'year',
        'month',
        constant('').as('code'),
        constant('found').as('side'),
        'executed_cumulative_uah as uah',
      ])

    const years = db
      .selectFrom('budget_totals')
      .select([
        'city',
        constant('months').as('rule'),
        'year',
        'months as month',
        'flow as code',
        constant('expected').as('side'),
        'executed_uah as uah',
      ])
    const yearMonths = db
      .selectFrom('budget_monthly as month')
      .innerJoin('budget_totals as total', join =>
        join
          .onRef('total.city', '=', 'month.city')
          .onRef('total.year', '=', 'month.year')
          .onRef('total.flow', '=', 'month.flow'),
      )
      .select([
        'month.city',
        constant('months').as('rule'),
        'month.year',
        'total.months as month',
        'month.flow as code',
        constant('found').as('side'),
        'month.executed_month_uah as uah',
      ])

    const economicYears = db
      .selectFrom('budget_totals')
      .where('flow', '=', 'expense')
      .select([
        'city',
        constant('economic_codes').as('rule'),
        'year',
        'months as month',
        constant('').as('code'),
        constant('expected').as('side'),
        'executed_uah as uah',
      ])
    const economicYearCodes = db
      .selectFrom('budget_economic')
      .select([
        'city',
        constant('economic_codes').as('rule'),
        'year',
        'months as month',
        constant('').as('code'),
        constant('found').as('side'),
        'executed_uah as uah',
      ])

    const programYears = db
      .selectFrom('budget_programs')
      .select([
        'city',
        constant('programs').as('rule'),
        'year',
        'months as month',
        constant('').as('code'),
        constant('found').as('side'),
        'executed_uah as uah',
      ])
    const lastMonths = db.selectFrom('budget_programs').select(['city', 'year', 'months']).distinct()
    const programYearWholes = db
      .selectFrom('budget_monthly as month')
      .innerJoin(lastMonths.as('last'), join =>
        join
          .onRef('last.city', '=', 'month.city')
          .onRef('last.year', '=', 'month.year')
          .onRef('last.months', '=', 'month.month'),
      )
      .where('month.flow', '=', 'expense')
      .select([
        'month.city',
        constant('programs').as('rule'),
        'month.year',
        'month.month',
        constant('').as('code'),
        constant('expected').as('side'),
        'month.executed_cumulative_uah as uah',
      ])
    const programParts = db
      .selectFrom('budget_program_months as month')
      .innerJoin(lastMonths.as('last'), join =>
        join.onRef('last.city', '=', 'month.city').onRef('last.year', '=', 'month.year'),
      )
      .select(eb => [
        'month.city',
        constant('program_months').as('rule'),
        'month.year',
        'last.months as month',
        joined(' ', eb.ref('month.kfk'), eb.ref('month.program')).$castTo<string>().as('code'),
        constant('found').as('side'),
        'month.executed_month_uah as uah',
      ])
    const programPartWholes = db
      .selectFrom('budget_programs')
      .select(eb => [
        'city',
        constant('program_months').as('rule'),
        'year',
        'months as month',
        joined(' ', eb.ref('kfk'), eb.ref('program')).$castTo<string>().as('code'),
        constant('expected').as('side'),
        'executed_uah as uah',
      ])
    const divisionWholes = db
      .selectFrom('budget_yearly')
      .select([
        'city',
        constant('divisions').as('rule'),
        'year',
        'months as month',
        'division as code',
        constant('expected').as('side'),
        'executed_uah as uah',
      ])
    const divisionPrograms = db
      .selectFrom('budget_programs')
      .select([
        'city',
        constant('divisions').as('rule'),
        'year',
        'months as month',
        'division as code',
        constant('found').as('side'),
        'executed_uah as uah',
      ])

    const codedMonths = db
      .selectFrom('budget_program_months')
      .where('kekv', '!=', '')
      .select(['city', 'year', 'month'])
      .distinct()
    const payments = db
      .selectFrom('stg_spending')
      .select(eb => [
        'city',
        yearOf(eb.ref('paid_date')).as('year'),
        monthOf(eb.ref('paid_date')).as('month'),
        joined(' ', eb.ref('program'), eb.ref('kekv')).as('code'),
        'amount_uah',
      ])
    const paid = db
      .selectFrom(payments.as('payment'))
      .innerJoin(codedMonths.as('coded'), join =>
        join
          .onRef('coded.city', '=', 'payment.city')
          .onRef('coded.year', '=', 'payment.year')
          .onRef('coded.month', '=', 'payment.month'),
      )
      .select(eb => [
        'payment.city',
        constant('payments').as('rule'),
        'payment.year',
        'payment.month',
        eb.fn.coalesce('payment.code', eb.val('')).as('code'),
        constant('found').as('side'),
        'payment.amount_uah as uah',
      ])
    const paidMonths = db.selectFrom(payments.as('payment')).select(['city', 'year', 'month']).distinct()
    const due = db
      .selectFrom('budget_program_months as line')
      .innerJoin(paidMonths.as('paid'), join =>
        join
          .onRef('paid.city', '=', 'line.city')
          .onRef('paid.year', '=', 'line.year')
          .onRef('paid.month', '=', 'line.month'),
      )
      .where('line.kekv', '!=', '')
      .select(eb => [
        'line.city',
        constant('payments').as('rule'),
        'line.year',
        'line.month',
        joined(' ', eb.ref('line.program_code'), eb.ref('line.kekv')).$castTo<string>().as('code'),
        constant('expected').as('side'),
        'line.executed_month_uah as uah',
      ])

    const entries = [
      incomeCodes,
      expenseCodes,
      years,
      yearMonths,
      economicYears,
      economicYearCodes,
      programYears,
      programYearWholes,
      programParts,
      programPartWholes,
      divisionWholes,
      divisionPrograms,
      paid,
      due,
    ]
    return entries.reduce<typeof monthWholes>((all, one) => all.unionAll(one as never), monthWholes)
  },
})
