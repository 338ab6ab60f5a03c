import {
  amountColumns,
  budgetColumns,
  column,
  defineDataset,
  estimateColumn,
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
})
