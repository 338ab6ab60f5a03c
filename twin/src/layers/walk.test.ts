import {expect, test} from 'vitest'
import {groundMetres} from './ground-metres.ts'
import {moveStand, type Stand} from './walk.ts'

const stand: Stand = {lon: 30.5, lat: 50.4, headingDegrees: 90, pitchDegrees: 0}

test('a step goes where one looks, and to the right of it', () => {
  const ahead = moveStand(stand, {move: 'pan', right: 0, forward: 1})
  expect(ahead.lat).toBeCloseTo(stand.lat, 9)
  expect(ahead.lon).toBeGreaterThan(stand.lon)
  expect(groundMetres(stand, ahead)).toBeCloseTo(6, 1)
  const right = moveStand(stand, {move: 'pan', right: 1, forward: 0})
  expect(right.lat).toBeLessThan(stand.lat)
  expect(right.lon).toBeCloseTo(stand.lon, 9)
})

test('the head turns all around and tilts no further than it can', () => {
  let head = stand
  for (let i = 0; i < 24; i++) head = moveStand(head, {move: 'turn', right: 1})
  expect(head.headingDegrees).toBe(90)
  for (let i = 0; i < 24; i++) head = moveStand(head, {move: 'tilt', up: 1})
  expect(head.pitchDegrees).toBe(60)
})
