import {siteFrame} from '@hromada/twin/planning'
import {expect, test} from 'vitest'
import {planPicture} from './plan-picture.ts'

const [lon, lat] = [30.5, 50.4]
const frame = siteFrame(lon, lat)
const square = (east: number, north: number, half: number) => [
  [
    [east - half, north - half],
    [east + half, north - half],
    [east + half, north + half],
    [east - half, north + half],
    [east - half, north - half],
  ].map(corner => frame.toDegrees(corner as [number, number]) as [number, number]),
]
const proposal = {
  name: '',
  hides: ['old'],
  parts: [{name: '', use: 'housing' as const, storeys: 5, heightMetres: 15, rings: square(0, 0, 10)}],
}

test('a plan is in metres with north up, and knows where on the earth a click is', () => {
  const around = [
    {key: 'old', polygons: [square(5, 0, 4)]},
    {key: 'house', polygons: [square(0, 50, 5)]},
  ]
  const [inside, outside] = [frame.toDegrees([30, 40]), frame.toDegrees([30, 400])].map(([x, y]) => ({
    lon: x,
    lat: y,
  }))
  const {
    buildings,
    proposal: bodies,
    marks,
    ground,
    viewBox,
    scale,
  } = planPicture(
    proposal,
    around,
    [
      {number: 1, place: inside!},
      {number: 2, place: outside!},
      {number: 3, place: null},
    ],
    100,
  )
  expect(viewBox).toBe('-100 -100 200 200')
  expect(buildings.map(({isHidden}) => isHidden)).toEqual([true, false])
  const corners = (path: string) =>
    [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
  expect(corners(bodies[0]!)).toEqual([
    [-10, 10],
    [10, 10],
    [10, -10],
    [-10, -10],
    [-10, 10],
  ])
  // North of the proposal is above it.
  expect(Math.min(...corners(buildings[1]!.path).map(([, b]) => b!))).toBeLessThan(-50)
  expect(marks.map(({text}) => text)).toEqual(['1'])
  const [mark] = marks
  expect(ground.lon + mark!.x * ground.lonPerMetre).toBeCloseTo(inside!.lon, 5)
  expect(ground.lat - mark!.y * ground.latPerMetre).toBeCloseTo(inside!.lat, 5)
  expect(scale.metres).toBe(50)
})
