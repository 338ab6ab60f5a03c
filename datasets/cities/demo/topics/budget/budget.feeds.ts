import budgetCredits from '../../../../budget-credits/dataset.ts'
import budgetExpenses from '../../../../budget-expenses/dataset.ts'
import budgetFinancing from '../../../../budget-financing/dataset.ts'
import budgetIncomes from '../../../../budget-incomes/dataset.ts'
import budgetPlans from '../../../../budget-plans/dataset.ts'
import budgetPrograms from '../../../../budget-programs/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

const made = (file: string) =>
  ({
    path: `budget/${file}-*.demo.csv`,
    format: {kind: 'csv', delimiter: ';', encoding: 'windows-1251'},
  }) as const

const money = {plan_amended_uah: {decimal: ','}, executed_uah: {decimal: ','}} as const
const estimates = {...money, plan_estimate_uah: {decimal: ','}} as const

/** The five reports of the treasury, a file a year, and the council's decisions. */
export const budgetFeeds: Feed[] = [
  feed(budgetIncomes, {made: made('incomes'), columns: estimates}),
  feed(budgetExpenses, {made: made('expenses-economic'), columns: estimates}),
  feed(budgetPrograms, {
    made: made('expenses-program'),
    // One year's codes lost their leading noughts.
    columns: {...money, kfk: {from: 'COD_CONS_MB_FK', width: 4}, program: {from: 'COD_CONS_MB_PK', width: 7}},
  }),
  feed(budgetFinancing, {made: made('financing'), columns: money}),
  feed(budgetCredits, {made: made('credits'), columns: estimates}),
  feed(budgetPlans, {made: {path: 'budget/decisions.demo.csv', format: {kind: 'csv', delimiter: ';'}}}),
]
