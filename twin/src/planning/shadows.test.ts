import fc from 'fast-check'
import {expect, test} from 'vitest'
import {facadePoints, facadeSun} from './facades.ts'
import {gridAround, heightRaster, withRoofs} from './height-raster.ts'
import {obstaclesOf, type Prism} from './prisms.ts'
import type {Metres} from './site-frame.ts'
import {shadeAt, sunHours, windowOf} from './sun-hours.ts'
import {type Sun, sunAt, sunsOfDay} from './suns-of-day.ts'

const box = (west: number, south: number, east: number, north: number, topMetres: number): Prism => ({
  key: `${west} ${south}`,
  polygons: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ],
    ],
  ],
  baseMetres: 0,
  topMetres,
})
const flat = () => 0
const [lat, lon] = [50.45, 30.52]

/** A sun of one's own choice. */
const sunFrom = (azimuthDegrees: number, altitudeDegrees: number): Sun => ({
  ...sunAt(0, lat, lon),
  azimuthDegrees,
  altitudeDegrees,
  east: Math.sin((azimuthDegrees * Math.PI) / 180),
  north: Math.cos((azimuthDegrees * Math.PI) / 180),
  slope: Math.tan((altitudeDegrees * Math.PI) / 180),
})

test.each([
  [180, 45],
  [180, 30],
  [180, 20],
  [90, 35],
  [270, 25],
])(
  'a box 20 m high throws a shadow of h / tan(altitude), to one cell, from %d° at %d°',
  (azimuth, altitude) => {
    const grid = gridAround(90, 1)
    const bare = heightRaster(grid, flat, [])
    // Wide across the light, so that the shadow is as deep as the box is high, and no longer than its edge's.
    const built = withRoofs(grid, bare.ground, [box(-10, -10, 10, 10, 20)])
    const sun = sunFrom(azimuth, altitude)
    const window = windowOf(bare, 85)
    const shade = shadeAt(bare, built, sun, window)
    let farthest = 0
    for (const [i, cell] of window.cells.entries()) {
      if (shade[i] !== 2) continue
      const [east, north] = [(cell % grid.columns) - 90, Math.floor(cell / grid.columns) - 90]
      farthest = Math.max(farthest, -(east * sun.east + north * sun.north) - 10)
    }
    expect(Math.abs(farthest - 20 / Math.tan((altitude * Math.PI) / 180))).toBeLessThan(1.001)
  },
)

test('flat ground has sun all day', () => {
  const raster = heightRaster(gridAround(40, 4), flat, [])
  const suns = sunsOfDay('2026-06-21', lat, lon)
  const length = suns.reduce((sum, {hours}) => sum + hours, 0)
  const {today} = sunHours(raster, raster, suns, windowOf(raster, 40))
  for (const hours of today) expect(hours).toBeCloseTo(length, 4)
})

test('ground that rises evenly shades itself only from suns below its slope', () => {
  const slope = Math.tan((10 * Math.PI) / 180)
  const raster = heightRaster(gridAround(100, 2), (_, north) => north * slope, [])
  const window = windowOf(raster, 20)
  const lit = (altitude: number) =>
    sunHours(raster, raster, [{...sunFrom(0, altitude), hours: 1}], window).today
  expect(lit(11).every(hours => hours === 1)).toBe(true)
  expect(lit(9).every(hours => hours === 0)).toBe(true)
})

test('walls of a lone house: the south one has sun while the sun is in the south, the north one before and after', () => {
  const house = box(-5, -5, 5, 5, 9)
  const points = facadePoints(house, {storeyMetres: 3, storeys: 3, stepMetres: 5})
  expect(points).toHaveLength(4 * 2 * 3)
  expect(points.reduce((sum, {areaM2}) => sum + areaM2, 0)).toBeCloseTo(4 * 10 * 9, 6)
  // On the equinox the sun rises in the east and sets in the west: twelve hours for the south wall, six for the sides,
  // none for the north wall (J. Page, Prediction of Solar Radiation on Inclined Surfaces, ch. 2).
  const suns = sunsOfDay('2026-03-20', lat, lon, {stepMinutes: 2, leastAltitudeDegrees: 0.57})
  const {hours} = facadeSun(points, obstaclesOf([house]), suns)
  const on = (east: number, north: number) =>
    points.flatMap(({facing}, i) =>
      Math.round(facing[0]) === east && Math.round(facing[1]) === north ? [hours[i]!] : [],
    )
  for (const south of on(0, -1)) expect(Math.abs(south - 12)).toBeLessThan(0.2)
  for (const side of [...on(1, 0), ...on(-1, 0)]) expect(Math.abs(side - 6)).toBeLessThan(0.15)
  for (const north of on(0, 1)) expect(north).toBeLessThan(0.15)
})

test('a worked example: a long wall opposite takes the sun from a window while it is lower than the wall seems', () => {
  // A window 1.5 m up in a south wall; 20 m before it stands a wall 21.5 m high and as good as endless: from the window
  // its top seems 45° high straight ahead, and tan⁻¹(cos γ) high where the sun stands γ aside of south. So the window
  // has sun while tan(altitude) > cos γ, which the sun itself says for every minute of a day in March.
  const house = box(-5, 0, 5, 8, 3)
  const opposite = box(-2000, -30, 2000, -20, 21.5)
  const window = facadePoints(house, {storeyMetres: 3, storeys: 1, stepMetres: 10}).filter(
    ({facing}) => Math.round(facing[1]) === -1,
  )
  const suns = sunsOfDay('2026-03-30', lat, lon, {stepMinutes: 1})
  const expected = suns
    .filter(({north, slope}) => north < 0 && slope > -north)
    .reduce((sum, {hours}) => sum + hours, 0)
  expect(expected).toBeGreaterThan(1)
  expect(facadeSun(window, obstaclesOf([house, opposite]), suns).hours[0]).toBeCloseTo(expected, 1)
  expect(facadeSun(window, obstaclesOf([house]), suns).hours[0]).toBeGreaterThan(expected + 1)
})

