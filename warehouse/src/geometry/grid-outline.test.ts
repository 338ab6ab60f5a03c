import {expect, test} from 'vitest'
import {gridOutline} from './grid-outline.ts'
import {polygonArea} from './polygon-area.ts'

test('a block in metres lies where its corners do, turns left, and is as large as it is', () => {
  const text = gridOutline(364_900, 5_089_600, 256, 256, 'EPSG:32636')
  const [ring] = (JSON.parse(text) as {coordinates: [number, number][][]}).coordinates as [[number, number][]]
  expect(ring).toHaveLength(5)
  expect(ring[4]).toEqual(ring[0])
  // The same corner by PROJ 9.7, EPSG:32636 to EPSG:4326.
  expect(ring[0]![0]).toBeCloseTo(31.2569156, 6)
  expect(ring[0]![1]).toBeCloseTo(45.9466757, 6)
  const doubled = ring
    .slice(0, 4)
    .reduce((sum, [x, y], index) => sum + x * ring[index + 1]![1] - ring[index + 1]![0] * y, 0)
  expect(doubled).toBeGreaterThan(0)
  // UTM shortens by 0.9996 at its meridian and by less 135 km from it: 0.99982 here.
  expect(polygonArea(text)!).toBeCloseTo((256 * 256) / 0.99982 ** 2, -2)
})

test('a block in degrees stays in degrees', () => {
  expect(gridOutline(31, 46, 0.5, 0.25, 'EPSG:4326')).toBe(
    '{"type":"Polygon","coordinates":[[[31,46],[31,45.75],[31.5,45.75],[31.5,46],[31,46]]]}',
  )
})

test('an unknown system is named', () => {
  expect(() => gridOutline(0, 0, 1, 1, 'EPSG:2180')).toThrow('"EPSG:2180" is not known')
})
