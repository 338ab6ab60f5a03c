import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'budget-plans',
  title: {uk: 'Рішення ради про бюджет', en: 'Decisions of the council on the budget'},
  describe: {
    uk: 'Яким бюджет на рік затверджено і яким його робило кожне рішення про зміни: доходи й видатки разом. У звітах Казначейства затвердженого плану немає, лише план зі змінами. Структура – власна: постанова № 835 такої не має.',
    en: 'What the budget of a year was approved to be, and what each decision to amend it made of it: income and expenditure in total. Reports of the treasury do not carry the approved plan, only the amended one. The structure is our own: resolution No. 835 has none.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'ECON',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['budget_year', 'decision_number'],
  columns: {
    budget_year: column.integer({from: 'budgetYear', describe: {uk: 'Бюджетний рік', en: 'Budget year'}}),
    plan_version: column.text({
      from: 'kind',
      allowed: ['approved', 'revised'],
      describe: {
        uk: 'approved – рішення про бюджет, revised – рішення про зміни до нього',
        en: 'approved: the decision on the budget; revised: a decision to amend it',
      },
    }),
    decision_number: column.text({
      from: 'decisionNumber',
      describe: {uk: 'Номер рішення', en: 'Number of the decision'},
    }),
    decision_date: column.date({
      from: 'decisionDate',
      describe: {uk: 'Дата рішення', en: 'Date of the decision'},
    }),
    incomes_uah: column.decimal({
      from: 'incomes',
      unit: 'UAH',
      describe: {uk: 'Доходи на рік, обидва фонди', en: 'Income of the year, both funds'},
    }),
    expenses_uah: column.decimal({
      from: 'expenses',
      unit: 'UAH',
      describe: {uk: 'Видатки на рік, обидва фонди', en: 'Expenditure of the year, both funds'},
    }),
    decision_url: column.text({
      from: 'decisionUrl',
      nullable: true,
      describe: {uk: 'Сторінка рішення', en: 'Page of the decision'},
    }),
  },
  checks: [
    check.range('incomes_uah', {from: 0}),
    check.range('expenses_uah', {from: 0}),
    check.range('budget_year', {from: 2000, to: 2100}),
    check.past('decision_date'),
  ],
})
