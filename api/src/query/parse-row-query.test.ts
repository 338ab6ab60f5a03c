import {expect, test} from 'vitest'
import {columns} from '../../test/columns.ts'
import {isWholeTable, normalise, parseRowQuery} from './parse-row-query.ts'

const read = (parameters: Parameters<typeof parseRowQuery>[1]) =>
  normalise(parseRowQuery(columns, parameters))
const where = (parameters: Parameters<typeof parseRowQuery>[1]) => JSON.parse(read(parameters))[1]

test('no parameters are the whole table', () => {
  expect(isWholeTable(parseRowQuery(columns, {}), columns)).toBe(true)
  expect(
    isWholeTable(parseRowQuery(columns, {select: [columns.map(column => column.name).join()]}), columns),
  ).toBe(true)
  expect(isWholeTable(parseRowQuery(columns, {limit: 5}), columns)).toBe(false)
  expect(isWholeTable(parseRowQuery(columns, {select: ['city']}), columns)).toBe(false)
})

test('columns are picked once each, in the order asked for', () => {
  expect(read({select: ['year, city', 'year'], order: ['-year', 'city desc,day asc'], limit: 0})).toBe(
    '[["year","city"],[],["-year","-city","day"],0]',
  )
})

test.each([
  [{city: 'kyiv'}, [['city', '=', 'kyiv', false]]],
  [{city: ['kyiv', 'odesa']}, [['city', 'in', 'kyiv', 'odesa', false]]],
  [{city: ['kyiv', 'null']}, [['city', 'in', 'kyiv', true]]],
  [{closed_at: 'null'}, [['closed_at', 'is null', false]]],
  [{'year>': '2024'}, [['year', '>=', '2024', false]]],
  [{'year<': '2024'}, [['year', '<=', '2024', false]]],
  [{'year!': '2024'}, [['year', '!=', '2024', false]]],
  [{'year>2024': ''}, [['year', '>', '2024', false]]],
  [{'closed_at is null': ''}, [['closed_at', 'is null', false]]],
  [{'year in (1,2)': ''}, [['year', 'in', '1', '2', false]]],
  [
    {where: ['year>=2024', 'city=kyiv'], day: '2024-01-01'},
    [
      ['year', '>=', '2024', false],
      ['city', '=', 'kyiv', false],
      ['day', '=', '2024-01-01', false],
    ],
  ],
])('%j', (parameters, expected) => {
  expect(where(parameters)).toEqual(expected)
})

test.each([
  [
    {town: 'kyiv'},
    '"town" is neither a column nor one of select, where, order, limit, as_of. Columns: city, year,',
  ],
  [{select: ['town']}, 'There is no column "town"'],
  [{select: ['']}, 'select has an empty name'],
  [{order: ['city,']}, 'order has an empty name'],
  [{order: ['city sideways']}, 'There is no column "city sideways"'],
  [{order: ['-']}, 'There is no column "-"'],
])('%j is refused', (parameters, message) => {
  expect(() => read(parameters)).toThrow(message)
})
