import {expect, test} from 'vitest'
import {Draw} from '../../tools/numbers/draw.ts'
import {Places} from './places.ts'
import {smallTown} from './town.fixture.ts'

const places = new Places(smallTown(), 1)

test('places are chosen as often as people live there', () => {
  const draw = new Draw(1, 'places')
  const counts = new Map<number, number>()
  const rounds = 60_000
  for (let round = 0; round < rounds; round++) {
    const {building} = places.choose('homes', draw)!
    counts.set(building.district, (counts.get(building.district) ?? 0) + 1)
  }
  for (const [district, count] of counts)
    expect(Math.abs(count / rounds - places.share('homes', district))).toBeLessThan(0.01)
  expect([0, 1, 2, 3, 4].reduce((sum, district) => sum + places.share('homes', district), 0)).toBeCloseTo(
    1,
    12,
  )
})

test('a district may be asked for, and lifts are where houses are tall', () => {
  const draw = new Draw(2, 'places')
  for (let round = 0; round < 500; round++) {
    expect(places.choose('heated', draw, 2)!.building.district).toBe(2)
    expect(places.choose('lifts', draw)!.building.storeys).toBeGreaterThan(7)
  }
  expect(places.choose('lifts', draw, 4)).toBeUndefined()
})

test('neighbours live on the same street, in the same district, a few doors away', () => {
  const draw = new Draw(3, 'places')
  for (let round = 0; round < 500; round++) {
    const place = places.choose('homes', draw)!
    const near = places.neighbour(place, 'homes', 4, draw)
    expect(near.building.street).toBe(place.building.street)
    expect(near.building.district).toBe(place.building.district)
    expect(near.residents).toBeGreaterThan(0)
    expect(Math.abs(near.building.centre[0] - place.building.centre[0])).toBeLessThanOrEqual(12 * 60)
  }
})

test('one house calls more than another like it, and does so for ever', () => {
  const draw = new Draw(4, 'places')
  const counts = new Map<number, number>()
  for (let round = 0; round < 120_000; round++) {
    const {index, building} = places.choose('homes', draw)!
    if (building.kind === 'slab9') counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  const logs = [...counts.values()].map(Math.log)
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length
  const spread = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1))
  expect(spread).toBeGreaterThan(0.2)
  expect(spread).toBeLessThan(0.42)
})
