import {expect, test} from 'vitest'
import {Draw} from '../../tools/numbers/draw.ts'
import {parseDay, weekdayOf} from '../../tools/time/days.ts'
import {drawAudience, growSignatures} from './signature-growth.ts'

const rule = {from: 0, scope: 'city', signatures: 600, collectionDays: 60} as const
const opened = parseDay('2025-03-03')

test('audiences have the tail of a Lomax distribution with exponent 1.05', () => {
  const drawn = Array.from({length: 40_000}, (_, index) => drawAudience(new Draw('audience', index), 1))
  for (const least of [10, 100, 1000]) {
    const share = drawn.filter(audience => audience > least).length / drawn.length
    expect(share / (1 + (least - 1) / 34) ** -1.05).toBeCloseTo(1, 0.9)
  }
})

test('the first days are the fastest, weekends are slow, counts never fall', () => {
  let [first, middle, weekend, weekday] = [0, 0, 0, 0]
  for (let index = 0; index < 400; index++) {
    const counts = growSignatures(new Draw('growth', index), 400, rule, opened, opened + 500)
    expect(counts).toHaveLength(60)
    counts.forEach((count, age) => {
      const came = count - (counts[age - 1] ?? 0)
      expect(came).toBeGreaterThanOrEqual(0)
      if (age > 0 && age < 7) first += came
      if (age >= 28 && age < 34) middle += came
      // Four weeks from the fourth on, where the curve is almost level.
      if (age < 21 || age >= 49) return
      if (weekdayOf(opened + age) > 4) weekend += came
      else weekday += came
    })
  }
  expect(first / middle).toBeGreaterThan(3)
  // Shares of 0.62 and 0.7 against a mean of 1.066 on weekdays.
  expect(weekend / 2 / (weekday / 5)).toBeCloseTo(0.62, 1)
})

test('collecting that goes on has as many days as have passed', () => {
  expect(growSignatures(new Draw('growth', 1), 50, rule, opened, opened + 9)).toHaveLength(10)
})
