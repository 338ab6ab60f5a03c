import {expect, test} from 'vitest'
import {defineCity} from './define-city.ts'
import {egm96, geoidFault} from './geoid.ts'
import {loadCities} from './load.ts'

const city = {
  id: 'lviv',
  name: {uk: 'Львів', en: 'Lviv'},
  nameOf: {uk: 'Львова', en: 'Lviv'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [23.9, 49.77, 24.13, 49.91] as [number, number, number, number],
  feeds: [],
}
const grid = (west: number, metres: number[][]) => egm96({west, south: 49.75, metres})

test('a grid covers its city, is a rectangle and holds numbers', () => {
  const rows = [
    [31.21, 31.1, 31.26],
    [31.16, 31.03, 31.16],
  ]
  expect(geoidFault(grid(23.75, rows), city.bbox)).toBeNull()
  expect(geoidFault(grid(24, rows), city.bbox)).toMatch(
    /from 24 49\.75 to 24\.5 50 and does not cover the city/,
  )
  expect(geoidFault(grid(23.75, [[31.21, 31.1, 31.26]]), city.bbox)).toMatch(/two rows/)
  expect(
    geoidFault(
      grid(23.75, [
        [31.21, 31.1],
        [31.16, 31.03, 31.16],
      ]),
      city.bbox,
    ),
  ).toMatch(/one length/)
  expect(geoidFault(grid(23.75, [[31.21, Number.NaN, 31.26], rows[1]!]), city.bbox)).toMatch(/no number/)
  expect(() => defineCity({...city, geoid: grid(24, rows)})).toThrow(/lviv: its geoid cannot be used/)
})

test('every city says how far off its heights may be, and after whom', async () => {
  for (const {id, geoid} of (await loadCities()).values()) {
    expect(geoid.errorMetres, id).not.toBeNull()
    expect(geoid.source, id).toBeTruthy()
  }
})
