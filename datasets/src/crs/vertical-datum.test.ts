import {expect, test} from 'vitest'
import {parseCrs} from './parse-crs.ts'
import {verticalDatum} from './vertical-datum.ts'

test.each([
  ['EPSG:7415', 'NAP', false],
  ['https://www.opengis.net/def/crs/EPSG/0/7415', 'NAP', false],
  ['EPSG:28992+5709', 'NAP', false],
  ['urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709', 'NAP', false],
  ['EPSG:5555', 'DHHN92', false],
  ['urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016', 'DHHN2016', false],
  ['EPSG:5778', 'GHA', false],
  ['NAP', 'NAP', false],
  ['DHHN2016 height', 'DHHN2016', false],
  ['EPSG:4979', 'WGS 84', true],
  ['urn:ogc:def:crs:OGC:1.3:CRS84h', 'WGS 84', true],
])('heights of %s are counted from %s', (name, datum, isEllipsoidal) => {
  expect(verticalDatum(name)).toEqual({name: datum, isEllipsoidal})
})

test('a plane alone says nothing of heights', () => {
  expect(['EPSG:28992', 'urn:ogc:def:crs:EPSG::25832', 'EPSG:4326', ''].map(verticalDatum)).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(parseCrs('EPSG:28992+5709')).toBe('EPSG:28992')
})
