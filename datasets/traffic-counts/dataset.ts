import {check, column, defineDataset, licences} from '../src/index.ts'
import trafficCounters from '../traffic-counters/dataset.ts'

const count = (from: string, uk: string, en: string) =>
  column.integer({from, nullable: true, unit: '1', describe: {uk, en}})

export default defineDataset({
  id: 'traffic-counts',
  title: {uk: 'Інтенсивність руху', en: 'Traffic counts'},
  describe: {
    uk: 'Скільки транспорту лічильники бачили за годину, за напрямком і видом. Час за годинником міста: восени одна година повторюється, навесні однієї немає.',
    en: 'How much traffic the counters saw in an hour, by direction and class. Time is by the city’s clock: one hour comes twice in autumn and one is missing in spring.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'TRAN',
  cadence: 'HOURLY',
  licence: licences.ccBy4,
  key: ['counter_id', 'counted_at', 'direction'],
  columns: {
    counter_id: column.text({from: 'counter_id', describe: {uk: 'Лічильник', en: 'Counter'}}),
    counted_at: column.timestamp({
      from: 'counted_at',
      zone: 'Europe/Kyiv',
      isPast: true,
      describe: {uk: 'Початок години', en: 'Start of the hour'},
    }),
    direction: column.text({
      from: 'direction',
      describe: {
        uk: 'Напрямок: in – до середмістя, out – від нього',
        en: 'Direction: in to the centre, out from it',
      },
    }),
    cars: count('cars', 'Легкових', 'Cars'),
    trucks: count('trucks', 'Вантажних', 'Lorries'),
    buses: count('buses', 'Автобусів', 'Buses'),
    bicycles: count('bicycles', 'Велосипедів', 'Bicycles'),
  },
  checks: [
    // A register of 16 bits runs over at 65,535.
    check.range('cars', {from: 0, to: 10_000}),
    check.range('trucks', {from: 0, to: 5000}),
    check.range('buses', {from: 0, to: 1000}),
    check.range('bicycles', {from: 0, to: 5000}),
    check.pattern('direction', /^(?:in|out)$/, {uk: 'in або out', en: 'in or out'}),
    check.relation('counter_id', trafficCounters, 'counter_id'),
    check.fresh('counted_at', {within: 'P2D'}),
    check.past('counted_at'),
  ],
})
