import {expect, test} from 'vitest'
import {Draw} from '../../tools/numbers/draw.ts'
import {apportion, runningTotals} from './apportion.ts'
import {decimalComma} from './decimal-comma.ts'

test('parts are together exactly the amount and within one of their share', () => {
  for (let index = 0; index < 500; index++) {
    const draw = new Draw('apportion', index)
    const amount = draw.below(2_000_000_000) * draw.below(20)
    const weights = Array.from({length: 1 + draw.below(40)}, () => draw.unit())
    const sum = weights.reduce((run, weight) => run + weight, 0)
    const parts = apportion(amount, weights)
    expect(parts.reduce((run, part) => run + part, 0)).toBe(amount)
    for (const [at, part] of parts.entries())
      expect(Math.abs(part - (amount * weights[at]!) / sum)).toBeLessThanOrEqual(1.001)
  }
})

test('running totals keep to the grain and fall where a weight is negative', () => {
  expect(runningTotals(10_000, [1, 1, 1, 1], 1000)).toEqual([3000, 5000, 8000, 10_000])
  expect(runningTotals(100, [3, -1, 2])).toEqual([75, 50, 100])
})

test('money is written with a comma', () => {
  expect([0, 5, -5, 100, -1_234_567, 106_295_371_812].map(decimalComma)).toEqual([
    '0,00',
    '0,05',
    '-0,05',
    '1,00',
    '-12345,67',
    '1062953718,12',
  ])
})
