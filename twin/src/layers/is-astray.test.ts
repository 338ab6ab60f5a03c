import {expect, test} from 'vitest'
import {isAstray} from './is-astray.ts'

test('a degree too many is out of every city; the edge of the largest is not', () => {
  const kyiv = {lon: 30.52, lat: 50.45}
  expect(isAstray({lon: 30.52, lat: 51.45}, kyiv)).toBe(true)
  expect(isAstray({lon: 31.52, lat: 50.45}, kyiv)).toBe(true)
  expect(isAstray({lon: 0, lat: 0}, kyiv)).toBe(true)
  expect(isAstray({lon: 30.94, lat: 50.59}, kyiv)).toBe(false)
})
