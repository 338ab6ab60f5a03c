import {expect, test} from 'vitest'
import {planOf} from './plan.ts'

test('north is up, east is right, and a metre is a metre both ways', () => {
  const plan = planOf([30, 50, 30.1, 50.1])
  const [west, north] = plan.point({lon: 30, lat: 50.1})
  const [east, south] = plan.point({lon: 30.1, lat: 50})
  expect(south - north).toBeCloseTo(11_132, 0)
  expect(east - west).toBeCloseTo(11_132 * Math.cos((50.05 * Math.PI) / 180), 0)
  expect([west, north]).toEqual([0, 0])
  expect([plan.width, plan.height]).toEqual([east, south])
})

test('an outline is one path of its rings', () => {
  const plan = planOf([30, 50, 30.01, 50.01])
  const ring: [number, number][] = [
    [30, 50],
    [30.01, 50],
    [30.01, 50.01],
  ]
  const path = plan.path({layer: 'a', key: '1', polygons: [[ring], [ring, ring]]})
  expect(path.match(/M/g)).toHaveLength(3)
  expect(path).toMatch(/^M0 1113\.2L[\d. ]+L[\d. ]+Z/)
})
