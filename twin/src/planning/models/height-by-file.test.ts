import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {citySurfaces} from '@hromada/warehouse'
import {expect, test} from 'vitest'
import {realData} from '../../../../.config/real-data.ts'
import {type HeightField, heightField} from '../../layers/height-field.ts'
import {cityFeatures} from '../../tiles/city-model.fixture.ts'
import {heightByFile} from './height-by-file.ts'
import {partOfModel} from './placed-model.ts'
import {readModel} from './read-model.ts'

/** Ground of a height above the ellipsoid, rising to the east by a metre. */
const ground = (west: number): HeightField => ({
  ...{west: 30, east: 31, south: 50, north: 51, columns: 2, rows: 2, outsideMetres: west},
  heights: Float32Array.of(west, west + 1, west, west + 1),
})
const footprint = [
  [
    [
      [30.25, 50.5],
      [30.75, 50.5],
      [30.75, 50.6],
      [30.25, 50.5],
    ],
  ],
] as [number, number][][][]
const place = {lon: 30.5, lat: 50.55, turnDegrees: 0, aboveGroundMetres: 0}
const nap = {name: 'NAP', isEllipsoidal: false}

test('heights over the sea are compared over the sea: with the lowest ground at the outline, less the geoid', () => {
  // The geoid lies 43.4 m above the ellipsoid, the ground 53.25 m at its lowest corner: 9.85 m over the sea.
  const elevation = {by: 'crs', datum: nap, groundMetres: 12.3} as const
  expect(heightByFile(elevation, {footprint, place}, ground(53), 43.4)).toEqual({
    by: 'crs',
    datum: 'NAP',
    fileMetres: 12.3,
    groundMetres: expect.closeTo(9.85, 5),
    aboveMetres: expect.closeTo(2.45, 5),
  })
})

test('heights over the ellipsoid are compared over that', () => {
  const datum = {name: 'WGS 84', isEllipsoidal: true}
  const elevation = {by: 'crs', datum, groundMetres: 53} as const
  const {groundMetres, aboveMetres} = heightByFile(elevation, {footprint, place}, ground(53), 43.4)
  expect([groundMetres, aboveMetres]).toEqual([expect.closeTo(53.25, 5), expect.closeTo(-0.25, 5)])
})

test.skipIf(!realData())('The Hague: houses stand by their file where its own terrain is', async () => {
  const path = join(realData()!, 'city3d/denhaag.city.json')
  const features = await cityFeatures(path)
  const relief = features.find(({feature}) => feature.includes('TINRelief'))!
  const geoid = 43.43
  const corners: number[] = []
  for (const {rings} of citySurfaces(relief.feature, relief.header, geoid)) corners.push(...rings[0].flat())
  const field = heightField({
    corners: Float64Array.from(corners),
    triangles: Uint32Array.from({length: corners.length / 3}, (_, index) => index),
  })!
  type City = {CityObjects: Record<string, {type: string; children?: string[]}>}
  const city = JSON.parse(await readFile(path, 'utf8')) as City
  const keys = Object.entries(city.CityObjects).flatMap(([key, {type}]) => (type === 'Building' ? [key] : []))
  const off: number[] = []
  for (const key of keys.filter((_, index) => index % 40 === 0)) {
    const own = [key, ...(city.CityObjects[key]!.children ?? [])]
    const single = {...city, CityObjects: Object.fromEntries(own.map(one => [one, city.CityObjects[one]]))}
    const bytes = new TextEncoder().encode(JSON.stringify(single))
    const {source, body, place, elevation} = await readModel(bytes, 'house.city.json', null)
    const at = {...place!, turnDegrees: 0, aboveGroundMetres: 0}
    const {model} = partOfModel(source, body, at, {name: '', use: 'housing'})
    off.push(Math.abs(heightByFile(elevation!, model!, field, geoid).aboveMetres))
  }
  off.sort((a, b) => a - b)
  expect(off.length).toBeGreaterThan(15)
  expect(off[Math.floor(off.length / 2)]).toBeLessThan(0.5)
})
