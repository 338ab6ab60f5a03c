import petitions from '../petitions/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'petition-signature-times',
  title: {uk: 'Коли підписували петиції', en: 'When petitions were signed'},
  describe: {
    uk: 'Час кожного підпису за останні два місяці, без імен: за ним видно, чи підписують люди. Окремі підписи не публікуються, лише їх кількість за годину.',
    en: 'The time of each signature of the last two months, without names: it shows whether people sign. Single signatures are not published, only how many came in an hour.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: [],
  rowsAre: 'persons',
  columns: {
    petition_id: column.text({from: 'uid', describe: {uk: 'Номер петиції', en: 'Number of the petition'}}),
    signed_at: column.timestamp({
      from: 'signedAt',
      zone: 'Europe/Kyiv',
      privacy: 'aggregate_only',
      isPast: true,
      describe: {uk: 'Коли поставлено підпис', en: 'When it was signed'},
    }),
  },
  checks: [check.relation('petition_id', petitions, 'petition_id'), check.past('signed_at')],
})
