import {expect, test} from 'vitest'
import {parseCrs} from './parse-crs.ts'

test('a coordinate system is recognised however it is written', () => {
  expect(
    [
      'EPSG:7415',
      'epsg:7415',
      'EPSG::7415',
      'urn:ogc:def:crs:EPSG::7415',
      'urn:ogc:def:crs:EPSG:6.9:7415',
      'https://www.opengis.net/def/crs/EPSG/0/7415',
      'http://www.opengis.net/def/crs/EPSG/0/7415',
      'https://www.opengis.net/def/crs/EPSG/0/7415/',
      'http://www.opengis.net/gml/srs/epsg.xml#7415',
      'urn:ogc:def:crs:EPSG:7415',
    ].map(parseCrs),
  ).toEqual(Array(10).fill('EPSG:7415'))
  expect(
    [
      'urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::7837',
      'urn:ogc:def:crs,crs:EPSG:6.12:25832,crs:EPSG:6.12:5783',
      'http://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25832&2=http://www.opengis.net/def/crs/EPSG/0/7837',
      'EPSG:25832+EPSG:7837',
      'EPSG:25832, EPSG:7837',
    ].map(parseCrs),
  ).toEqual(Array(5).fill('EPSG:25832'))
  expect(parseCrs('urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709')).toBe('EPSG:28992')
  expect(parseCrs('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe('OGC:CRS84')
  expect(parseCrs('https://www.opengis.net/def/crs/OGC/1.3/CRS84')).toBe('OGC:CRS84')
  expect(parseCrs('urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016')).toBe('EPSG:25832')
})
