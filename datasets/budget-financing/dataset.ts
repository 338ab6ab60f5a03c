import {
  amountColumns,
  budgetColumns,
  check,
  column,
  defineDataset,
  forms,
  licences,
  treasuryFeed,
} from '../src/index.ts'

export default defineDataset({
  id: 'budget-financing',
  title: {uk: 'Фінансування бюджету', en: 'Budget financing'},
  describe: {
    uk: 'Звідки взято гроші, яких бракувало, і куди пішов надлишок: борг і залишки на рахунках. Коди вкладені один в одного, тому суму дають лише 400000 і 600000.',
    en: 'Where missing money came from and where a surplus went: debt and balances on accounts. Codes are nested, so only 400000 and 600000 may be summed.',
  },
  ...treasuryFeed,
  licence: licences.openData,
  key: ['period', 'fund', 'budget_code', 'financing_code'],
  columns: {
    ...budgetColumns,
    financing_code: column.text({from: 'COD_FINA', describe: {uk: 'Код фінансування', en: 'Financing code'}}),
    financing_name: column.text({
      from: 'NAME_FIN',
      nullable: true,
      describe: {uk: 'Назва коду фінансування', en: 'Name of the financing code, in Ukrainian'},
    }),
    ...amountColumns,
  },
  checks: [
    check.required('executed_uah', {severity: 'block', allow: {share: 0.01}}),
    check.sum('executed_uah', {by: 'fund', whole: 'T', parts: ['C', 'S']}),
    check.pattern('budget_code', ...forms.budgetCode),
    check.pattern('fund', /^[CST]$/, {uk: 'C, S або T', en: 'C, S or T'}),
    check.past('period'),
    check.pattern('financing_code', /^\d{6}$/, {
      uk: 'код фінансування: 6 цифр',
      en: 'a financing code: 6 digits',
    }),
  ],
})
