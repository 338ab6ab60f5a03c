import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'consumer-prices',
  title: {uk: 'Індекси споживчих цін', en: 'Consumer price indices'},
  describe: {
    uk: 'Як змінилися ціни за місяць: індекс до попереднього місяця, країна загалом. За ним суми бюджету перераховують у постійні ціни. Міста, файлу яких немає, перерахунку не мають.',
    en: 'How prices changed in a month: the index to the month before, for the whole country. By it amounts of the budget are put into constant prices. Cities without the file have none.',
  },
  publisher: {uk: 'Державна служба статистики України', en: 'State Statistics Service of Ukraine'},
  theme: 'ECON',
  cadence: 'MONTHLY',
  licence: licences.openData,
  key: ['month'],
  columns: {
    month: column.date({
      from: 'period',
      format: ['iso', '%Y-%m', '%m.%Y'],
      describe: {uk: 'Місяць, його перший день', en: 'Month, by its first day'},
    }),
    to_month_before_percent: column.number({
      from: 'cpi',
      unit: '%',
      describe: {
        uk: 'Індекс до попереднього місяця, 100 – без змін',
        en: 'Index to the month before; 100 is no change',
      },
    }),
  },
  checks: [check.range('to_month_before_percent', {from: 50, to: 200}), check.past('month')],
})
