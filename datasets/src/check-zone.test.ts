import {expect, test} from 'vitest'
import districts from '../districts/dataset.ts'
import {checkZone} from './check-zone.ts'
import {column, defineCity, defineDataset, feed, licences} from './index.ts'

test.each(['Europe/Kyiv', 'Europe/Kiev', 'UTC', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires'])(
  '%s is a zone',
  name => expect(() => checkZone('town', name)).not.toThrow(),
)

test.each(['Europe/Kiyv', 'Kyiv', '+03:00', 'UTC+2', '', ' Europe/Kyiv'])('"%s" is none', name =>
  expect(() => checkZone('town', name)).toThrow(`town: "${name}" is not a zone`),
)

const town = {
  id: 'town',
  name: {uk: 'Місто', en: 'Town'},
  nameOf: {uk: 'Міста', en: 'Town'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [30, 50, 31, 51] as [number, number, number, number],
  feeds: [],
}
const measured = (zone: string) =>
  defineDataset({
    id: 'levels',
    title: {uk: 'Рівні', en: 'Levels'},
    describe: {uk: 'Рівні', en: 'Levels'},
    publisher: {uk: 'Місто', en: 'Town'},
    theme: 'ENVI',
    cadence: 'DAILY',
    licence: licences.ccBy4,
    key: [],
    columns: {at: column.timestamp({from: 'at', zone, describe: {uk: 'Коли', en: 'When'}})},
  })

test('a city, a dataset and a feed with a zone that there is not are told so where they are declared', () => {
  expect(() => defineCity({...town, zone: 'Europe/Kiyv'})).toThrow(
    'town: "Europe/Kiyv" is not a zone of IANA’s database, such as Europe/Kyiv.',
  )
  expect(() => measured('EEST')).toThrow('levels: at: "EEST" is not a zone of IANA’s database')
  const levels = measured('Europe/Kyiv')
  const source = {mirror: {path: 'levels.csv', format: {kind: 'csv', delimiter: ';'}}} as const
  expect(() =>
    defineCity({...town, feeds: [feed(levels, {...source, columns: {at: {zone: '+02:00'}}})]}),
  ).toThrow('town: levels: at: "+02:00" is not a zone of IANA’s database')
  expect(() =>
    defineCity({
      ...town,
      feeds: [
        feed(districts, {mirror: {path: 'districts.geojson', format: {kind: 'geojson'}}}),
        feed(levels, {...source, columns: {at: {zone: 'Europe/London'}}}),
      ],
    }),
  ).not.toThrow()
})
