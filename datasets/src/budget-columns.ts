import {column} from './column.ts'

/** Columns that every file of the treasury's budget feed has. */
export const budgetColumns = {
  period: column.date({
    from: 'REP_PERIOD',
    format: ['%Y-%m-%d', '%m.%Y'],
    describe: {uk: 'Звітний місяць', en: 'Reporting month'},
  }),
  fund: column.text({
    from: 'FUND_TYP',
    describe: {
      uk: 'Фонд: C загальний, S спеціальний, T разом. T завжди дорівнює C + S',
      en: 'Fund: C general, S special, T total. T always equals C + S',
    },
  }),
  budget_code: column.text({
    from: 'COD_BUDGET',
    describe: {
      uk: 'Код бюджету Казначейства, 10 або 11 знаків',
      en: 'Treasury code of the budget, 10 or 11 digits',
    },
  }),
} as const

/** Amounts of one line. `plan_amended` is never the plan as approved: the feed does not carry that one. */
export const amountColumns = {
  plan_amended_uah: column.decimal({
    from: 'ZAT_AMT',
    unit: 'UAH',
    describe: {
      uk: 'План на рік зі змінами на кінець місяця',
      en: 'Plan for the year as amended by the end of the month',
    },
  }),
  executed_uah: column.decimal({
    from: 'FAKT_AMT',
    unit: 'UAH',
    describe: {uk: 'Виконано з 1 січня', en: 'Executed since 1 January'},
  }),
} as const

/** Estimates, in the files that have them. Transfers between budgets are missing from it: totals use the plan. */
export const estimateColumn = {
  plan_estimate_uah: column.decimal({
    from: 'PLANS_AMT',
    nullable: true,
    unit: 'UAH',
    describe: {uk: 'Кошторисні призначення на рік зі змінами', en: 'Estimates for the year as amended'},
  }),
} as const

/** Who publishes the feed and under which terms. */
export const treasuryFeed = {
  publisher: {uk: 'Міністерство фінансів України', en: 'Ministry of Finance of Ukraine'},
  theme: 'ECON',
  cadence: 'MONTHLY',
} as const
