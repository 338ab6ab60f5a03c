import {crsDefinitions} from '@hromada/datasets/crs'
import {describe, expect, test} from 'vitest'
import type {LonLat} from '../geometry/polygons.ts'
import {crsErrorMetres, fromWgs84, toWgs84} from './to-wgs84.ts'

/** Metres between two places given in degrees, on a sphere of 6,371 km: good to 0.5 % over metres. */
function metresApart([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const metresPerDegree = (6_371_000 * Math.PI) / 180
  return Math.hypot(
    (lonA - lonB) * metresPerDegree * Math.cos((latA * Math.PI) / 180),
    (latA - latB) * metresPerDegree,
  )
}

describe('Dutch RD and NAP against the official RDNAPTRANS control points', () => {
  // Texel, Noord-Groningen, Amersfoort, Zeeuws-Vlaanderen of RDNAPTRANS2008; 30010014 … 30010034 of the
  // RDNAPTRANS2018 self-validation set. lat, lon, ellipsoidal height, RD x, RD y, NAP.
  test.each([
    ['Texel', 53.160753042, 4.824761912, 42.8614, 117380.12, 575040.34, 1],
    ['Noord-Groningen', 53.41948205, 6.776726674, 42.3586, 247380.56, 604580.78, 2],
    ['Amersfoort', 52.155172897, 5.387203657, 43.2551, 155000, 463000, 0],
    ['Zeeuws-Vlaanderen', 51.368607152, 3.397588595, 47.4024, 16460.91, 377380.23, 3],
    ['30010014', 51.825323002, 5.049883673, 3.4374, 131745.5792, 426355.6419, -40.1293],
    ['30010017', 51.891451991, 3.940964982, 271.4349, 55448.2064, 434649.2759, 227.6923],
    ['30010018', 51.749850783, 4.704324531, 99.3574, 107844.5008, 418126.3146, 55.5892],
    ['30010034', 52.648256434, 4.179893744, 268.1348, 73295.7805, 518545.2108, 225.3525],
  ])('%s', (_, lat, lon, height, x, y, nap) => {
    const place = toWgs84('EPSG:7415', height - nap)(x, y, nap)
    expect(metresApart(place, [lon, lat])).toBeLessThan(crsErrorMetres('EPSG:7415'))
    expect(place[2]).toBeCloseTo(height, 9)
  })
})

test('RD in The Hague and Delft agrees with the published approximation, which is good to 0.25 m', () => {
  for (const [x, y] of [
    [78_600, 457_900],
    [79_036, 458_276],
    [85_000, 447_000],
  ] as const)
    expect(metresApart(toWgs84('EPSG:28992', 0)(x, y, 0), approximateRd(x, y))).toBeLessThan(0.4)
})

describe('ETRS89 UTM 32 against the geodetic reference points of cities', () => {
  // Bayerische Vermessungsverwaltung and Landeshauptstadt Mainz, Geodätische Referenzpunkte: easting, northing, lon, lat.
  test.each([
    ['Augsburg', 640_309.21, 5_358_772.36, 10.89443123, 48.36651699],
    ['Schwanstetten', 653_706.62, 5_462_534.68, 11.11410287, 49.29620631],
    ['Landau an der Isar', 769_502.33, 5_396_768.61, 12.66050596, 48.66575341],
    ['Mainz', 448_080.38, 5_538_943.58, 8 + 16 / 60 + 31.918 / 3600, 50 + 1.989 / 3600],
  ])('%s', (_, x, y, lon, lat) => {
    expect(metresApart(toWgs84('EPSG:25832', 0)(x, y, 0), [lon, lat])).toBeLessThan(
      crsErrorMetres('EPSG:25832'),
    )
    const [east, north] = fromWgs84('EPSG:25832')(lon, lat)
    expect(Math.hypot(east - x, north - y)).toBeLessThan(0.02)
  })
})

test.each([
  // swisstopo, REFRAME: the old observatory of Bern and the example of its service.
  [2_600_000, 1_200_000, 7.438632495, 46.951082877],
  [2_700_000, 1_100_000, 8.730497076, 46.044130339],
])('Swiss LV95 %d / %d as the official service has it', (x, y, lon, lat) => {
  expect(metresApart(toWgs84('EPSG:2056', 0)(x, y, 0), [lon, lat])).toBeLessThan(crsErrorMetres('EPSG:2056'))
})

test.each([
  // Bundesamt für Eich- und Vermessungswesen, points south-west of Vienna in the strip M34: Y, X − 5,000,000, ETRS89.
  [-20_087.245, 300_137.482, 16.06381914, 47.83957963],
  [-18_790.392, 300_160.096, 16.08114159, 47.83982253],
  [-27_141.733, 296_279.012, 15.96982404, 47.80461415],
  [-22_105.371, 295_004.751, 16.03712254, 47.79334988],
  [-23_471.524, 303_198.943, 16.01843924, 47.86699609],
])(
  'Austrian GK East %d / %d: half a metre here, which the definition says is not the worst',
  (x, y, lon, lat) => {
    expect(metresApart(toWgs84('EPSG:31256', 0)(x, y, 0), [lon, lat])).toBeLessThan(0.5)
    expect(crsErrorMetres('EPSG:31256')).toBe(1.5)
  },
)

test('from degrees and back again, in every system', () => {
  for (const code of crsDefinitions.keys()) {
    const [x, y] = fromWgs84(code)(16, 48.2)
    expect(metresApart(toWgs84(code, 0)(x, y, 0), [16, 48.2]), code).toBeLessThan(0.01)
  }
})

describe('UCS-2000', () => {
  // Published pairs: degrees of UCS-2000 and of WGS 84 by the shift EPSG:7817. Read as WGS 84 they would be 118 m off.
  test.each<[string, LonLat, LonLat]>([
    ['Odesa', [30.7326, 46.4846], [30.7310794, 46.4844227]],
    ['Kyiv', [30.5234, 50.4501], [30.521754, 50.4499718]],
  ])('degrees, %s', (_, [lon, lat], truth) => {
    const place = toWgs84('EPSG:5561', 0)(lon, lat, 0)
    expect(metresApart(place, truth)).toBeLessThan(0.02)
    expect(metresApart([lon, lat], truth)).toBeGreaterThan(115)
  })

  test.each([7, 8, 9, 10, 11, 12, 13])(
    'Ukraine TM zone %d on its central meridian is the meridian arc of the Krassowsky ellipsoid',
    zone => {
      const [latitude, northing] = [50, meridianArc(50, 6_378_245, 1 / 298.3)]
      const place = toWgs84(`EPSG:${6374 + zone}`, 25)(300_000, northing, 100)
      const same = toWgs84('EPSG:5561', 25)(3 * zone, latitude, 100)
      expect(metresApart(place, same)).toBeLessThan(0.001)
      expect(place[2]).toBe(125)
    },
  )

  // PROJ 9 worked these out, by its own projection and the shift EPSG:7817: a degree to the east of each meridian.
  test.each([
    [6381, 5_470_000, 21.989422963, 49.357639783],
    [6382, 5_480_000, 24.991249916, 49.447582957],
    [6383, 5_490_000, 27.993090561, 49.537524243],
    [6384, 5_500_000, 30.994944918, 49.627463523],
    [6385, 5_510_000, 33.996812995, 49.717400677],
    [6386, 5_520_000, 36.998694788, 49.807335588],
    [6387, 5_530_000, 40.000590282, 49.897268142],
  ])('EPSG:%d away from its meridian is where PROJ has it', (code, northing, lon, lat) => {
    expect(metresApart(toWgs84(`EPSG:${code}`, 0)(372_000, northing, 0), [lon, lat])).toBeLessThan(0.001)
    const [x, y] = fromWgs84(`EPSG:${code}`)(lon, lat)
    expect(Math.hypot(x - 372_000, y - northing)).toBeLessThan(0.001)
  })

  test('Ukraine TM zone 10 keeps lengths near its meridian: a kilometre east is a kilometre', () => {
    const toPlace = toWgs84('EPSG:6384', 0)
    const [west, east] = [toPlace(300_000, 5_540_000, 0), toPlace(301_000, 5_540_000, 0)]
    expect(metresApart(west, east)).toBeGreaterThan(995)
    expect(metresApart(west, east)).toBeLessThan(1005)
  })
})

test('ETRS89 UTM 32 on its central meridian is 0.9996 of the meridian arc of GRS80', () => {
  const place = toWgs84('EPSG:25832', 0)(500_000, 0.9996 * meridianArc(51, 6_378_137, 1 / 298.257222101), 0)
  expect(metresApart(place, [9, 51])).toBeLessThan(0.001)
})

test('WGS 84 UTM: on the central meridian 0.9996 of the meridian arc, 36 N and 37 N share the meridian between them', () => {
  const place = toWgs84('EPSG:32636', 0)(500_000, 0.9996 * meridianArc(46, 6_378_137, 1 / 298.257223563), 0)
  expect(metresApart(place, [33, 46])).toBeLessThan(0.001)
  // By symmetry, what lies as far west of one central meridian as east of the other is the same place.
  const [fromWest, fromEast] = [
    toWgs84('EPSG:32636', 0)(732_000, 5_098_000, 0),
    toWgs84('EPSG:32637', 0)(268_000, 5_098_000, 0),
  ]
  expect(fromWest[0] - 33).toBeCloseTo(39 - fromEast[0], 9)
  expect(fromWest[1]).toBeCloseTo(fromEast[1], 9)
})

test('every zone of WGS 84 UTM is known; in the south ten thousand kilometres are added', () => {
  // Buenos Aires lies in zone 21, Suva in 60.
  for (const [code, meridian, latitude] of [
    ['EPSG:32721', -57, 34.6],
    ['EPSG:32760', 177, 18.1],
  ] as const) {
    const arc = 0.9996 * meridianArc(latitude, 6_378_137, 1 / 298.257223563)
    expect(metresApart(toWgs84(code, 0)(500_000, 10_000_000 - arc, 0), [meridian, -latitude])).toBeLessThan(
      0.001,
    )
    expect(crsErrorMetres(code)).toBe(0.02)
  }
  for (const code of ['EPSG:32600', 'EPSG:32661', 'EPSG:32700', 'EPSG:32761', 'EPSG:32800'])
    expect(() => toWgs84(code, 0)).toThrow(/is not known/)
})

describe('heights through a grid of the geoid, at control points of RDNAPTRANS2018', () => {
  // The four points of the grid NLGEO2018 around each: south-west, south-east, north-west, north-east.
  test.each([
    [
      '30010014',
      51.825323002,
      5.049883673,
      3.4374,
      -40.1293,
      51.825,
      5.04,
      [43.5698, 43.564, 43.5607, 43.555],
    ],
    [
      '30010017',
      51.891451991,
      3.940964982,
      271.4349,
      227.6923,
      51.8875,
      3.94,
      [43.751, 43.7457, 43.7253, 43.7197],
    ],
    [
      '30010018',
      51.749850783,
      4.704324531,
      99.3574,
      55.5892,
      51.7375,
      4.7,
      [43.7862, 43.7776, 43.7698, 43.7617],
    ],
    [
      '30010034',
      52.648256434,
      4.179893744,
      268.1348,
      225.3525,
      52.6375,
      4.16,
      [42.8022, 42.7946, 42.7884, 42.7803],
    ],
  ] as const)('%s', (_, lat, lon, height, nap, south, west, [a, b, c, d]) => {
    const metres = [
      [a, b],
      [c, d],
    ]
    const geoid = {west, south, stepLon: 0.02, stepLat: 0.0125, metres}
    expect(toWgs84('EPSG:4326', geoid)(lon, lat, nap)[2]).toBeCloseTo(height, 3)
  })

  test('outside the grid its edge goes on', () => {
    const geoid = {
      west: 30,
      south: 46,
      stepLon: 0.5,
      stepLat: 0.25,
      metres: [
        [1, 2, 3],
        [4, 5, 9],
      ],
    }
    const at = (lon: number, lat: number) => toWgs84('EPSG:4326', geoid)(lon, lat, 100)[2]
    expect([at(29, 45), at(31, 46.25), at(40, 60), at(30.25, 46.125)]).toEqual([101, 109, 109, 103])
  })
})

test('Web Mercator as the example of EPSG guidance note 7-2, method 1024, works it out', () => {
  const [lon, lat] = [-(100 + 20 / 60), 24 + 22 / 60 + 54.433 / 3600]
  expect(metresApart(toWgs84('EPSG:3857', 0)(-11_169_055.58, 2_800_000, 0), [lon, lat])).toBeLessThan(0.02)
  const [x, y] = fromWgs84('EPSG:3857')(lon, lat)
  expect(Math.hypot(x + 11_169_055.58, y - 2_800_000)).toBeLessThan(0.02)
})

test('degrees of ETRS89 are taken for those of WGS 84', () => {
  const place = toWgs84('EPSG:4258', 0)(8.27553278, 50.0005525, 0)
  expect(metresApart(place, [8.27553278, 50.0005525])).toBeLessThan(0.001)
})

test('degrees stay as they are, x is the longitude', () => {
  expect(toWgs84('urn:ogc:def:crs:OGC:1.3:CRS84', 0)(30.5, 50.4, 7)).toEqual([30.5, 50.4, 7])
  expect(toWgs84('EPSG:4326', 26)(30.5, 50.4, 7)).toEqual([30.5, 50.4, 33])
})

test('an unknown system names the known ones and where to add it', () => {
  expect(() => toWgs84('EPSG:2180', 0)).toThrow(/"EPSG:2180" is not known.*EPSG:28992.*definitions\.ts/)
})

test('every definition can be used', () => {
  for (const code of crsDefinitions.keys()) {
    const [lon, lat] = toWgs84(code, 0)(30, 50, 0)
    expect(Number.isFinite(lon) && Number.isFinite(lat), code).toBe(true)
  }
})

/** Length of the meridian from the equator to `latitude`, by Simpson's rule over the radius of curvature. */
function meridianArc(latitude: number, semiMajorMetres: number, flattening: number): number {
  const e2 = flattening * (2 - flattening)
  const radius = (phi: number) => (semiMajorMetres * (1 - e2)) / (1 - e2 * Math.sin(phi) ** 2) ** 1.5
  const [steps, end] = [1000, (latitude * Math.PI) / 180]
  let sum = radius(0) + radius(end)
  for (let i = 1; i < steps; i++) sum += (i % 2 ? 4 : 2) * radius((end * i) / steps)
  return (sum * end) / steps / 3
}

/** Schreutelkamp and Strang van Hees, Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten (2001). */
function approximateRd(x: number, y: number): [number, number] {
  const [p, q] = [(x - 155_000) * 1e-5, (y - 463_000) * 1e-5]
  const north =
    3235.65389 * q -
    32.58297 * p ** 2 -
    0.2475 * q ** 2 -
    0.84978 * p ** 2 * q -
    0.0655 * q ** 3 -
    0.01709 * p ** 2 * q ** 2 -
    0.00738 * p +
    0.0053 * p ** 4 -
    0.00039 * p ** 2 * q ** 3 +
    0.00033 * p ** 4 * q -
    0.00012 * p * q
  const east =
    5260.52916 * p +
    105.94684 * p * q +
    2.45656 * p * q ** 2 -
    0.81885 * p ** 3 +
    0.05594 * p * q ** 3 -
    0.05607 * p ** 3 * q +
    0.01199 * q -
    0.00256 * p ** 3 * q ** 2 +
    0.00128 * p * q ** 4 +
    0.00022 * q ** 2 -
    0.00022 * p ** 2 +
    0.00026 * p ** 5
  return [5.38720621 + east / 3600, 52.1551744 + north / 3600]
}
