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
  id: 'budget-expenses',
  title: {uk: 'Видатки бюджету за економічною класифікацією', en: 'Budget expenditure by economic code'},
  describe: {
    uk: 'Що місто планувало витратити й витратило, за місяцями, фондами та кодами економічної класифікації. Суми наростають від 1 січня.',
    en: 'What the city planned to spend and spent, by month, fund and economic code. Amounts are cumulative from 1 January.',
  },
  ...treasuryFeed,
  licence: licences.openData,
  key: ['period', 'fund', 'budget_code', 'kekv'],
  columns: {
    ...budgetColumns,
    kekv: column.text({
      from: 'COD_CONS_EK',
      describe: {uk: 'Код економічної класифікації (КЕКВ)', en: 'Economic code (KEKV)'},
    }),
    kekv_name: column.text({
      from: 'COD_CONS_EK_NAME',
      nullable: true,
      describe: {uk: 'Назва економічного коду', en: 'Name of the economic code, in Ukrainian'},
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
    check.pattern('kekv', ...forms.kekv),
  ],
})
