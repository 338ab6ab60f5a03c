import {describe, expect, test} from 'vitest'
import {crsDefinition} from './crs-definition.ts'
import {type ControlPoint, ownCrs} from './own-crs.ts'

// Bundesamt für Eich- und Vermessungswesen, strip M34: Y, X − 5,000,000, ETRS89.
const austria: ControlPoint[] = [
  {name: 'a', x: -20_087.245, y: 300_137.482, lon: 16.06381914, lat: 47.83957963},
  {name: 'b', x: -18_790.392, y: 300_160.096, lon: 16.08114159, lat: 47.83982253},
  {name: 'c', x: -27_141.733, y: 296_279.012, lon: 15.96982404, lat: 47.80461415},
  {name: 'd', x: -22_105.371, y: 295_004.751, lon: 16.03712254, lat: 47.79334988},
  {name: 'e', x: -23_471.524, y: 303_198.943, lon: 16.01843924, lat: 47.86699609},
]
// RDNAPTRANS2008.
const netherlands: ControlPoint[] = [
  {name: 'Amersfoort', x: 155_000, y: 463_000, lon: 5.387203657, lat: 52.155172897},
  {name: 'Texel', x: 117_380.12, y: 575_040.34, lon: 4.824761912, lat: 53.160753042},
]
// Bayerische Vermessungsverwaltung, geodetic reference points in ETRS89 / UTM 32.
const bavaria: ControlPoint[] = [
  {name: 'Augsburg', x: 640_309.21, y: 5_358_772.36, lon: 10.89443123, lat: 48.36651699},
  {name: 'Schwanstetten', x: 653_706.62, y: 5_462_534.68, lon: 11.11410287, lat: 49.29620631},
  {name: 'Landau an der Isar', x: 769_502.33, y: 5_396_768.61, lon: 12.66050596, lat: 48.66575341},
]
const mgi = {title: 'MGI around Wiener Neustadt', system: 'EPSG:31256'}

describe('Austrian GK East', () => {
  test('as it is misses published points', () => {
    expect(() => ownCrs({...mgi, points: austria})).toThrow(
      /"MGI around Wiener Neustadt": it misses "a" by 0\.27 m, and at most 0\.2 m are taken/,
    )
  })

  test('is moved by what they lie off, here 18 cm to the east and 33 cm to the north', () => {
    const definition = crsDefinition(ownCrs({...mgi, isShifted: true, points: austria}))
    expect(definition).toMatchObject({title: mgi.title, errorMetres: 0.2})
    expect(definition.proj).toContain('+x_0=0.175 +y_0=-4999999.666 ')
    expect(definition.proj.replace(/ \+x_0.+? \+y_0\S+/, '')).toBe(
      crsDefinition('EPSG:31256').proj.replace(/ \+x_0.+? \+y_0\S+/, ''),
    )
  })

  test.each(['x', 'y'] as const)(
    'a mistake of half a metre in one %s is found, and so is its point',
    axis => {
      const points = austria.map(point =>
        point.name === 'd' ? {...point, [axis]: point[axis] + 0.5} : point,
      )
      expect(() => ownCrs({...mgi, isShifted: true, points})).toThrow(/misses "[a-e]" by 0\.\d\d m/)
    },
  )
})

test('a definition that meets its points is taken as it is', () => {
  const {proj} = crsDefinition('EPSG:28992')
  const text = ownCrs({title: 'Місцева система', system: proj, points: netherlands})
  expect(crsDefinition(text)).toEqual({title: 'Місцева система', proj, errorMetres: 0.2})
})

test('rotations in micro-radians with the other sign, as they are widely copied, are found out', () => {
  const copied = crsDefinition('EPSG:28992').proj.replace(
    '-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725',
    '1.9342,-1.6677,9.1019,4.0725',
  )
  expect(() => ownCrs({title: 'RD', system: copied, points: netherlands})).toThrow(
    /misses "Amersfoort" by 1\d\d/,
  )
})

test.each<[string, Parameters<typeof ownCrs>[0], RegExp]>([
  ['one point', {...mgi, points: austria.slice(0, 1)}, /needs 2 control points to be checked, and has 1/],
  ['two for a shift', {...mgi, isShifted: true, points: austria.slice(0, 2)}, /needs 3 .*and has 2/],
  [
    'the same point twice',
    {...mgi, isShifted: true, points: [...austria, {...austria[0]!, name: 'a again'}]},
    /"a again" is within 100 m of another/,
  ],
  ['an unknown code', {title: 'PL', system: 'EPSG:2180', points: austria}, /"EPSG:2180" is not known/],
  ['degrees', {title: 'WGS', system: 'EPSG:4326', points: austria}, /are not metres/],
  ['a projection that is none', {title: 'X', system: '+proj=nope +units=m', points: austria}, /nope/],
  [
    'places that are none',
    {...mgi, points: austria.map(one => ({...one, lat: NaN}))},
    /"a" has a coordinate that is no number/,
  ],
  [
    'no false origin to move',
    {title: 'UTM', system: 'EPSG:25832', isShifted: true, points: bavaria},
    /no \+x_0/,
  ],
  ['a title that would end the text', {...mgi, title: 'a +b', points: austria}, /plus or an equals sign/],
])('%s is refused', (_, own, message) => {
  expect(() => ownCrs(own)).toThrow(message)
})

test('what nobody has checked is no definition', () => {
  expect(() => crsDefinition('+proj=utm +zone=33 +ellps=GRS80 +units=m')).toThrow(/is not known.*ownCrs/)
})
