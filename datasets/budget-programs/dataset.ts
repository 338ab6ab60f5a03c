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
  id: 'budget-programs',
  title: {
    uk: 'Видатки бюджету за функціями та програмами',
    en: 'Budget expenditure by function and programme',
  },
  describe: {
    uk: 'На що витрачено: освіта, охорона здоровʼя, дороги … за кодами функціональної класифікації та програмами. Суми наростають від 1 січня.',
    en: 'What money was spent on: schools, health, roads … by functional code and programme. Amounts are cumulative from 1 January.',
  },
  ...treasuryFeed,
  licence: licences.openData,
  key: ['period', 'fund', 'budget_code', 'kfk', 'program', 'kekv'],
  columns: {
    ...budgetColumns,
    kfk: column.text({
      from: 'COD_CONS_MB_FK',
      nullable: true,
      describe: {uk: 'Код функціональної класифікації (КФК), 4 знаки', en: 'Functional code (KFK), 4 digits'},
    }),
    kfk_name: column.text({
      from: 'COD_CONS_MB_FK_NAME',
      nullable: true,
      describe: {uk: 'Назва функціонального коду', en: 'Name of the functional code, in Ukrainian'},
    }),
    program: column.text({
      from: 'COD_CONS_MB_PK',
      describe: {
        uk: 'Код програми: 4 знаки типової класифікації або 7 знаків міста, останні 4 з яких типові',
        en: 'Programme code: 4 digits of the standard list, or 7 of the city, of which the last 4 are standard',
      },
    }),
    kekv: column.text({
      from: 'COD_CONS_EK',
      nullable: true,
      describe: {
        uk: 'Код економічної класифікації (КЕКВ); порожньо, якщо файл лише за програмами',
        en: 'Economic code (KEKV); empty where the file goes by programme only',
      },
    }),
    ...amountColumns,
  },
  checks: [
    check.required('executed_uah', {severity: 'block', allow: {share: 0.01}}),
    check.sum('executed_uah', {by: 'fund', whole: 'T', parts: ['C', 'S']}),
    check.pattern('budget_code', ...forms.budgetCode),
    check.pattern('fund', /^[CST]$/, {uk: 'C, S або T', en: 'C, S or T'}),
    check.past('period'),
    check.pattern('kfk', /^\d{4}$/, {uk: 'КФК: 4 цифри', en: 'a functional code: 4 digits'}),
    check.pattern('program', /^(?:\d{4}|\d{7})$/, {
      uk: 'код програми: 4 або 7 цифр',
      en: 'a programme code: 4 or 7 digits',
    }),
    check.pattern('kekv', ...forms.kekv),
  ],
})
