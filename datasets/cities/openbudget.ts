import budgetCredits from '../budget-credits/dataset.ts'
import budgetExpenses from '../budget-expenses/dataset.ts'
import budgetFinancing from '../budget-financing/dataset.ts'
import budgetIncomes from '../budget-incomes/dataset.ts'
import budgetPrograms from '../budget-programs/dataset.ts'
import {type Feed, feed, type LiveSource} from '../src/index.ts'

type Report = Extract<LiveSource, {kind: 'openbudget'}>

/** The first year of the feed's present form. */
const sinceYear = 2021

/**
 * The five budget feeds of a Ukrainian city.
 * @param name the city's name in the mirror, in English
 * @param code the newest treasury code, which the live service is asked for
 */
export function openbudget(name: string, code: string): Feed[] {
  const from = (file: string, item: Report['item'], classification: Report['classification'] | null) =>
    ({
      mirror: {path: `budgets/ua_openbudget/${file}.parquet`, format: {kind: 'parquet'}, where: {CITY: name}},
      live: {
        source: {
          kind: 'openbudget',
          budgetCode: code,
          item,
          ...(classification ? {classification} : {}),
          sinceYear,
        },
        format: {kind: 'csv', delimiter: ';'},
      },
      page: 'https://openbudget.gov.ua',
    }) as const
  const money = {plan_amended_uah: {decimal: ','}, executed_uah: {decimal: ','}} as const
  const estimates = {...money, plan_estimate_uah: {decimal: ','}} as const
  return [
    feed(budgetExpenses, {
      ...from('expenses', 'EXPENSES', 'ECONOMIC'),
      columns: {...estimates, kekv: {from: 'COD_CONS_EK', width: 4}},
    }),
    feed(budgetIncomes, {
      ...from('incomes', 'INCOMES', null),
      columns: {...estimates, kkd: {from: 'COD_INCO', width: 8}},
    }),
    feed(budgetFinancing, {
      ...from('debts', 'FINANCING_DEBTS', null),
      columns: {...money, financing_code: {from: 'COD_FINA', width: 6}},
    }),
    feed(budgetCredits, {
      ...from('credits', 'CREDITS', 'CREDIT'),
      columns: {...estimates, credit_code: {from: 'COD_CRED_KK', width: 4}},
    }),
    feed(budgetPrograms, {
      ...from('expenses_functional_partial', 'EXPENSES', 'PROGRAM'),
      // The mirror keeps codes as numbers, so 0111 has become 111.0.
      columns: {
        ...money,
        kfk: {from: 'COD_CONS_MB_FK', width: 4},
        program: {from: 'COD_CONS_MB_PK', width: 4},
      },
    }),
  ]
}
