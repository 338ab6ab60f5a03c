import fc from 'fast-check'
import {expect, test} from 'vitest'
import {earthCentred} from '../earth-centred.ts'
import {groundMetres} from './ground-metres.ts'
import {inView, type Plane} from './in-view.ts'
import type {Item} from './layer.ts'

const item = (key: string, lon: number, lat: number): Item => ({
  layer: 'a',
  key,
  name: '',
  lon,
  lat,
  facts: [],
})

/** Plane through the Earth's axis along a meridian: positive to the east of it. */
const eastOf = (lon: number): Plane => {
  const radians = (lon * Math.PI) / 180
  return [-Math.sin(radians), Math.cos(radians), 0, 0]
}
const westOf = (lon: number): Plane => eastOf(lon).map(part => -part) as Plane

test('what lies between the planes is in view, the nearest first', () => {
  const all = [
    item('far', 30.51, 50.4),
    item('near', 30.501, 50.4),
    item('out', 30.53, 50.4),
    item('behind', 30.48, 50.4),
  ]
  const seen = inView(all, {lon: 30.5, lat: 50.4, groundMetres: 0, planes: [eastOf(30.49), westOf(30.52)]})
  expect(seen.map(({item: {key}}) => key)).toEqual(['near', 'far'])
  expect(seen[0]!.metres).toBeCloseTo(71, 0)
})

test('a house whose middle is just outside still counts', () => {
  const planes = [eastOf(30.5)]
  const five = 5 / (111_320 * Math.cos((50.4 * Math.PI) / 180))
  expect(
    inView([item('wall', 30.5 - five, 50.4)], {lon: 30.5, lat: 50.4, groundMetres: 0, planes}),
  ).toHaveLength(1)
  expect(
    inView([item('away', 30.5 - 5 * five, 50.4)], {lon: 30.5, lat: 50.4, groundMetres: 0, planes}),
  ).toHaveLength(0)
})

test('without planes all is in view; equal distances keep the order of keys', () => {
  const all = [item('b', 30.5, 50.401), item('a', 30.5, 50.401), item('c', 30.5, 50.4)]
  const seen = inView(all, {lon: 30.5, lat: 50.4, groundMetres: 0, planes: []})
  expect(seen.map(({item: {key}}) => key)).toEqual(['c', 'a', 'b'])
})

test('distances over the ground: a degree of latitude, and agreement with the chord for any near places', () => {
  expect(groundMetres({lon: 30, lat: 50}, {lon: 30, lat: 51})).toBeCloseTo(111_195, 0)
  const step = fc.double({min: -0.05, max: 0.05, noNaN: true})
  fc.assert(
    fc.property(
      fc.integer({min: -179, max: 179}),
      fc.integer({min: -70, max: 70}),
      step,
      step,
      (lon, lat, dLon, dLat) => {
        const [a, b] = [earthCentred([lon, lat, 0]), earthCentred([lon + dLon, lat + dLat, 0])]
        const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
        const arc = groundMetres({lon, lat}, {lon: lon + dLon, lat: lat + dLat})
        expect(Math.abs(arc - chord)).toBeLessThanOrEqual(0.01 * chord + 0.01)
      },
    ),
  )
})
