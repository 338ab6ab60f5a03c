import fc from 'fast-check'
import {expect, test} from 'vitest'
import {columns} from '../../test/columns.ts'
import {ApiError} from '../errors.ts'
import {parseRowQuery, type RowsParameters} from '../query/parse-row-query.ts'
import {countRows, selectRows} from './select-rows.ts'

const ordering = {defaultOrder: ['city', 'year'], tieBreak: ['city', 'year']}
const select = (parameters: RowsParameters) =>
  selectRows('budget', parseRowQuery(columns, parameters), ['"city"'], ordering)

test('the statement of a full query, and the values beside it', () => {
  const {sql, parameters} = select({
    where: ['money_uah>=1000000', 'city in (kyiv,odesa)', 'closed_at is null'],
    order: ['-money_uah'],
    limit: 10,
    is_open: 'true',
  })
  expect(sql).toBe(
    'select "city" from "budget" where "money_uah" >= $1 and "city" in ($2, $3) and "closed_at" is null ' +
      'and "is_open" = $4 order by "money_uah" desc nulls last, "city" nulls last, "year" nulls last limit $5',
  )
  expect(parameters.map(parameter => `${parameter.type} ${parameter.text}`)).toEqual([
    'DECIMAL(18,2) 100000000e-2',
    'VARCHAR kyiv',
    'VARCHAR odesa',
    'BOOLEAN true',
    'BIGINT 10',
  ])
})

test('rows come in the order of the grain unless told otherwise, or lying so already', () => {
  expect(select({}).sql).toBe('select "city" from "budget" order by "city" nulls last, "year" nulls last')
  expect(selectRows('budget', parseRowQuery(columns, {}), ['1'], {defaultOrder: [], tieBreak: []}).sql).toBe(
    'select 1 from "budget"',
  )
  expect(select({order: ['year']}).sql).toBe(
    'select "city" from "budget" order by "year" nulls last, "city" nulls last',
  )
})

test.each([
  ['city in (a,null)', '("city" in ($1) or "city" is null)'],
  ['city in (null)', '(false or "city" is null)'],
  ['city not in (a,b)', '"city" not in ($1, $2)'],
  ['city not in (a,null)', '("city" not in ($1) and "city" is not null)'],
  ['city not in (null)', '(true and "city" is not null)'],
])('%s is %s', (where, sql) => {
  expect(select({where: [where], order: []}).sql).toContain(`where ${sql} order by`)
})

test('counting asks for the same rows', () => {
  expect(countRows('budget', parseRowQuery(columns, {where: ['year>2020'], order: ['year']})).sql).toBe(
    'select count(*) from "budget" where "year" > $1',
  )
  expect(countRows('budget', parseRowQuery(columns, {limit: 5})).sql).toBe(
    'select least(count(*), $1) from "budget"',
  )
})

const name = '"[a-z_]+"'
const among = `(?:true|false|${name} (?:not )?in \\(\\$\\d+(?:, \\$\\d+)*\\))`
const missing = `${name} is (?:not )?null`
const condition = `(?:${name} (?:=|!=|<|<=|>|>=) \\$\\d+|${missing}|${among}|\\(${among} (?:or|and) ${missing}\\))`
const key = `${name}(?: desc)? nulls last`
const shape = new RegExp(
  `^select "city" from "budget"(?: where ${condition}(?: and ${condition})*)? order by ${key}(?:, ${key})*$`,
)

test('whatever is asked, the statement has no other shape than ours, and no text of the request', () => {
  const hostile = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.constantFrom(
      "'; drop table budget; --",
      '$1',
      '") or 1=1 --',
      "x' union select 1",
      '\\',
      '\0',
      'null',
      '/*',
      'city',
    ),
  )
  const operator = fc.constantFrom('=', '!=', '<', '>=', ' in (', ' not in (', ' is null', ' ')
  const columnName = fc.oneof(fc.constantFrom(...columns.map(column => column.name)), hostile)
  const asked = fc.tuple(columnName, operator, hostile).map(parts => parts.join(''))
  const quoted = hostile.map(text => `city='${text.replaceAll("'", "''")}'`)
  const parameters = fc.record(
    {
      where: fc.array(fc.oneof(asked, quoted), {maxLength: 4}),
      order: fc.array(columnName, {maxLength: 2}),
      city: hostile,
    },
    {requiredKeys: []},
  )
  let understood = 0
  fc.assert(
    fc.property(parameters, query => {
      try {
        expect(select(query).sql).toMatch(shape)
        understood++
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
      }
    }),
    {numRuns: 3000},
  )
  expect(understood).toBeGreaterThan(100)
})
