import {defineModel} from '../../../src/model.ts'
import closing from './int_budget_closing_entries.ts'
import financing from './int_budget_financing_entries.ts'
import funds from './int_budget_fund_entries.ts'
import programs from './int_budget_program_entries.ts'

/**
 * Entries of the rules about the treasury's files: each amount stands on the side of what is `expected` or of what was
 * `found`, under the code by which the lines are compared. A rule is a model of its own.
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
  inputs: [closing, financing, funds, programs],
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
    const columns = ['city', 'rule', 'year', 'month', 'code', 'side', 'uah'] as const
    return db
      .selectFrom('int_budget_fund_entries')
      .select(columns)
      .unionAll(db.selectFrom('int_budget_closing_entries').select(columns))
      .unionAll(db.selectFrom('int_budget_financing_entries').select(columns))
      .unionAll(db.selectFrom('int_budget_program_entries').select(columns))
  },
})
