import {expect, test} from 'vitest'
import {degreeMetres, measureArea, measureLine} from './measure.ts'

test('a degree is as long as tables say', () => {
  // Rapp, Geometric Geodesy, and the table of "Latitude" and "Longitude" in every atlas: WGS 84, metres.
  expect(degreeMetres(0).lat).toBeCloseTo(110_574.3, 0)
  expect(degreeMetres(45).lat).toBeCloseTo(111_131.8, 0)
  expect(degreeMetres(45).lon).toBeCloseTo(78_846.8, 0)
  expect(degreeMetres(60).lon).toBeCloseTo(55_800.0, 0)
})

const at = (east: number, north: number, heightMetres = 0) => {
  const scale = degreeMetres(50)
  return {lon: 30 + east / scale.lon, lat: 50 + north / scale.lat, heightMetres}
}

test('three, four, five: over the ground, and twelve up, thirteen through the air', () => {
  const {groundMetres, airMetres, riseMetres} = measureLine([at(0, 0, 5), at(3, 4, 17)])
  expect(groundMetres).toBeCloseTo(5, 4)
  expect(airMetres).toBeCloseTo(13, 4)
  expect(riseMetres).toBe(12)
  expect(measureLine([])).toEqual({groundMetres: 0, airMetres: 0, riseMetres: 0})
})

test('a square of a hundred metres is a hectare, either way round', () => {
  const ring = [at(0, 0), at(100, 0), at(100, 100), at(0, 100)]
  for (const points of [ring, ring.toReversed()]) {
    // The scale is taken at the ring's middle; a hundred metres of latitude change it by a hundred-thousandth.
    expect(measureArea(points).squareMetres).toBeCloseTo(10_000, 0)
    expect(measureArea(points).perimeterMetres).toBeCloseTo(400, 1)
  }
  expect(measureArea(ring.slice(0, 2)).squareMetres).toBe(0)
})

test('a way of fifty-five kilometres is within a thousandth of the geodesic', () => {
  // Flinders Peak to Buninyon, the example of the GDA94 Technical Manual, ch. 4: 54,972.271 m on the ellipsoid.
  const degrees = (d: number, m: number, s: number) => d + m / 60 + s / 3600
  const flinders = {lon: degrees(144, 25, 29.5244), lat: -degrees(37, 57, 3.7203), heightMetres: 0}
  const buninyon = {lon: degrees(143, 55, 35.3839), lat: -degrees(37, 39, 10.1561), heightMetres: 0}
  const {groundMetres} = measureLine([flinders, buninyon])
  expect(Math.abs(groundMetres - 54_972.271)).toBeLessThan(55)
})
