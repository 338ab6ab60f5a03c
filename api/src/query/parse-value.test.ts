import {DuckDBDateValue, type DuckDBDecimalValue, type DuckDBTimestampTZValue} from '@duckdb/node-api'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {column} from '../../test/columns.ts'
import {ApiError} from '../errors.ts'
import {parseValue} from './parse-value.ts'

const microseconds = (text: string) =>
  (parseValue(column('closed_at'), text).value as DuckDBTimestampTZValue).micros
const scaled = (text: string) => {
  const {value, scale} = parseValue(column('money_uah'), text).value as DuckDBDecimalValue
  return {value, scale}
}

test.each([
  ['2024-12-31', '2024-12-31T00:00:00.000Z'],
  ['2024-12-31T22:30', '2024-12-31T22:30:00.000Z'],
  ['2024-12-31 22:30:15', '2024-12-31T22:30:15.000Z'],
  ['2024-12-31T22:30:15.5Z', '2024-12-31T22:30:15.500Z'],
  ['2024-12-31T22:30:15+02:00', '2024-12-31T20:30:15.000Z'],
  ['2024-12-31T22:30:15 02:00', '2024-12-31T20:30:15.000Z'],
  ['2024-12-31T22:30:15-0330', '2025-01-01T02:00:15.000Z'],
  ['1969-12-31T23:59:59.25Z', '1969-12-31T23:59:59.250Z'],
])('the timestamp %s is %s', (text, iso) => {
  expect(microseconds(text)).toBe(BigInt(Date.parse(iso)) * 1000n)
})

test('microseconds of a timestamp are kept', () => {
  expect(microseconds('2024-12-31T22:30:15.000001Z') - microseconds('2024-12-31T22:30:15Z')).toBe(1n)
})

test('days are counted from 1970', () => {
  expect(parseValue(column('day'), '1970-01-02').value).toEqual(new DuckDBDateValue(1))
  expect(parseValue(column('day'), '2024-02-29').value).toEqual(new DuckDBDateValue(19782))
})

test('a decimal keeps every digit, and more fraction digits than the column has are not rounded away', () => {
  expect(scaled('1000000')).toEqual({value: 100000000n, scale: 2})
  expect(scaled('-0.05')).toEqual({value: -5n, scale: 2})
  expect(scaled('.5')).toEqual({value: 50n, scale: 2})
  expect(scaled('0.005')).toEqual({value: 5n, scale: 3})
  expect(scaled('1e6')).toEqual({value: 100000000n, scale: 2})
  expect(scaled('15E-1')).toEqual({value: 150n, scale: 2})
  expect(scaled('9999999999999999.99')).toEqual({value: 999999999999999999n, scale: 2})
})

test('the same decimal has one spelling', () => {
  expect(parseValue(column('money_uah'), '1.5').text).toBe(parseValue(column('money_uah'), '+1.50').text)
})

test('integers beyond 2^53 and beyond 2^63 stay exact', () => {
  expect(parseValue(column('year'), '9007199254740993').value).toBe(9007199254740993n)
  expect(parseValue(column('year'), '-170141183460469231731687303715884105').value).toBe(
    -170141183460469231731687303715884105n,
  )
})

test.each([
  ['year', '2024.5'],
  ['year', ''],
  ['year', '0x10'],
  ['year', '1'.repeat(39)],
  ['share', 'NaN'],
  ['share', 'Infinity'],
  ['share', '1,5'],
  ['share', '1e999'],
  ['money_uah', '1 000'],
  ['money_uah', '.'],
  ['money_uah', '1e99'],
  ['money_uah', '0.00000000000000000000001'],
  ['money_uah', '9'.repeat(39)],
  ['day', '2025-02-30'],
  ['day', '2025-2-3'],
  ['day', '03.02.2025'],
  ['closed_at', '2025-02-30T00:00:00Z'],
  ['closed_at', '2025-02-03T24:00:00Z'],
  ['closed_at', 'yesterday'],
  ['is_open', 'yes'],
  ['is_open', '1'],
])('%s does not take %j', (name, text) => {
  const parse = () => parseValue(column(name), text)
  expect(parse).toThrow(ApiError)
  expect(parse).toThrow(`the column "${name}" holds such values`)
})

test('texts are taken as they are', () => {
  fc.assert(fc.property(fc.string({unit: 'binary'}), text => parseValue(column('city'), text).value === text))
})

test('every whole number and every finite number is read back', () => {
  fc.assert(
    fc.property(
      fc.bigInt({min: -(2n ** 120n), max: 2n ** 120n}),
      value => parseValue(column('year'), String(value)).value === value,
    ),
  )
  fc.assert(
    fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), value =>
      Object.is(parseValue(column('share'), Object.is(value, -0) ? '-0' : String(value)).value, value),
    ),
  )
})

test('every moment that JavaScript writes is read back', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59Z'),
        noInvalidDate: true,
      }),
      date => microseconds(date.toISOString()) === BigInt(date.getTime()) * 1000n,
    ),
  )
})
