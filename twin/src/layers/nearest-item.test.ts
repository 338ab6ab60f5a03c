import {expect, test} from 'vitest'
import {nearestItem} from './nearest-item.ts'

test('the nearest over the ground: a degree of longitude is shorter than one of latitude', () => {
  const [north, east] = [
    {key: 'north', lon: 30, lat: 50.001},
    {key: 'east', lon: 30.0012, lat: 50},
  ]
  expect(nearestItem([north, east], {lon: 30, lat: 50}).key).toBe('east')
  expect(nearestItem([north], {lon: 0, lat: 0}).key).toBe('north')
})
