import petitions from '../petitions/dataset.ts'
import {check, column, defineDataset, licences} from '../src/index.ts'

export default defineDataset({
  id: 'petition-snapshots',
  title: {uk: 'Підписи під петиціями день за днем', en: 'Petition signatures day by day'},
  describe: {
    uk: 'Скільки підписів показувала сторінка петиції кожного дня, поки тривав збір. Сайти петицій історії не зберігають, тож її складено зі щоденних знімків. Нуль або падіння лічильника – здебільшого помилка сайту.',
    en: 'How many signatures a petition’s page showed on each day of collecting. Petition sites keep no history, so it is put together from daily snapshots. A zero or a fall of the counter is mostly the site’s fault.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'GOVE',
  cadence: 'DAILY',
  licence: licences.ccBy4,
  key: ['petition_id', 'snapshot_date'],
  columns: {
    petition_id: column.text({from: 'uid', describe: {uk: 'Номер петиції', en: 'Number of the petition'}}),
    snapshot_date: column.date({
      from: 'date',
      isPast: true,
      describe: {uk: 'День, наприкінці якого знято лічильник', en: 'Day at the end of which it was read'},
    }),
    signatures: column.integer({
      from: 'count',
      unit: '1',
      describe: {uk: 'Підписів на сторінці', en: 'Signatures shown on the page'},
    }),
  },
  checks: [
    check.range('signatures', {from: 0}),
    check.relation('petition_id', petitions, 'petition_id'),
    check.past('snapshot_date'),
    check.fresh('snapshot_date', {within: 'P3D'}),
  ],
})
