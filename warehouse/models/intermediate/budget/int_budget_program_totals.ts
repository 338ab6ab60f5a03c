import budgetPrograms from '@hromada/datasets/budget-programs/dataset.ts'
import {dividedExactly, monthOf, sumOfMoney, wholeRatio, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import lines from './int_budget_lines.ts'

/**
 * A file by function may hold every row several times: the one of openbudget.gov.ua has 2023 to 2025 twice, earlier
 * years four times, those of Cherkasy six. So it is held against the economic file, month by month: in all 1,499 months
 * of 25 budgets it is a whole multiple of that one, to the kopiyka.
 */
export default defineModel({
  name: 'int_budget_program_totals',
  title: {uk: 'Видатки за програмами проти економічних кодів', en: 'Programmes against economic codes'},
  describe: {
    uk: 'Скільки разів файл програм містить видатки місяця і що лишається, коли поділити. Лише місяці, які є в обох файлах.',
    en: 'How many times the file by programme holds the expenditure of a month, and what is left after dividing. Only months that both files have.',
  },
  grain: ['city', 'year', 'month'],
  inputs: [staging(budgetPrograms), lines],
  columns: {
    factor: {
      uk: 'Скільки разів файл повторює рядки',
      en: 'How many times the file repeats its rows',
      unit: '1',
    },
    programs_plan_uah: {uk: 'План за програмами', en: 'Plan by programme', unit: 'UAH'},
    programs_executed_uah: {uk: 'Виконано за програмами', en: 'Executed by programme', unit: 'UAH'},
    economic_plan_uah: {uk: 'План за економічними кодами', en: 'Plan by economic code', unit: 'UAH'},
    economic_executed_uah: {
      uk: 'Виконано за економічними кодами',
      en: 'Executed by economic code',
      unit: 'UAH',
    },
  },
  query: db => {
    const programs = db
      .selectFrom('stg_budget_programs')
      .where('fund', 'in', ['C', 'S'])
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        monthOf(eb.ref('period')).as('month'),
        sumOfMoney(eb.ref('plan_amended_uah')).as('plan'),
        sumOfMoney(eb.ref('executed_uah')).as('executed'),
      ])
      .groupBy(eb => ['city', yearOf(eb.ref('period')), monthOf(eb.ref('period'))])
    const economic = db
      .selectFrom('int_budget_lines')
      .where('flow', '=', 'expense')
      .select(eb => [
        'city',
        'year',
        'month',
        sumOfMoney(eb.ref('plan_amended_uah')).as('plan'),
        sumOfMoney(eb.ref('executed_cumulative_uah')).as('executed'),
      ])
      .groupBy(['city', 'year', 'month'])
    const compared = db
      .selectFrom(programs.as('program'))
      .innerJoin(economic.as('economic'), join =>
        join
          .onRef('economic.city', '=', 'program.city')
          .onRef('economic.year', '=', 'program.year')
          .onRef('economic.month', '=', 'program.month'),
      )
      .select(eb => [
        'program.city',
        'program.year',
        'program.month',
        'program.plan',
        'program.executed',
        'economic.plan as economic_plan_uah',
        'economic.executed as economic_executed_uah',
        wholeRatio(eb.ref('program.executed'), eb.ref('economic.executed')).as('factor'),
      ])
    return db
      .selectFrom(compared.as('compared'))
      .select(eb => [
        'city',
        'year',
        'month',
        'factor',
        dividedExactly(eb.ref('plan'), eb.ref('factor')).as('programs_plan_uah'),
        dividedExactly(eb.ref('executed'), eb.ref('factor')).as('programs_executed_uah'),
        'economic_plan_uah',
        'economic_executed_uah',
      ])
  },
})
