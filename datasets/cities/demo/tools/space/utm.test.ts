import {expect, test} from 'vitest'
import {planMetres, toLonLat} from './plan-frame.ts'
import {utmToWgs84} from './utm.ts'

// Computed with PROJ's own JavaScript port, proj4 2.22, which has another series.
test.each([
  [364_900, 5_081_600, 31.2591677217146, 45.87470518156384],
  [368_900, 5_085_600, 31.30959500675176, 45.91146501863341],
  [372_900, 5_089_600, 31.360088869406283, 45.948203264915534],
  [372_900, 5_081_600, 31.362207868031096, 45.87622889732097],
])('UTM 36 N %d, %d', (east, north, lon, lat) => {
  const [ourLon, ourLat] = utmToWgs84([east, north], 36)
  // 1e-12 of a degree is a tenth of a micrometre.
  expect(Math.abs(ourLon - lon)).toBeLessThan(1e-12)
  expect(Math.abs(ourLat - lat)).toBeLessThan(1e-12)
})

test('on the equator and the central meridian it is the origin', () => {
  expect(utmToWgs84([500_000, 0], 36)).toEqual([33, 0])
})

test('the plan lies in the open Black Sea, away from every coast', () => {
  for (const corner of [
    [0, 0],
    [planMetres, 0],
    [0, planMetres],
    [planMetres, planMetres],
  ] as const) {
    const [lon, lat] = toLonLat(corner)
    expect(lon).toBeGreaterThan(31.2)
    expect(lon).toBeLessThan(31.4)
    expect(lat).toBeGreaterThan(45.85)
    expect(lat).toBeLessThan(45.97)
  }
})
