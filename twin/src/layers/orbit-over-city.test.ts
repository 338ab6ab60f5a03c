import {expect, test} from 'vitest'
import {orbitOverCity} from './orbit-over-city.ts'

// Six kilometres of houses; a sea at 20 m over the ellipsoid south of 50.38, hills to the north.
const houses = Array.from({length: 900}, (_, i) => ({
  lon: 30.46 + (i % 30) * 0.003,
  lat: 50.38 + Math.floor(i / 30) * 0.002,
}))
const shore = (_: number, lat: number) => (lat < 50.39 ? 20 : 25 + (lat - 50.39) * 1000)

test('a city by the sea is looked at across the water, from the side, so that most of its houses fit', () => {
  const orbit = orbitOverCity(houses, shore, 1.3)!
  expect(Math.min(orbit.headingDegrees, 360 - orbit.headingDegrees)).toBeLessThan(25)
  expect(orbit.pitchDegrees).toBeGreaterThan(-30)
  expect(orbit.lon).toBeCloseTo(30.505, 2)
  expect(orbit.heightMetres).toBeCloseTo(shore(0, orbit.lat), 6)
  const north = orbitOverCity(houses, (_, lat) => (lat > 50.43 ? 20 : 30 + (50.43 - lat) * 500), 1.3)!
  expect(Math.abs(north.headingDegrees - 168)).toBeLessThan(20)
})

test('a narrow canvas looks from farther; on land that is all alike one looks to the north', () => {
  const [wide, narrow] = [1.3, 0.5].map(aspect => orbitOverCity(houses, shore, aspect)!)
  expect(narrow!.rangeMetres).toBeGreaterThan(wide!.rangeMetres * 1.3)
  expect(orbitOverCity(houses, () => 40, 1)!.headingDegrees).toBe(348)
})

test('a quarter, or a handful of houses, is no city', () => {
  expect(orbitOverCity(houses.slice(0, 100), shore, 1)).toBeNull()
  expect(
    orbitOverCity(
      houses.map(({lon}) => ({lon: 30 + (lon - 30) / 100, lat: 50})),
      shore,
      1,
    ),
  ).toBeNull()
})
