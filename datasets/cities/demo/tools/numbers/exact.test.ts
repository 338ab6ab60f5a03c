import {expect, test} from 'vitest'
import {atan, cos, exp, ln, normalQuantile, power, powerOfTwo, sin} from './exact.ts'

const points = Array.from({length: 20_001}, (_, index) => (index - 10_000) / 33.7)

// The language's own functions are an independent implementation, right to a few last bits.
test.each([
  ['sin', sin, Math.sin],
  ['cos', cos, Math.cos],
  ['atan', atan, Math.atan],
] as const)('%s agrees with the language to 1e-15', (_, ours, theirs) => {
  for (const x of points) expect(Math.abs(ours(x) - theirs(x))).toBeLessThan(1e-15)
})

test('exp and ln agree with the language to 1e-15 of the value', () => {
  for (const x of points) {
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15)
    if (x > 0) expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(2e-15)
  }
  expect(Math.abs(power(2, 0.5) - Math.SQRT2)).toBeLessThan(1e-15)
  expect(exp(-1000)).toBe(0)
  expect(() => exp(701)).toThrow('exp(701) is out of range.')
  expect(() => ln(0)).toThrow('ln(0) is not defined.')
})

test('powers of two are exact', () => {
  expect([-3, 0, 1, 10].map(powerOfTwo)).toEqual([0.125, 1, 2, 1024])
})

// Abramowitz & Stegun, table 26.5.
test.each([
  [0.5, 0],
  [0.9, 1.28155157],
  [0.975, 1.95996398],
  [0.999, 3.09023231],
  [0.000001, -4.75342431],
])('the normal quantile of %d is %d', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 6)
})
