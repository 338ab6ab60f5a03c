import {expect, test} from 'vitest'
import {dirtOf, noneOf} from './dirt-of.ts'
import {rowFaults} from './row-faults.ts'

const faults = {
  comma: {uk: 'кома замість крапки', en: 'a comma instead of a point'},
  twice: {uk: 'рядок двічі', en: 'a row twice'},
}

test('faults are told in the order of their table, those that never came with nought', () => {
  const counts = noneOf(faults)
  counts.twice += 3
  expect(dirtOf('a-*.csv', faults, counts)).toEqual([
    {file: 'a-*.csv', fault: faults.comma, count: 0},
    {file: 'a-*.csv', fault: faults.twice, count: 3},
  ])
})

test('a row has a fault as often as is said, and each without regard to the others', () => {
  const rows = Array.from({length: 20_000}, (_, index) => {
    const {found, has} = rowFaults<keyof typeof faults>(1, 'test row', `row ${index}`)
    has('comma', 0.2)
    has('twice', 0.5)
    return found
  })
  const share = (...wanted: string[]) =>
    rows.filter(found => wanted.every(fault => found.some(one => one === fault))).length / rows.length
  expect(Math.abs(share('comma') - 0.2)).toBeLessThan(0.01)
  expect(Math.abs(share('twice') - 0.5)).toBeLessThan(0.01)
  expect(Math.abs(share('comma', 'twice') - 0.1)).toBeLessThan(0.01)
})

test('a fault that is not possible is not there, and one that is there is noted', () => {
  const {found, has} = rowFaults<keyof typeof faults>(1, 'test row', 'row')
  expect([has('comma', 1, false), has('comma', 1), has('twice', 0)]).toEqual([false, true, false])
  expect(found).toEqual(['comma'])
})

test('the same row of the same table has the same faults wherever it is asked', () => {
  const of = (seed: number, table: string, key: string) =>
    Array.from({length: 40}, (_, index) =>
      rowFaults<'comma'>(seed, table, `${key} ${index}`).has('comma', 0.5),
    )
  expect(of(1, 'test row', 'a')).toEqual(of(1, 'test row', 'a'))
  for (const other of [of(2, 'test row', 'a'), of(1, 'other row', 'a'), of(1, 'test row', 'b')])
    expect(other).not.toEqual(of(1, 'test row', 'a'))
})
