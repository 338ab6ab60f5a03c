import proj4 from 'proj4'
import {expect, test} from 'vitest'
import './to-wgs84.ts'

const onBessel = proj4(
  '+proj=longlat +ellps=bessel +no_defs',
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +units=m +no_defs',
)

test('the worked example of IOGP Guidance Note 7-2: 6° E, 53° N of Amersfoort', () => {
  const [x, y] = onBessel.forward([6, 53])
  expect(x).toBeCloseTo(196105.283, 3)
  expect(y).toBeCloseTo(557057.739, 3)
  const [lon, lat] = onBessel.inverse([196105.283, 557057.739])
  expect(lon).toBeCloseTo(6, 7)
  expect(lat).toBeCloseTo(53, 7)
})

test.each([
  [3.4, 50.75],
  [5.38763888888889, 52.1561605555556],
  [7.2, 53.5],
])('there and back again at %d° E, %d° N', (lon, lat) => {
  const [backLon, backLat] = onBessel.inverse(onBessel.forward([lon, lat]))
  expect(backLon).toBeCloseTo(lon, 11)
  expect(backLat).toBeCloseTo(lat, 11)
})
