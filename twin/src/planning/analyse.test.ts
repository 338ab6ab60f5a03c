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
  viewpoints: [
    {name: 'перед', ...looking(0, -80)},
    {name: 'за будинком', ...looking(0, 42)},
    {name: 'у будинку', ...looking(0, 35)},
  ],
}

function place(east: number, north: number): {lon: number; lat: number} {
  const [x, y] = frame.toDegrees([east, north])
  return {lon: x, lat: y}
}

function looking(east: number, north: number) {
  return {...place(east, north), eyeMetres: 1.6, isOwn: false}
}

test('a tower south of a house on a winter day takes sun from its south wall, its ground and its sky', () => {
  const shares: number[] = []
  const found = analyse(task, share => shares.push(share))
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(found.losing.map(({key}) => key)).toEqual(['house'])
  expect(found.losing[0]!.lostHours).toBeGreaterThan(2)
  expect(found.walls!.length).toBeGreaterThan(0)
  expect(found.skyProposed).toBeLessThan(found.skyToday)
  expect(found.losingM2).toBeGreaterThan(300)

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
  expect(year.walls).toBeNull()
  expect(year.longestProposed).toBeNull()
  expect(year.ownFacadeHours.leastUnbroken).toBeNull()
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

test('from a viewpoint of one’s own: the ground behind the tower goes out of sight, by similar triangles', () => {
  const {lon: x, lat: y} = place(0, -80)
  const own = (eyeMetres: number) => ({name: 'око', lon: x, lat: y, eyeMetres, isOwn: true})
  const {views, cells, grid} = analyse({...task, buildings: [], viewpoints: [own(1.6), own(100)]})
  const ground = (index: number, east: number, north: number) => {
    const row = Math.floor((north - grid.south) / grid.cellMetres)
    const cell = row * grid.columns + Math.floor((east - grid.west) / grid.cellMetres)
    return views[index]!.ground![cells.indexOf(cell)]
  }
  expect(views.map(({isTopSeen}) => isTopSeen)).toEqual([true, true])
  // At eye height all behind it is hidden, what lies before or far aside is not.
  expect([ground(0, 0, 60), ground(0, 0, -40), ground(0, 80, 20)]).toEqual([2, 1, 1])
  // From 100 m up, 90 m from the far edge of a roof 30 m high: the ray over it falls 70 m in 90 and meets the ground
  // 30 · 90 / 70 = 38.6 m behind, 48.6 m north of the middle.
  expect([ground(1, 0, 42), ground(1, 0, 56)]).toEqual([2, 1])
  // The house in the way hides the top of a low proposal; the line of sight says so.
  const low = {...task.proposal.parts[0]!, storeys: 2, heightMetres: 6}
  const behind = {...own(1.6), ...place(0, 60)}
  const over = analyse({...task, proposal: {...task.proposal, parts: [low]}, viewpoints: [behind]}).views[0]!
  expect(over.isTopSeen).toBe(false)
  expect(over.seen).toBe(0)
  // Eye 1.6 m up, 20 m from the house's near wall of 9 m: 50 m off, over its edge, is 1.6 + 7.4 / 20 · 60 = 23.8 m.
  const tall = {...low, storeys: 8, heightMetres: 24.5}
  expect(
    analyse({...task, proposal: {...task.proposal, parts: [tall]}, viewpoints: [behind]}).views[0]!.isTopSeen,
  ).toBe(true)
  expect(
    analyse({
      ...task,
      proposal: {...task.proposal, parts: [{...tall, heightMetres: 23}]},
      viewpoints: [behind],
    }).views[0]!.isTopSeen,
  ).toBe(false)
})

test('eyes set inside a standing building are said to be there, unless they are over its roof or it makes way', () => {
  const own = (eyeMetres: number) => ({...looking(0, 35), name: 'око', eyeMetres, isOwn: true})
  const {views} = analyse({...task, viewpoints: [own(1.6), own(9.5), {...own(1.6), ...place(0, 60)}]})
  expect(views.map(({isIndoors}) => isIndoors)).toEqual([true, false, false])
  const cellsSeen = views.map(({ground}) => ground!.filter(kind => kind === 1).length)
  // The house is 50 cells.
  expect(cellsSeen[0]).toBeLessThanOrEqual(50)
  expect(Math.min(...cellsSeen.slice(1))).toBeGreaterThan(300)
  // The proposal is seen from a window of the same house: its own walls are not in the way.
  expect(views[0]!.seen).toBeGreaterThan(0)
  const cleared = {...task, proposal: {...task.proposal, hides: ['house']}, viewpoints: [own(1.6)]}
  expect(analyse(cleared).views[0]!.isIndoors).toBe(false)
})

test('eyes set inside the proposal are said to be there and see no ground, unless they are over its roof', () => {
  const own = (eyeMetres: number) => ({...looking(0, 0), name: 'око', eyeMetres, isOwn: true})
  const {views} = analyse({...task, viewpoints: [own(1.6), own(31), {...own(1.6), ...place(0, 60)}]})
  expect(views.map(({isEnclosed}) => isEnclosed)).toEqual([true, false, false])
  expect(views.map(({ground}) => ground === null)).toEqual([true, false, false])
})
