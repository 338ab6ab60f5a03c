import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import {centroid} from './centroid.ts'
import {polygonArea} from './polygon-area.ts'

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const polygon = (...rings: number[][][]) => JSON.stringify({type: 'Polygon', coordinates: rings})

describe('area', () => {
  test('one degree at the equator and at 50° N is 1/360 of its zone, integrated numerically', () => {
    expect(polygonArea(polygon(box(0, 0, 1, 1)))).toBeCloseTo(zoneArea(0, 1) / 360, -3)
    expect(polygonArea(polygon(box(30, 50, 31, 51)))).toBeCloseTo(zoneArea(50, 51) / 360, -3)
  })

  test('the whole ellipsoid has 510,065,621.7 km²', () => {
    expect((polygonArea(polygon(box(-180, -90, 180, 90))) ?? 0) / 1e6).toBeCloseTo(510_065_621.7, 0)
  })

  test('a hole is taken out whichever way it turns, and parts add up', () => {
    const outer = box(30, 50, 30.02, 50.02)
    const hole = box(30.005, 50.005, 30.01, 50.01)
    const all = polygonArea(polygon(outer)) as number
    const inner = polygonArea(polygon(hole)) as number
    expect(polygonArea(polygon(outer, hole))).toBeCloseTo(all - inner, 3)
    expect(polygonArea(polygon(outer, [...hole].reverse()))).toBeCloseTo(all - inner, 3)
    const two = JSON.stringify({type: 'MultiPolygon', coordinates: [[outer], [box(31, 50, 31.02, 50.02)]]})
    expect(polygonArea(two)).toBeCloseTo(2 * all, 3)
  })

  test('what is no polygon has no area', () => {
    for (const text of [
      null,
      '',
      'not json',
      '{"type": "Point", "coordinates": [30, 50]}',
      'null',
      polygon(),
    ])
      expect(polygonArea(text)).toBeNull()
  })
})

describe('centroid', () => {
  test('of an L is the weighted mean of its two boxes', () => {
    const ell = [
      [30, 50],
      [30.003, 50],
      [30.003, 50.001],
      [30.001, 50.001],
      [30.001, 50.002],
      [30, 50.002],
      [30, 50],
    ]
    const [lon, lat] = centroid(polygon(ell)) as [number, number]
    // Boxes of 3 × 1 and 1 × 1 thousandths of a degree.
    expect(lon).toBeCloseTo(30 + (3 * 0.0015 + 1 * 0.0005) / 4, 7)
    expect(lat).toBeCloseTo(50 + (3 * 0.0005 + 1 * 0.0015) / 4, 7)
  })

  test('of a hole off centre moves away from it', () => {
    const [lon] = centroid(polygon(box(30, 50, 30.01, 50.01), box(30.006, 50.004, 30.009, 50.006))) as [
      number,
      number,
    ]
    expect(lon).toBeLessThan(30.005)
  })

  test('a shape without area has the mean of its corners', () => {
    const [lon, lat] = centroid(
      polygon([
        [30, 50],
        [30.1, 50],
        [30, 50],
      ]),
    ) as [number, number]
    expect(lon).toBeCloseTo(30 + 0.1 / 3, 9)
    expect(lat).toBeCloseTo(50, 9)
  })

  test('of a ring whose loops undo each other lies between its corners', () => {
    const eight = [
      [0, 0],
      [10, 0],
      [10, 10],
      [20, 10],
      [20, 5],
      [0, 5],
      [0, 0],
    ].map(([east, north]) => [30.5 + east! / 70_000, 50.4 + north! / 111_250])
    const [x, y] = centroid(polygon(eight)) as [number, number]
    expect(Math.abs(x - 30.5) + Math.abs(y - 50.4)).toBeLessThan(0.001)
  })

  test('lies within the box of any quadrilateral that does not cross itself, wherever on Earth', () => {
    const side = fc.double({min: 0.0001, max: 0.5, noNaN: true})
    fc.assert(
      fc.property(
        fc.integer({min: -179, max: 179}),
        fc.integer({min: -85, max: 84}),
        side,
        side,
        (lon, lat, w, h) => {
          const found = centroid(polygon(box(lon, lat, lon + w, lat + h))) as [number, number]
          expect(found[0]).toBeCloseTo(lon + w / 2, 6)
          expect(found[1]).toBeGreaterThan(lat)
          expect(found[1]).toBeLessThan(lat + h)
        },
      ),
    )
  })
})

const data = realData()

test.skipIf(!data)(
  'the ten districts of Kyiv have the area the city states, 835.6 km², within 2 %',
  async () => {
    const file = JSON.parse(await readFile(join(data as string, 'geo/kyiv_raions.geojson'), 'utf8')) as {
      features: {geometry: unknown; properties: Record<string, string>}[]
    }
    expect(file.features).toHaveLength(10)
    const areas = file.features.map(({geometry}) => polygonArea(JSON.stringify(geometry)) ?? 0)
    const total = areas.reduce((sum, area) => sum + area, 0) / 1e6
    expect(Math.abs(total / 835.6 - 1)).toBeLessThan(0.02)
  },
)

/** Square metres of the ellipsoid between two parallels, by Simpson's rule over the meridian: M·N·cos φ. */
function zoneArea(south: number, north: number): number {
  const [a, f] = [6_378_137, 1 / 298.257223563]
  const e2 = f * (2 - f)
  const strip = (phi: number) => (a * a * (1 - e2) * Math.cos(phi)) / (1 - e2 * Math.sin(phi) ** 2) ** 2
  const [from, to, steps] = [(south * Math.PI) / 180, (north * Math.PI) / 180, 200]
  let sum = strip(from) + strip(to)
  for (let i = 1; i < steps; i++) sum += (i % 2 ? 4 : 2) * strip(from + ((to - from) * i) / steps)
  return (2 * Math.PI * sum * (to - from)) / steps / 3
}
