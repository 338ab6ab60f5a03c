import {expect, test} from 'vitest'
import {meets, wordsOf} from './filters.ts'

test('ranges hold their ends, and an open end holds all', () => {
  const storeys = {column: 'levels', kind: 'range', from: 5, to: 9} as const
  expect([4, 5, 9, 10, null, '7', Number.NaN].map(value => meets(storeys, value))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(meets({...storeys, to: null}, 10)).toBe(true)
  expect(meets({...storeys, from: null}, -1)).toBe(true)
})

test('words, and truth values as words', () => {
  const type = {column: 'type', kind: 'values', values: ['metro', 'true']} as const
  expect(
    ['metro', 'basement', '', null, true].map(value => meets({...type, values: [...type.values]}, value)),
  ).toEqual([true, false, false, false, true])
})

test('words of a column with their counts, the most frequent first', () => {
  expect(wordsOf(['b', 'a', null, 'b', '', 'a', 'c', true])).toEqual([
    {value: 'a', count: 2},
    {value: 'b', count: 2},
    {value: 'c', count: 1},
    {value: 'true', count: 1},
  ])
})
