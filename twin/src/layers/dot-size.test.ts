import {expect, test} from 'vitest'
import {dotSize} from './dot-size.ts'

test('crowds of plain dots show how dense they are; dots whose colours are read stay opaque and have a rim', () => {
  expect(dotSize(5000).opacity).toBeLessThan(0.6)
  const coloured = dotSize(5000, true)
  expect(coloured.opacity).toBeGreaterThan(0.8)
  expect(coloured.rimPixels).toBeGreaterThan(0)
  expect(dotSize(100, true)).toEqual(dotSize(100))
})
