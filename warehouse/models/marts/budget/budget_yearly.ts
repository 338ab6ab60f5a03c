import {sumIfAllKnown, sumOfMoney, sumOfMoneyWhere} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import divisions from '../../reference/functional_divisions.ts'
import programs from './budget_programs.ts'

export default defineModel({
  name: 'budget_yearly',
  title: {uk: 'Видатки за функціями та роками', en: 'Expenditure by function and year'},
  describe: {
    uk: 'Скільки витрачено на освіту, здоровʼя, житло … за рік, і план зі змінами. Трансферти іншим бюджетам входять у загальнодержавні функції й показані окремо.',
    en: 'What was spent on education, health, housing … in a year, and the plan as amended. Transfers to other budgets are part of general public services and are shown apart.',
  },
  grain: ['city', 'year', 'division'],
  publish: true,
  inputs: [programs, divisions],
  columns: {
    plan_amended_uah: {
      uk: 'План на рік зі змінами на останній місяць; порожньо, якщо не звіряється',
      en: 'Plan for the year as amended by the last month; empty where it does not reconcile',
      unit: 'UAH',
    },
    executed_uah: {uk: 'Виконано', en: 'Executed', unit: 'UAH'},
    transfers_uah: {
      uk: 'З них трансферти іншим бюджетам',
      en: 'Of which transfers to other budgets',
      unit: 'UAH',
    },
  },
  query: db =>
    db
      .selectFrom('budget_programs as program')
      .innerJoin('functional_divisions as known', 'known.division', 'program.division')
      .select(eb => [
        'program.city',
        'program.year',
        'program.months',
        'program.division',
        'known.division_name_uk',
        'known.division_name_en',
        'known.cofog',
        sumIfAllKnown(eb.ref('program.plan_amended_uah')).as('plan_amended_uah'),
        sumOfMoney(eb.ref('program.executed_uah')).as('executed_uah'),
        sumOfMoneyWhere(eb.ref('program.executed_uah'), eb('program.kfk', '=', '0180')).as('transfers_uah'),
      ])
      .groupBy([
        'program.city',
        'program.year',
        'program.months',
        'program.division',
        'known.division_name_uk',
        'known.division_name_en',
        'known.cofog',
      ])
      .orderBy('program.city')
      .orderBy('program.year')
      .orderBy('program.division'),
})
