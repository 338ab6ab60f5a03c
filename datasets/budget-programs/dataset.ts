import {amountColumns, budgetColumns, column, defineDataset, licences, treasuryFeed} from '../src/index.ts'

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
})
