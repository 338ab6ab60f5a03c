import {check, column, defineDataset, forms, licences} from '../src/index.ts'
import transitStops from '../transit-stops/dataset.ts'
import transitTrips from '../transit-trips/dataset.ts'

/** A night's trip goes on after midnight: 28:31:10 is half past four the next day, so it is no time of day. */
const clock = (from: string, uk: string, en: string) =>
  column.text({from, nullable: true, describe: {uk, en}})

export default defineDataset({
  id: 'transit-stop-times',
  title: {uk: 'Розклад на зупинках', en: 'Times at stops'},
  describe: {
    uk: 'Коли який рейс буває на якій зупинці, у форматі GTFS. Після опівночі години йдуть далі: 25:10:00.',
    en: 'When which trip is at which stop, in GTFS. After midnight hours go on: 25:10:00.',
  },
  publisher: {uk: 'Перевізники міста', en: 'Operators of the city'},
  theme: 'TRAN',
  cadence: 'MONTHLY',
  licence: licences.ccBy4,
  key: ['trip_id', 'stop_sequence'],
  columns: {
    trip_id: column.text({from: 'trip_id', describe: {uk: 'Код рейсу', en: 'Key of the trip'}}),
    stop_sequence: column.integer({
      from: 'stop_sequence',
      unit: '1',
      describe: {uk: 'Котра зупинка рейсу', en: 'Which stop of the trip'},
    }),
    stop_id: column.text({from: 'stop_id', describe: {uk: 'Код зупинки', en: 'Key of the stop'}}),
    arrival: clock('arrival_time', 'Прибуття, години:хвилини:секунди', 'Arrival, hours:minutes:seconds'),
    departure: clock(
      'departure_time',
      'Відправлення, години:хвилини:секунди',
      'Departure, hours:minutes:seconds',
    ),
    travelled_m: column.number({
      from: 'shape_dist_traveled',
      nullable: true,
      unit: 'm',
      describe: {
        uk: 'Відстань від початку лінії, в одиницях видавця (тут метри)',
        en: 'Distance from the start of the line, in the publisher’s units (here metres)',
      },
    }),
  },
  checks: [
    check.relation('trip_id', transitTrips, 'trip_id'),
    check.relation('stop_id', transitStops, 'stop_id'),
    check.pattern('arrival', ...forms.gtfsClock),
    check.pattern('departure', ...forms.gtfsClock),
    check.range('travelled_m', {from: 0}),
  ],
})
