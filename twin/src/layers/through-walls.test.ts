import {expect, test} from 'vitest'
import {throughWalls} from './through-walls.ts'

test('from the air nothing hides a dot; on foot the house across the street keeps its own, the next street none', () => {
  expect(throughWalls('dots', false)).toBeGreaterThan(1e6)
  expect(throughWalls('names', false)).toBeGreaterThan(1e6)
  expect(throughWalls('dots', true)).toBeGreaterThan(30)
  expect(throughWalls('dots', true)).toBeLessThan(100)
  expect(throughWalls('names', true)).toBe(0)
})
