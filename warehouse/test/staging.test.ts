import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type City, column, defineCity, defineDataset, feed, licences} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {type Model, staging} from '../src/index.ts'
import {builtCity} from './city.fixture.ts'

const readings = defineDataset({
  id: 'readings',
  title: {uk: 'Покази', en: 'Readings'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'ENVI',
  cadence: 'DAILY',
  key: ['id'],
  columns: {
    id: column.text({from: 'id', describe: {uk: 'Номер', en: 'Number'}}),
    taken_at: column.timestamp({
      from: 'taken',
      zone: 'Europe/Kyiv',
      isPast: true,
      describe: {uk: 'Коли', en: 'When'},
    }),
    places: column.integer({from: 'places', nullable: true, describe: {uk: 'Місць', en: 'Places'}}),
    day: column.date({from: 'day', format: '%d.%m.%Y', nullable: true, describe: {uk: 'День', en: 'Day'}}),
    value: column.number({from: 'value', nullable: true, describe: {uk: 'Значення', en: 'Value'}}),
    paid: column.decimal({from: 'paid', nullable: true, unit: 'UAH', describe: {uk: 'Сплачено', en: 'Paid'}}),
    open: column.boolean({from: 'open', nullable: true, describe: {uk: 'Відкрито', en: 'Open'}}),
    access: column.text({
      from: 'access',
      nullable: true,
      // More than four: the database makes a join of a list of so many.
      allowed: ['yes', 'no', 'on request', 'by key', 'at night', 'by day'],
      describe: {uk: 'Доступ', en: 'Access'},
    }),
  },
})

const header = 'id;taken;day;value;paid;open;access'

/** One city whose readings are these lines. */
function townOf(
  lines: string[],
  over: Parameters<typeof feed<typeof readings>>[1] = {},
): {city: City; mirror: string} {
  const mirror = temporaryFolder('readings')
  writeFileSync(join(mirror, 'readings.csv'), [header, ...lines, ''].join('\n'))
  const city = defineCity({
    id: 'town',
    name: {uk: 'Місто', en: 'Town'},
    nameOf: {uk: 'Міста', en: 'Town'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: [feed(readings, {mirror: {path: 'readings.csv', format: {kind: 'csv', delimiter: ';'}}, ...over})],
  })
  return {city, mirror}
}

async function staged(lines: string[], over: Parameters<typeof townOf>[1] = {}) {
  const {city, mirror} = townOf(lines, over)
  const town = await builtCity([city], mirror, {models: [staging(readings) as Model]})
  const rows = await town.rows('select * exclude (city) from stg_readings order by id')
  await town.warehouse.close()
  return {
    rows,
    findings: town.findings.map(({rule, column: name, count, rows: places, example}) => ({
      rule,
      column: name,
      count,
      rows: places,
      example,
    })),
  }
}

test('texts become what they mean; the city’s clock becomes UTC, summer and winter', async () => {
  const {rows, findings} = await staged([
    '1;2025-03-02T10:15;02.03.2025;12.5;1234567.89;True;yes',
    // The annexes separate date and time with a Cyrillic Т at times; July is UTC+3.
    '2;2025-07-02Т10:15;;-3;0.1;ні;null',
    '3;2025-07-02T10:15:00+00:00;;;;;',
  ])
  expect(findings).toEqual([])
  expect(rows).toEqual([
    {
      id: '1',
      taken_at: new Date('2025-03-02T08:15:00Z'),
      places: null,
      day: '2025-03-02',
      value: 12.5,
      paid: '1234567.89',
      open: true,
      access: 'yes',
    },
    {
      id: '2',
      taken_at: new Date('2025-07-02T07:15:00Z'),
      places: null,
      day: null,
      value: -3,
      paid: '0.10',
      open: false,
      access: null,
    },
    {
      id: '3',
      taken_at: new Date('2025-07-02T10:15:00Z'),
      places: null,
      day: null,
      value: null,
      paid: null,
      open: null,
      access: null,
    },
  ])
})

test('a number with a comma, an impossible date, an unknown word: findings with row and column; the row stays', async () => {
  const {rows, findings} = await staged([
    '1;2025-03-02T10:15;02.03.2025;12,5;1;так;yes',
    '2;2025-03-02T10:15;31.02.2025;1;12,50;можливо;044-123-45-67',
    '3;2025-03-02T10:15;02.03.2025;1e999;x;так;no',
  ])
  expect(rows.map(({id}) => id)).toEqual(['1', '2', '3'])
  expect(findings).toEqual([
    {rule: 'type', column: 'day', count: 1, rows: [2], example: '31.02.2025'},
    {rule: 'type', column: 'value', count: 2, rows: [1, 3], example: '12,5'},
    {rule: 'type', column: 'paid', count: 2, rows: [2, 3], example: '12,50'},
    {rule: 'type', column: 'open', count: 1, rows: [2], example: 'можливо'},
    {rule: 'not_allowed', column: 'access', count: 1, rows: [2], example: '044-123-45-67'},
  ])
})

test('a profile that says "comma" makes the same numbers readable', async () => {
  const {rows, findings} = await staged(['1;2025-03-02T10:15;;1 234,5;1\u00a0234\u00a0567,89;;'], {
    columns: {value: {decimal: ','}, paid: {decimal: ','}},
  })
  expect(findings).toEqual([])
  expect(rows[0]).toMatchObject({value: 1234.5, paid: '1234567.89'})
})

test('what has happened cannot lie after the day on which the file was fetched', async () => {
  // The file is fetched on 21 November 2026 at 08:00 UTC.
  const {rows, findings} = await staged([
    '1;2026-11-22T09:59;;;;;',
    '2;2026-11-22T10:01;;;;;',
    '3;2036-01-01T10:00;;;;;',
  ])
  expect(rows.map(({id}) => id)).toEqual(['1'])
  expect(findings).toEqual([
    {rule: 'in_future', column: 'taken_at', count: 2, rows: [2, 3], example: '2026-11-22T10:01'},
    {rule: 'required', column: 'taken_at', count: 2, rows: [2, 3], example: '2026-11-22T10:01'},
  ])
})

test('what a computer noted was not before there were clocks in it', async () => {
  const {rows, findings} = await staged([
    '1;1971-01-01T03:00;;;;;',
    '2;1970-12-31T23:59;;;;;',
    '3;1900-01-01;;;;;',
    '4;0001-01-01T00:00;;;;;',
    '5;9999-12-31T23:59;;;;;',
    '6;soon;;;;;',
  ])
  expect(rows.map(({id}) => id)).toEqual(['1'])
  expect(findings).toEqual([
    {rule: 'type', column: 'taken_at', count: 1, rows: [6], example: 'soon'},
    {rule: 'in_future', column: 'taken_at', count: 1, rows: [5], example: '9999-12-31T23:59'},
    {rule: 'before_clocks', column: 'taken_at', count: 3, rows: [2, 3, 4], example: '1970-12-31T23:59'},
    {rule: 'required', column: 'taken_at', count: 5, rows: [2, 3, 4, 5, 6], example: '1970-12-31T23:59'},
  ])
})

test('a day has a year of four digits: no infinity, and nothing before Christ', async () => {
  const {rows, findings} = await staged([
    '1;2025-03-02T10:15;31.12.9999;;;;',
    '2;2025-03-02T10:15;infinity;;;;',
    '3;0044-03-15 (BC);;;;;',
    '4;-infinity;;;;;',
    '5;12025-03-02T10:15;;;;;',
    '6;12025-03-02T10:15Z;;;;;',
  ])
  expect(rows.map(({day}) => day)).toEqual(['9999-12-31', null])
  expect(findings).toEqual([
    {rule: 'type', column: 'taken_at', count: 4, rows: [3, 4, 5, 6], example: '0044-03-15 (BC)'},
    {rule: 'type', column: 'day', count: 1, rows: [2], example: 'infinity'},
    {rule: 'required', column: 'taken_at', count: 4, rows: [3, 4, 5, 6], example: '0044-03-15 (BC)'},
  ])
})

test('numbers that are too large for anything in a city have no meaning', async () => {
  const {rows, findings} = await staged([
    '1;2025-03-02T10:15;;-999999999999999;;;',
    '2;2025-03-02T10:15;;1e15;;;',
    '3;2025-03-02T10:15;;-1e308;;;',
    '4;2025-03-02T10:15;;Infinity;;;',
    '5;2025-03-02T10:15;;NaN;;;',
  ])
  expect(rows.map(({value}) => value)).toEqual([-999_999_999_999_999, null, null, null, null])
  expect(findings).toEqual([{rule: 'type', column: 'value', count: 4, rows: [2, 3, 4, 5], example: '1e15'}])
})

test('whole numbers may have blanks between thousands where the profile says how numbers are written', async () => {
  const line = '1;2025-03-02T10:15;;;1 009;;'
  const from = {from: 'paid', decimal: ','} as const
  expect((await staged([line], {columns: {places: from}})).rows[0]).toMatchObject({places: 1009})
})

test('a whole number is whole: 1.5 is no 2, and what a spreadsheet made of whole numbers is read', async () => {
  const texts = [
    '3',
    '3.0',
    '-7',
    '+7',
    '4e+05',
    '1.5e1',
    '9007199254740993',
    '1.5',
    '2.4999',
    '1e999',
    '0x1F',
    '12a',
    '92233720368547758080',
  ]
  const {rows, findings} = await staged(
    texts.map((text, index) => `${String(index).padStart(2, '0')};2025-03-02T10:15;;;${text};;`),
    {columns: {places: 'paid', paid: {value: '0'}}},
  )
  expect(rows.map(({places}) => places)).toEqual([
    ...[3, 3, -7, 7, 400_000, 15, '9007199254740993'],
    ...[null, null, null, null, null, null],
  ])
  expect(findings).toEqual([
    {rule: 'type', column: 'places', count: 6, rows: [8, 9, 10, 11, 12], example: '1.5'},
  ])
})

test('a row without a value it must have is left out and named; a repeated key keeps the last', async () => {
  const {rows, findings} = await staged([
    '1;2025-03-02T10:15;;1;;;',
    ';2025-03-02T10:15;;2;;;',
    '2;not a date;;3;;;',
    '1;2025-03-02T10:15;;4;;;',
  ])
  expect(rows.map(({id, value}) => [id, value])).toEqual([['1', 4]])
  expect(findings).toEqual([
    {rule: 'type', column: 'taken_at', count: 1, rows: [3], example: 'not a date'},
    {rule: 'required', column: 'id', count: 1, rows: [2], example: null},
    {rule: 'required', column: 'taken_at', count: 1, rows: [3], example: 'not a date'},
    {rule: 'duplicate_key', column: 'id', count: 1, rows: [1], example: '1'},
  ])
})

test('a profile maps words whatever their case, fills constants, widens codes and knows its own nothing', async () => {
  const {rows} = await staged(['7;2025-03-02T10:15;;<Null>;;;ВІДСУТНІЙ', '12.0;2025-03-02T10:15;;1;;;Є'], {
    nulls: ['<Null>'],
    columns: {
      id: {from: 'id', width: 4},
      access: {from: 'access', map: {Відсутній: 'no', є: 'yes'}},
      paid: {value: '5.00'},
    },
  })
  expect(rows.map(({id, access, paid, value}) => [id, access, paid, value])).toEqual([
    ['0007', 'no', '5.00', null],
    ['0012', 'yes', '5.00', 1],
  ])
})

test('rows lie in the order in which they came, however many threads bring them', async () => {
  // Three groups of rows, of which two threads take one each.
  const rows = 300_000
  const lines = Array.from(
    {length: rows},
    (_, n) => `${n};2024-01-01 00:00;;;;;${n % 2 === 0 ? 'yes' : 'by key'}`,
  )
  // One key twice: then records are taken out again.
  const {city, mirror} = townOf([...lines, '7;2024-01-02 00:00;;;;;no'])
  const {row, warehouse} = await builtCity([city], mirror, {models: [staging(readings)]})
  const order = `select cast(id as integer) as n, lag(cast(id as integer)) over (order by rowid) as earlier from stg_readings`
  const breaks = await row<{n: number}>(
    `select count(*) as n from (${order}) where earlier > n and not (n = 7 or earlier = 7)`,
  )
  expect(breaks).toEqual({n: 0})
  await warehouse.close()
})
