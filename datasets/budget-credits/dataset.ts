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
  id: 'budget-credits',
  title: {uk: 'Кредитування з бюджету', en: 'Lending from the budget'},
  describe: {
    uk: 'Надані з бюджету кредити та їх повернення, за місяцями й фондами. Суми наростають від 1 січня.',
    en: 'Loans given from the budget and their repayment, by month and fund. Amounts are cumulative from 1 January.',
  },
  ...treasuryFeed,
  licence: licences.openData,
  key: ['period', 'fund', 'budget_code', 'credit_code'],
  columns: {
    ...budgetColumns,
    credit_code: column.text({
      from: 'COD_CRED_KK',
      describe: {uk: 'Код класифікації кредитування', en: 'Lending code'},
    }),
    credit_name: column.text({
      from: 'COD_CRED_KK_NAME',
      nullable: true,
      describe: {uk: 'Назва коду кредитування', en: 'Name of the lending code, in Ukrainian'},
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
    check.pattern('credit_code', /^\d{4}$/, {
      uk: 'код кредитування: 4 цифри',
      en: 'a lending code: 4 digits',
    }),
  ],
})
