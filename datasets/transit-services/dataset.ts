import {check, column, defineDataset, licences} from '../src/index.ts'

const runs = (from: string, uk: string, en: string) => column.boolean({from, describe: {uk, en}})
const gtfsDay = ['%Y%m%d']

export default defineDataset({
  id: 'transit-services',
  title: {uk: 'Дні руху громадського транспорту', en: 'Days on which public transport runs'},
  describe: {
    uk: 'Календар розкладу у форматі GTFS: у які дні тижня й відколи доки чинний кожен розклад.',
    en: 'The calendar of the timetable in GTFS: on which days of the week each service runs, from when to when.',
  },
  publisher: {uk: 'Перевізники міста', en: 'Operators of the city'},
  theme: 'TRAN',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['service_id'],
  columns: {
    service_id: column.text({from: 'service_id', describe: {uk: 'Код розкладу', en: 'Key of the service'}}),
    monday: runs('monday', 'У понеділок', 'On Mondays'),
    tuesday: runs('tuesday', 'У вівторок', 'On Tuesdays'),
    wednesday: runs('wednesday', 'У середу', 'On Wednesdays'),
    thursday: runs('thursday', 'У четвер', 'On Thursdays'),
    friday: runs('friday', 'У пʼятницю', 'On Fridays'),
    saturday: runs('saturday', 'У суботу', 'On Saturdays'),
    sunday: runs('sunday', 'У неділю', 'On Sundays'),
    start_date: column.date({
      from: 'start_date',
      format: gtfsDay,
      describe: {uk: 'Перший день', en: 'First day'},
    }),
    end_date: column.date({
      from: 'end_date',
      format: gtfsDay,
      describe: {uk: 'Останній день', en: 'Last day'},
    }),
  },
  checks: [check.order('start_date', '<=', 'end_date'), check.fresh('end_date', {within: 'P1D'})],
})
