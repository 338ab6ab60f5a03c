import {cellArea, cellToBoundary, getPentagons, getRes0Cells, latLngToCell, UNITS} from 'h3-js'
import {expect, test} from 'vitest'
import {cellShape} from './cell-shape.ts'
import {h3Shape} from './h3-shape.ts'

type Ring = [number, number][]
const ringsOf = (cell: string): Ring[] => {
  const {type, coordinates} = JSON.parse(h3Shape(cell)!)
  return type === 'Polygon' ? coordinates : coordinates.flat()
}

/** Square radians on the unit sphere of a ring of great circles, by the corners' angles (Girard). */
function sphericalArea(ring: Ring): number {
  const vectors = ring.slice(0, -1).map(([lon, lat]) => {
    const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180]
    return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)] as const
  })
  let area = 0
  const [o] = vectors
  for (let i = 1; i < vectors.length - 1; i++) {
    const [p, q] = [vectors[i]!, vectors[i + 1]!]
    const dot = (x: readonly number[], y: readonly number[]) => x[0]! * y[0]! + x[1]! * y[1]! + x[2]! * y[2]!
    const cross = [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]]
    area += 2 * Math.atan2(dot(o!, cross), 1 + dot(o!, p) + dot(p, q) + dot(o!, q))
  }
  return area
}

test('the cell of H3’s own documentation: longitude first, counter-clockwise, closed', () => {
  // h3geo.org, "cellToBoundary" of 8928308280fffff.
  expect(JSON.parse(h3Shape('8928308280fffff')!)).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [-122.4171997, 37.7751978],
        [-122.4161284, 37.7768804],
        [-122.417388, 37.778385],
        [-122.419719, 37.7782069],
        [-122.4207902, 37.7765242],
        [-122.4195306, 37.7750197],
        [-122.4171997, 37.7751978],
      ],
    ],
  })
})

// What h3's C library says a cell measures holds order, direction and corners at once.
test.each([
  ['a city', latLngToCell(45.9, 31.3, 8)],
  ['the southern hemisphere', latLngToCell(-33.9, 151.2, 7)],
  ['across the antimeridian', latLngToCell(0.2, 180, 5)],
  ['across it near a corner', latLngToCell(-16.8, -179.999, 9)],
  ['a pentagon', getPentagons(4)[3]!],
  ['a pentagon with the corners that its distortion adds', getPentagons(5)[7]!],
])('%s: as large as h3 says, within its meridians', (_, cell) => {
  const rings = ringsOf(cell)
  const area = rings.reduce((sum, ring) => sum + sphericalArea(ring), 0)
  expect(Math.abs(area / cellArea(cell, UNITS.rads2) - 1)).toBeLessThan(2e-4)
  for (const ring of rings) {
    expect(ring.at(-1)).toEqual(ring[0])
    expect(ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)).toBe(true)
  }
})

test('pentagons have five corners or, where the grid is turned, ten', () => {
  expect(ringsOf(getPentagons(4)[0]!)[0]).toHaveLength(6)
  expect(ringsOf(getPentagons(5)[0]!)[0]).toHaveLength(11)
})

test('a cell across the antimeridian is two, on either side of it', () => {
  const rings = ringsOf(latLngToCell(0.2, 180, 5))
  expect(rings).toHaveLength(2)
  expect(rings.map(ring => Math.sign(ring[0]![0])).sort()).toEqual([-1, 1])
  for (const ring of rings) expect(ring.some(([lon]) => Math.abs(lon) === 180)).toBe(true)
})

test.each([90, -90])('the cell around a pole reaches it and goes all around: %i°', pole => {
  const ring = ringsOf(latLngToCell(pole, 0, 3)).flat()
  expect(ring.some(([, lat]) => lat === pole)).toBe(true)
  const lons = ring.map(([lon]) => lon)
  expect([Math.min(...lons), Math.max(...lons)]).toEqual([-180, 180])
})

test('all cells of the coarsest grid cover the square of degrees once', () => {
  // 360° by 180°. Sides are great circles; taken as straight lines in degrees they still meet their neighbours'.
  let area = 0
  for (const cell of getRes0Cells())
    for (const ring of ringsOf(cell))
      for (let i = 1; i < ring.length; i++)
        area += (ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1]) / 2
  expect(area).toBeCloseTo(360 * 180, 3)
})

test('what is no cell has no shape', () => {
  for (const text of ['', 'x', '8928308280ffff', 'ffffffffffffffff', '<svg>'])
    expect(h3Shape(text)).toBe(null)
  expect(cellShape(cellToBoundary('8928308280fffff')).type).toBe('Polygon')
})
