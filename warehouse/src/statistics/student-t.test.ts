import {expect, test} from 'vitest'
import {studentQuantile, studentTails} from './student-t.ts'

// Percentage points of the t distribution: Abramowitz and Stegun, table 26.10, columns A = 0.90, 0.95 and 0.99.
const published: [degrees: number, ...points: number[]][] = [
  [1, 6.314, 12.706, 63.657],
  [2, 2.92, 4.303, 9.925],
  [3, 2.353, 3.182, 5.841],
  [4, 2.132, 2.776, 4.604],
  [5, 2.015, 2.571, 4.032],
  [10, 1.812, 2.228, 3.169],
  [21, 1.721, 2.08, 2.831],
  [30, 1.697, 2.042, 2.75],
  [120, 1.658, 1.98, 2.617],
]

test('quantiles are those of the published table', () => {
  for (const [degrees, ...points] of published)
    expect(
      [0.9, 0.95, 0.99].map(within => Math.round(studentQuantile(within, degrees) * 1000) / 1000),
    ).toEqual(points)
})

test('with one and two degrees of freedom the tails are those of the closed forms', () => {
  for (const t of [0, 0.3, 1, 2.5, 12.7]) {
    expect(studentTails(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 14)
    expect(studentTails(-t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 14)
  }
})

test('tails are the integral of the density, worked out by Simpson’s rule', () => {
  for (const degrees of [3, 4, 7, 18]) {
    const density = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2)
    const integral = (to: number) => {
      const steps = 4000
      const width = to / steps
      let sum = density(0) + density(to)
      for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * width)
      return (sum * width) / 3
    }
    const whole = integral(40) + tailBeyond(40, degrees)
    expect(studentTails(1.7, degrees)).toBeCloseTo(1 - integral(1.7) / whole, 6)
  }
})

/** The density's tail beyond a far x, by its leading power: x^−ν · ν^((ν+1)/2) / ν, less the next term. */
function tailBeyond(x: number, degrees: number): number {
  const power = degrees ** ((degrees + 1) / 2)
  const next = ((degrees + 1) * degrees) / 2 / (degrees + 2)
  return power * (x ** -degrees / degrees - next * x ** -(degrees + 2))
}

test('degrees of freedom that are none are refused', () => {
  expect(() => studentTails(1, 0)).toThrow('Degrees of freedom are whole and at least 1, not 0.')
})
