import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cityArea} from './city-area.ts'

const polygon = (...rings: [number, number][][]) => JSON.stringify({type: 'Polygon', coordinates: rings})
const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

/** Metres on a sphere by the haversine formula. */
function distance([lon1, lat1]: [number, number], [lon2, lat2]: [number, number]): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 2 * 6_371_009 * Math.asin(Math.sqrt(h))
}

test('a place lies in a district, in the margin around it, or outside; a hole is outside', () => {
  const area = cityArea(
    [polygon(square(30, 50, 0.1), square(30.04, 50.04, 0.02)), polygon(square(30.1, 50, 0.1))],
    500,
  )!
  expect(area.contains(30.01, 50.01)).toBe(true)
  // On the border of both districts.
  expect(area.contains(30.1, 50.05)).toBe(true)
  expect(area.contains(30.19, 50.09)).toBe(true)
  // The middle of the hole is 715 m from its nearest edge.
  expect(area.contains(30.05, 50.05)).toBe(false)
  // A degree of latitude is 111.2 km: 0.004 are 445 m, 0.005 are 556 m.
  expect([area.contains(30.05, 49.996), area.contains(30.05, 49.995)]).toEqual([true, false])
  // A degree of longitude is 71.4 km here: 0.006 are 429 m, 0.008 are 571 m.
  expect([area.contains(29.994, 50.05), area.contains(29.992, 50.05)]).toEqual([true, false])
  expect(area.contains(50.05, 30.01)).toBe(false)
  expect(area.contains(0, 0)).toBe(false)
})

test('a district that is there twice is there', () => {
  const area = cityArea([polygon(square(30, 50, 0.1)), polygon(square(30, 50, 0.1))], 100)!
  // 0.0008 degrees of latitude are 89 m, 0.001 are 111 m.
  expect([50.0005, 49.9992, 49.999].map(lat => area.contains(30.05, lat))).toEqual([true, true, false])
})

test('there is no area without a polygon', () => {
  expect(cityArea([], 500)).toBe(null)
  expect(cityArea([null, 'no json', '{"type":"Point","coordinates":[1,2]}'], 500)).toBe(null)
})

/** A star around a middle: its radius at any angle is known, so whether a point is inside needs no geometry of ours. */
const star = fc.record({
  lon: fc.double({min: -170, max: 170, noNaN: true}),
  lat: fc.double({min: -60, max: 60, noNaN: true}),
  radii: fc.array(fc.double({min: 0.02, max: 0.1, noNaN: true}), {minLength: 5, maxLength: 40}),
})

test('inside a star is what lies between its middle and its edges, by the angle alone', () => {
  fc.assert(
    fc.property(
      star,
      fc.array(
        fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1.5, noNaN: true})),
        {minLength: 20, maxLength: 20},
      ),
      ({lon, lat, radii}, points) => {
        const n = radii.length
        const at = (turn: number, radius: number): [number, number] => [
          lon + radius * Math.cos(2 * Math.PI * turn),
          lat + radius * Math.sin(2 * Math.PI * turn),
        ]
        const corners = radii.map((radius, index) => at(index / n, radius))
        const area = cityArea([polygon([...corners, corners[0]!])], 0)!
        for (const [turn, share] of points) {
          // The edge at this angle: where the ray crosses the chord between two corners.
          const step = Math.min(n - 1, Math.floor(turn * n))
          const [a, b] = [radii[step]!, radii[(step + 1) % n]!]
          const [alpha, beta] = [2 * Math.PI * (turn - step / n), (2 * Math.PI) / n]
          const edge = (a * b * Math.sin(beta)) / (a * Math.sin(alpha) + b * Math.sin(beta - alpha))
          if (Math.abs(share - 1) < 1e-6) continue
          expect(area.contains(...at(turn, edge * share))).toBe(share < 1)
        }
      },
    ),
    {seed: 4, numRuns: 200},
  )
})

test('the margin is that of the sphere, to some parts in a thousand', () => {
  fc.assert(
    fc.property(
      fc.double({min: -60, max: 60, noNaN: true}),
      fc.double({min: -0.02, max: 0.02, noNaN: true}),
      fc.double({min: -0.02, max: 0.02, noNaN: true}),
      (lat, dx, dy) => {
        const corner: [number, number] = [30, lat]
        const place: [number, number] = [30 + Math.abs(dx), lat + Math.abs(dy)]
        // South-west of the place lies a square whose corner is the nearest of it.
        const area = cityArea([polygon(square(30 - 0.01, lat - 0.01, 0.01))], 1000)!
        const metres = distance(corner, place)
        if (Math.abs(metres - 1000) > 5) expect(area.contains(...place)).toBe(metres < 1000)
      },
    ),
    {seed: 4, numRuns: 500},
  )
})