test('whatever the city, a higher proposal never gives more sun, and none at all changes nothing', () => {
  const side = fc.integer({min: 3, max: 12})
  const place = fc.integer({min: -30, max: 30})
  const houses = fc.array(
    fc.record({east: place, north: place, width: side, depth: side, height: fc.integer({min: 3, max: 40})}),
    {maxLength: 6},
  )
  const suns = sunsOfDay('2026-04-15', lat, lon, {stepMinutes: 90})
  fc.assert(
    fc.property(
      houses,
      place,
      place,
      side,
      fc.integer({min: 1, max: 30}),
      fc.integer({min: 1, max: 30}),
      (some, e, n, wide, height, more) => {
        const city = some.map(one =>
          box(one.east, one.north, one.east + one.width, one.north + one.depth, one.height),
        )
        const bare = heightRaster(gridAround(45, 3), (x, y) => (x + y) / 40, city)
        const window = windowOf(bare, 45)
        const proposed = (top: number) =>
          withRoofs(bare, bare.ground, [...city, box(e, n, e + wide, n + wide, top)])
        const low = sunHours(bare, proposed(height), suns, window)
        const high = sunHours(bare, proposed(height + more), suns, window)
        expect(sunHours(bare, bare, suns, window).proposed).toEqual(low.today)
        for (let i = 0; i < window.cells.length; i++) {
          if (Number.isNaN(low.today[i]!) || Number.isNaN(high.proposed[i]!)) continue
          expect(low.proposed[i]!).toBeLessThanOrEqual(low.today[i]!)
          expect(high.proposed[i]!).toBeLessThanOrEqual(low.proposed[i]! + 1e-6)
        }
        // What is skipped because the proposal cannot matter there is the same when nothing is skipped.
        const whole = sunHours(proposed(height), proposed(height), suns, window).today
        for (let i = 0; i < window.cells.length; i++) expect(low.proposed[i]).toBe(whole[i])
      },
    ),
    {numRuns: 25},
  )
})

test('facades: hours from walls agree with hours from the raster on open ground before them', () => {
  const tower: Metres = [0, -30]
  const prism = box(tower[0] - 8, tower[1] - 8, tower[0] + 8, tower[1] + 8, 40)
  const raster = heightRaster(gridAround(100, 1), flat, [prism])
  const suns = sunsOfDay('2026-03-21', lat, lon, {stepMinutes: 10})
  const window = {cells: Int32Array.of(100 * raster.columns + 100)}
  const onGround = sunHours(raster, raster, suns, window).today[0]!
  const free = suns.reduce((sum, {hours}) => sum + hours, 0)
  const seen = suns.filter(
    sun =>
      facadeSun(
        [{building: '', at: [0, 0], height: 0, facing: [sun.east, sun.north], storey: 0, areaM2: 1}],
        obstaclesOf([prism]),
        [sun],
      ).hours[0]! > 0,
  )
  expect(onGround).toBeLessThan(free - 1)
  expect(Math.abs(onGround - seen.reduce((sum, {hours}) => sum + hours, 0))).toBeLessThanOrEqual(
    suns[0]!.hours + 1e-4,
  )
})

test('unbroken sun: a tower that hides the third of six hours leaves five in all and three at a stretch', () => {
  // Suns an hour apart from east to west, 45° high; a tower 60 m high stands between the point and the third.
  const suns = [90, 120, 150, 180, 210, 240].map(azimuth => ({...sunFrom(azimuth, 45), hours: 1}))
  const angle = (150 * Math.PI) / 180
  const [east, north] = [Math.round(30 * Math.sin(angle)), Math.round(30 * Math.cos(angle))]
  const tower = box(east - 3, north - 3, east + 3, north + 3, 60)
  const point = {
    building: '',
    at: [0, 0] as Metres,
    height: 0,
    facing: [0, -1] as Metres,
    storey: 0,
    areaM2: 1,
  }
  const onWall = facadeSun([point], obstaclesOf([tower]), suns)
  // The wall looks south: the first sun, due east, only grazes it.
  expect([onWall.hours[0], onWall.longest[0]]).toEqual([4, 3])
  const bare = heightRaster(gridAround(60, 1), flat, [])
  const built = withRoofs(bare, bare.ground, [tower])
  const ground = sunHours(bare, built, suns, {cells: Int32Array.of(60 * bare.columns + 60)})
  expect([ground.today[0], ground.longestToday[0]]).toEqual([6, 6])
  expect([ground.proposed[0], ground.longestProposed[0]]).toEqual([5, 3])
})

test('unbroken sun in a street at the equator on an equinox: as long as the sun is higher than its walls, 15° an hour', () => {
  // There the sun runs through the zenith from due east to due west. Walls 10 m high begin 9.5 m from the cell's middle.
  const suns = sunsOfDay('2026-03-20', 0, 0, {stepMinutes: 2})
  const bare = heightRaster(gridAround(60, 1), flat, [])
  const built = withRoofs(bare, bare.ground, [box(9.5, -50, 10.5, 50, 10), box(-10.5, -50, -9.5, 50, 10)])
  const found = sunHours(bare, built, suns, {cells: Int32Array.of(60 * bare.columns + 60)})
  const expected = (2 * (90 - (Math.atan(10 / 9.5) * 180) / Math.PI)) / 15
  expect(Math.abs(found.longestProposed[0]! - expected)).toBeLessThan(0.1)
  expect(found.longestProposed[0]).toBe(found.proposed[0])
  expect(found.longestToday[0]).toBeGreaterThan(12)
})
