import {expect, test} from 'vitest'
import {type AnalysisTask, analyse, shadeOf} from './analyse.ts'
import type {SiteBuilding} from './site.ts'
import {siteFrame} from './site-frame.ts'
import {usualSettings} from './study.ts'
import {sunPosition} from './sun-position.ts'

const [lon, lat] = [31.3, 45.9]
const frame = siteFrame(lon, lat)
const rectangle = (west: number, south: number, east: number, north: number) =>
  (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][]
  ).map(frame.toDegrees)
const house: SiteBuilding = {
  key: 'house',
  name: 'Будинок',
  polygons: [[rectangle(-10, 30, 10, 40)]],
  lon,
  lat: lat + 35 / 111_000,
  heightMetres: 9,
  storeys: 3,
  areaM2: 200,
  isHousing: true,
}
const task: AnalysisTask = {
  lon,
  lat,
  proposal: {
    name: '',
    parts: [{name: '', use: 'housing', storeys: 10, heightMetres: 30, rings: [rectangle(-15, -10, 15, 10)]}],
    hides: [],
  },
  buildings: [house],
  ground: null,
  settings: {...usualSettings, day: '2026-12-21', cellMetres: 2, radiusMetres: 100},
  instant: Date.parse('2026-12-21T10:00:00Z'),
  sunNorm: 2.5,
  viewpoints: [
    {name: 'перед', ...place(0, -80)},
    {name: 'за будинком', ...place(0, 42)},
    {name: 'у будинку', ...place(0, 35)},
  ],
}

function place(east: number, north: number): {lon: number; lat: number} {
  const [x, y] = frame.toDegrees([east, north])
  return {lon: x, lat: y}
}

test('a tower south of a house on a winter day takes sun from its south wall, its ground and its sky', () => {
  const shares: number[] = []
  const found = analyse(task, share => shares.push(share))
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(found.losing.map(({key}) => key)).toEqual(['house'])
  expect(found.losing[0]!.lostHours).toBeGreaterThan(2)
  expect(found.sunLeft!.length).toBeGreaterThan(0)
  expect(found.skyProposed).toBeLessThan(found.skyToday)
  expect(found.losingM2).toBeGreaterThan(1000)

  // New shade at noon: as long as 30 m / tan(altitude), but within the circle, and at least as wide as the tower's shadow.
  const {altitudeDegrees} = sunPosition(task.instant, lat, lon)
  const length = 30 / Math.tan((altitudeDegrees * Math.PI) / 180)
  expect(length).toBeGreaterThan(60)
  expect(found.newShadeM2).toBeGreaterThan(30 * 60)
  expect(found.newShadeM2).toBeLessThan(36 * (length + 20))

  // From the south all of its south wall is seen, of the others nothing; behind the house nothing of the lower storeys.
  const [front, behind, within] = found.views
  expect(front!.of).toBe(found.ownFacadeHours.points)
  expect(front!.seen / front!.of).toBeCloseTo(30 / 100, 1)
  expect(behind!.seen).toBeLessThan(front!.seen)
  // From the house itself the whole north wall is seen.
  expect(within!.seen).toBe(front!.seen)
  expect(found.seenShare).toBeGreaterThan(0.5)
})

test('what is hidden and put back in the same place changes nothing but the count of façade points', () => {
  const same = analyse({
    ...task,
    proposal: {
      name: '',
      parts: [{name: '', use: 'housing', storeys: 3, heightMetres: 9, rings: house.polygons[0]!}],
      hides: ['house'],
    },
  })
  expect(same.losing).toEqual([])
  expect(same.newShadeM2).toBe(0)
  expect(same.losingM2).toBe(0)
  expect(same.skyProposed).toBe(same.skyToday)
  expect(same.proposed).toEqual(same.today)
})

test('the same question has the same answer', () => {
  expect(analyse(task)).toEqual(analyse(structuredClone(task)))
})

test('over the year a tower takes less a day from the south than in December, and the norm of a day is left open', () => {
  const december = analyse(task)
  const year = analyse({...task, settings: {...task.settings, span: 'year', cellMetres: 4}})
  expect(year.dayHours).toBeGreaterThan(12)
  expect(year.dayHours).toBeLessThan(12.4)
  expect(year.losing[0]!.lostHours).toBeLessThan(december.losing[0]!.lostHours)
  expect(year.sunLeft).toBeNull()
})

test('the shade of another hour alone is that of the whole; at night there is none', () => {
  const afternoon = {...task, instant: Date.parse('2026-12-21T13:00:00Z')}
  const {shade, newShadeM2, sun} = analyse(afternoon)
  expect(shadeOf(afternoon)).toEqual({shade, newShadeM2, sun})
  expect(newShadeM2).toBeGreaterThan(0)
  expect(sun.azimuthDegrees).toBeGreaterThan(200)
  const night = shadeOf({...task, instant: Date.parse('2026-12-21T20:00:00Z')})
  expect(night.sun.isUp).toBe(false)
  expect(night.newShadeM2).toBe(0)
})
