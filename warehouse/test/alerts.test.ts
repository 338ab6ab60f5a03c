import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {defineCity, feed, loadDatasets} from '@hromada/datasets'
import {beforeAll, expect, test} from 'vitest'
import {builtCity, dataFolder} from './city.fixture.ts'

// Alerts by hand: a city, its raion and its oblast, and another raion of it.
let town: Awaited<ReturnType<typeof builtCity>>
const records = [
  // Friday 24 October 2025 by Kyiv's clock: 10:30 to 12:00 in lessons, the oblast and the raion overlapping.
  'Obl;;;oblast;2025-10-24 07:30:00+00:00;2025-10-24 08:30:00+00:00',
  'Obl;Own;;raion;2025-10-24 08:00:00+00:00;2025-10-24 09:00:00+00:00',
  'Obl;Own;;raion;2025-10-24 08:00:00+00:00;2025-10-24 09:00:00+00:00',
  // The night in which the clocks go back: from 2:00 summer time to 5:00 winter time, four hours.
  'Obl;Own;City;hromada;2025-10-25 23:00:00+00:00;2025-10-26 03:00:00+00:00',
  // The other raion is no alert for the city.
  'Obl;Other;;raion;2025-10-28 10:00:00+00:00;2025-10-28 12:00:00+00:00',
  // An end that nobody wrote down.
  'Obl;Own;;raion;2025-10-29 10:00:00+00:00;',
  'Obl;Other;;raion;2025-12-16 10:00:00+00:00;2025-12-16 11:00:00+00:00',
]

beforeAll(async () => {
  const data = dataFolder()
  const folder = join(data, 'sources/small')
  await mkdir(folder, {recursive: true})
  await writeFile(
    join(folder, 'alerts.csv'),
    `${['oblast;raion;hromada;level;started_at;finished_at', ...records].join('\n')}\n`,
  )
  const city = defineCity({
    id: 'small',
    name: {uk: 'Мале', en: 'Small'},
    nameOf: {uk: 'Малого', en: 'Small'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [31.2, 45.8, 31.4, 46],
    alertPlaces: [
      {oblast: 'Obl'},
      {oblast: 'Obl', raion: 'Own'},
      {oblast: 'Obl', raion: 'Own', hromada: 'City'},
    ],
    feeds: [
      feed((await loadDatasets()).get('alerts')!, {
        made: {path: 'alerts.csv', format: {kind: 'csv', delimiter: ';'}},
      }),
    ],
  })
  town = await builtCity([city], null, {data, select: '+alerts_hours'})
  return () => town.warehouse.close()
})

const day = (date: string) =>
  town.row(
    `select alerts::int as alerts, hours, night_hours, school_hours_lost, school_hours, known_hours, records::int as records,
       oblast_records::int as oblast_records, unended_records::int as unended, declared_by
     from alerts_hours where period = 'day' and from_date = '${date}'`,
  )

test('what overlaps and what is repeated is one alert, of the widest place in it', async () => {
  expect(
    await town.rows(
      'select hours, alerts::int as records, widest_level from alerts_merged order by started_at',
    ),
  ).toEqual([
    {hours: 1.5, records: 3, widest_level: 'oblast'},
    {hours: 4, records: 1, widest_level: 'hromada'},
  ])
})

test('lessons lost: an hour and a half of seven; the source covers the day from its first record', async () => {
  expect(await day('2025-10-24')).toMatchObject({
    alerts: 1,
    hours: 1.5,
    night_hours: 0,
    school_hours_lost: 1.5,
    school_hours: 4.5,
    known_hours: 13.5,
    records: 3,
    oblast_records: 3,
  })
})

test('the night in which the clocks go back has an hour more', async () => {
  expect(await day('2025-10-26')).toMatchObject({
    alerts: 1,
    hours: 4,
    night_hours: 4,
    school_hours: 0,
    known_hours: 25,
  })
})

test('an alert elsewhere in the oblast, and one without an end, count as records and not as hours', async () => {
  expect(await day('2025-10-28')).toMatchObject({
    hours: 0,
    records: 0,
    oblast_records: 1,
    unended: 0,
    known_hours: 24,
  })
  expect(await day('2025-10-29')).toMatchObject({hours: 0, records: 1, oblast_records: 1, unended: 1})
})

test('after the last record nothing is known: there is no row; the break of December 2025 is marked', async () => {
  expect(await day('2025-12-14')).toMatchObject({hours: 0, declared_by: 'oblast'})
  expect(await day('2025-12-15')).toMatchObject({hours: 0, declared_by: 'raion'})
  expect(await day('2025-12-16')).toMatchObject({known_hours: 13})
  expect(await day('2025-12-17')).toBe(undefined)
  expect(
    await town.rows(
      `select cast(from_date as varchar) as month, declared_by, night_share from alerts_hours where period = 'month' order by 1`,
    ),
  ).toEqual([
    {month: '2025-10-01', declared_by: 'oblast', night_share: 0.7273},
    {month: '2025-11-01', declared_by: 'oblast', night_share: null},
    {month: '2025-12-01', declared_by: 'mixed', night_share: null},
  ])
})
