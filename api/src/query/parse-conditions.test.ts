import fc from 'fast-check'
import {expect, test} from 'vitest'
import {columns} from '../../test/columns.ts'
import {ApiError} from '../errors.ts'
import {parseConditions} from './parse-conditions.ts'

/** Conditions as texts: column, operator, values. */
const read = (text: string) =>
  parseConditions(text, columns).map(({column, operator, values, hasNull}) =>
    [column.name, operator, ...values.map(value => value.text), ...(hasNull ? ['(null)'] : [])].join(' '),
  )

const codeOf = (text: string): string => {
  try {
    read(text)
    return 'none'
  } catch (error) {
    return error instanceof ApiError ? error.code : String(error)
  }
}

test.each([
  ['city=kyiv', ['city = kyiv']],
  ['  city  =  kyiv  ', ['city = kyiv']],
  ['year>=2024', ['year >= 2024']],
  ['year <= 2024', ['year <= 2024']],
  ['year<2024', ['year < 2024']],
  ['year>2024', ['year > 2024']],
  ['year!=2024', ['year != 2024']],
  ['year<>2024', ['year != 2024']],
  ['city in (kyiv,odesa)', ['city in kyiv odesa']],
  ['city IN( kyiv , odesa )', ['city in kyiv odesa']],
  ['city not in (kyiv)', ['city not in kyiv']],
  ['year in (2024, 2025)', ['year in 2024 2025']],
  ['city in (kyiv,null)', ['city in kyiv (null)']],
  ["city in ('a,b','null',\")\")", ['city in a,b null )']],
  ['closed_at is null', ['closed_at is null']],
  ['closed_at IS NOT NULL', ['closed_at is not null']],
  ['closed_at=null', ['closed_at is null']],
  ['closed_at = NULL', ['closed_at is null']],
  ['closed_at!=null', ['closed_at is not null']],
  ['outline is null', ['outline is null']],
  ["city='null'", ['city = null']],
  ["city=''", ['city = ']],
  ['city=', ['city = ']],
  ["city='O''Neill'", ["city = O'Neill"]],
  ['city="O\'Neill"', ["city = O'Neill"]],
  ['city="say ""hi"""', ['city = say "hi"']],
  ['city=Яма на дорозі', ['city = Яма на дорозі']],
  ['city=Trees and shrubs', ['city = Trees and shrubs']],
  ['city=a=b', ['city = a=b']],
  ['city=kyiv and year>=2024', ['city = kyiv', 'year >= 2024']],
  [
    "city = 'kyiv' AND closed_at is null and year in (1,2)",
    ['city = kyiv', 'closed_at is null', 'year in 1 2'],
  ],
  ["city='a and year=1' and year=2", ['city = a and year=1', 'year = 2']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['', 'INVALID_CONDITION'],
  ['=kyiv', 'INVALID_CONDITION'],
  ['town=kyiv', 'UNKNOWN_COLUMN'],
  ['city=kyiv and town=1', 'UNKNOWN_COLUMN'],
  ['City=kyiv', 'UNKNOWN_COLUMN'],
  ['city', 'UNKNOWN_OPERATOR'],
  ['city like kyiv', 'UNKNOWN_OPERATOR'],
  ['city~kyiv', 'UNKNOWN_OPERATOR'],
  ['closed_at is 5', 'UNKNOWN_OPERATOR'],
  ['outline=x', 'UNKNOWN_OPERATOR'],
  ['extra<1', 'UNKNOWN_OPERATOR'],
  ['city in kyiv', 'INVALID_CONDITION'],
  ['city in (kyiv', 'INVALID_CONDITION'],
  ['city in ()', 'INVALID_CONDITION'],
  ['city in (a,)', 'INVALID_CONDITION'],
  ["city='kyiv", 'INVALID_CONDITION'],
  ["city='kyiv' or city='odesa'", 'INVALID_CONDITION'],
  ['city=kyiv or city=odesa', 'INVALID_CONDITION'],
  ["city='kyiv'; drop table x", 'INVALID_CONDITION'],
  ['year=2024 or 1', 'INVALID_VALUE'],
  ['year=abc', 'INVALID_VALUE'],
  ['year>null', 'INVALID_VALUE'],
  ['year in (2024,x)', 'INVALID_VALUE'],
])('%s is refused with %s', (text, code) => {
  expect(codeOf(text)).toBe(code)
})

test('a refusal names what there is', () => {
  expect(() => read('town=kyiv')).toThrow('There is no column "town". Columns: city, year, share, money_uah,')
  expect(() => read('city like x')).toThrow('After the column "city" comes "like". Operators: =, !=, <,')
})

test('any text, quoted, comes back as the value alone', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      const [condition, ...others] = parseConditions(`city='${text.replaceAll("'", "''")}'`, columns)
      expect(others).toEqual([])
      expect(condition?.values.map(value => value.value)).toEqual([text])
    }),
  )
})

test('any text at all is a condition or a refusal, and soon', () => {
  const piece = fc.constantFrom(
    'city',
    'year',
    '=',
    '!=',
    '>=',
    ' in ',
    '(',
    ')',
    "'",
    '"',
    ',',
    ' and ',
    ' or ',
    'null',
    ' is ',
    ' not ',
    ';',
    '--',
    '5',
  )
  const text = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.array(piece, {maxLength: 30}).map(pieces => pieces.join('')),
  )
  fc.assert(
    fc.property(text, condition => {
      const code = codeOf(condition)
      expect(['none', 'UNKNOWN_COLUMN', 'UNKNOWN_OPERATOR', 'INVALID_CONDITION', 'INVALID_VALUE']).toContain(
        code,
      )
    }),
    {numRuns: 2000},
  )
})

test.each([
  `city=${' '.repeat(16_000)}x`,
  `city=${' and '.repeat(4000)}`,
  `city=${'and a'.repeat(4000)}`,
  `city='${"'".repeat(16_001)}`,
])('a long condition takes no long time', text => {
  const start = performance.now()
  codeOf(text)
  expect(performance.now() - start).toBeLessThan(500)
})
