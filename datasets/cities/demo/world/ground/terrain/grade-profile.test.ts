import {expect, test} from 'vitest'
import {Draw} from '../../../tools/numbers/draw.ts'
import {gradeProfile, type ProfilePoint} from './grade-profile.ts'

const hill = (index: number): ProfilePoint => {
  const metres = index * 8
  return {
    metres,
    height: metres < 800 ? 5 : metres < 860 ? 5 + (metres - 800) * 0.5 : 35,
    isBridge: false,
    isFixed: false,
  }
}
const climbs = (graded: Float64Array, from = 1) =>
  Array.from(graded.slice(from), (height, index) => Math.abs(height - graded[from + index - 1]!) / 8)

test('a bluff is climbed no steeper than allowed, half in a cutting and half on a bank', () => {
  const points = Array.from({length: 250}, (_, index) => hill(index))
  const graded = gradeProfile(points, 0.06)
  expect(Math.max(...climbs(graded))).toBeLessThanOrEqual(0.06 + 1e-9)
  const cut = points.map(({height}, index) => height - graded[index]!)
  expect(Math.max(...cut)).toBeCloseTo(-Math.min(...cut), 0)
  // What is level already stays.
  expect(graded[0]).toBe(5)
  expect(graded[249]).toBe(35)
})

test('heights that other lines have given are met', () => {
  const draw = new Draw(1, 'profile')
  for (let round = 0; round < 20; round++) {
    const fixed = 20 + draw.below(150)
    const points = Array.from({length: 250}, (_, index) => hill(index))
    points[fixed] = {...points[fixed]!, height: points[fixed]!.height + draw.between(-4, 4), isFixed: true}
    const graded = gradeProfile(points, 0.06)
    expect(graded[fixed]).toBeCloseTo(points[fixed]!.height, 9)
    expect(Math.max(...climbs(graded))).toBeLessThan(0.14)
  }
})

test('the ground under a bridge does not count', () => {
  const points = Array.from({length: 60}, (_, index): ProfilePoint => {
    const isBridge = index > 20 && index < 40
    return {metres: index * 8, height: isBridge ? -6 : 4, isBridge, isFixed: false}
  })
  for (const height of gradeProfile(points, 0.06)) expect(height).toBeCloseTo(4, 9)
})
