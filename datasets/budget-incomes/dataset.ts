import {
  amountColumns,
  budgetColumns,
  check,
  column,
  defineDataset,
  estimateColumn,
  forms,
  licences,
  treasuryFeed,
} from '../src/index.ts'

export default defineDataset({
  id: 'budget-incomes',
  title: {uk: 'Доходи бюджету', en: 'Budget income'},
  describe: {
    uk: 'Що місто планувало отримати й отримало, за місяцями, фондами та кодами доходів. Суми наростають від 1 січня.',
    en: 'What the city planned to receive and received, by month, fund and income code. Amounts are cumulative from 1 January.',
  },
  ...treasuryFeed,
  licence: licences.openData,
  key: ['period', 'fund', 'budget_code', 'kkd'],
  columns: {
    ...budgetColumns,
    kkd: column.text({
      from: 'COD_INCO',
      describe: {uk: 'Код класифікації доходів (ККД)', en: 'Income code (KKD)'},
    }),
    kkd_name: column.text({
      from: 'NAME_INC',
      nullable: true,
      describe: {uk: 'Назва коду доходів', en: 'Name of the income code, in Ukrainian'},
    }),
    ...amountColumns,
    ...estimateColumn,
  },
  checks: [
    check.required('executed_uah', {severity: 'block', allow: {share: 0.01}}),
    check.sum('executed_uah', {by: 'fund', whole: 'T', parts: ['C', 'S']}),
    check.pattern('budget_code', ...forms.budgetCode),
    check.pattern('fund', /^[CST]$/, {uk: 'C, S або T', en: 'C, S or T'}),
    check.past('period'),
    check.pattern('kkd', /^\d{8}$/, {uk: 'ККД: 8 цифр', en: 'an income code: 8 digits'}),
  ],
})
