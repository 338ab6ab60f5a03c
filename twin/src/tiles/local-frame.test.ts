import fc from 'fast-check'
import {expect, test} from 'vitest'
import {localFrame} from './local-frame.ts'

test('the transform puts the frame on the ellipsoid: equator, and a published Earth-centred point', () => {
  expect(localFrame([0, 0, 10]).transform.slice(12, 15)).toEqual([6_378_147, 0, 0])
  // The example of IOGP Guidance Note 7-2 for geographic to geocentric: 53° 48' 33.820" N, 2° 07' 46.380" E, 73.0 m.
  const [lon, lat] = [2 + 7 / 60 + 46.38 / 3600, 53 + 48 / 60 + 33.82 / 3600]
  const [x, y, z] = localFrame([lon, lat, 73]).transform.slice(12, 15)
  expect(x).toBeCloseTo(3_771_793.968, 2)
  expect(y).toBeCloseTo(140_253.342, 2)
  expect(z).toBeCloseTo(5_124_304.349, 2)
})

test('a hundredth of a degree is as long as the tables say', () => {
  // One degree at 50° N: 111,229 m of latitude, 71,696 m of longitude (Snyder's tables, WGS 84).
  const frame = localFrame([30, 50, 0])
  const [east] = frame.toLocal([30.005, 50, 0])
  const [west] = frame.toLocal([29.995, 50, 0])
  expect((east - west) * 100).toBeCloseTo(71_696, -1)
  const [, north] = frame.toLocal([30, 50.005, 0])
  const [, south] = frame.toLocal([30, 49.995, 0])
  expect((north - south) * 100).toBeCloseTo(111_229, -1)
})

test('there and back, anywhere within 20 km, to a tenth of a millimetre', () => {
  const metres = fc.double({min: -20_000, max: 20_000, noNaN: true})
  const height = fc.double({min: -100, max: 3000, noNaN: true})
  fc.assert(
    fc.property(
      fc.integer({min: -179, max: 179}),
      fc.integer({min: -85, max: 85}),
      metres,
      metres,
      height,
      (lon, lat, e, n, u) => {
        const frame = localFrame([lon, lat, 40])
        const [east, north, up] = frame.toLocal(frame.toPlace([e, n, u]))
        expect(Math.hypot(east - e, north - n, up - u)).toBeLessThan(1e-4)
      },
    ),
  )
})
