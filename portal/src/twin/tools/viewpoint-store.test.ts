import {expect, test} from 'vitest'
import {mostViewpoints, type Viewpoint, viewpointStore} from './viewpoint-store.ts'

const memory = (first: [string, string][] = []) => {
  const kept = new Map(first)
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const school: Viewpoint = {
  name: 'Від школи',
  stand: {lon: 31.32, lat: 45.9, headingDegrees: 90, pitchDegrees: 5},
}
const hill: Viewpoint = {
  name: 'З пагорба',
  view: {lon: 31.3, lat: 45.91, heightMetres: 44, headingDegrees: 348, pitchDegrees: -22, rangeMetres: 5600},
}

test('what is kept of a city is there again, and of that city alone', () => {
  const storage = memory()
  expect(viewpointStore('demo', () => storage).keep([school, hill])).toBe(true)
  expect(viewpointStore('demo', () => storage).all()).toEqual([school, hill])
  expect(viewpointStore('odesa', () => storage).all()).toEqual([])
  viewpointStore('demo', () => storage).keep(Array(60).fill(hill))
  expect(viewpointStore('demo', () => storage).all()).toHaveLength(mostViewpoints)
})

test.each([
  ['{'],
  ['null'],
  ['{"length":1e9}'],
  ['[null,1,"x",{"name":1,"camera":"at=1,2,3,4,-5,600"},{"name":"x","camera":"at=1"},{"name":"x"}]'],
  [JSON.stringify([{name: 'x'.repeat(81), camera: 'at=1,2,3,4,-5,600'}])],
])('what is no list of viewpoints is none: %s', text => {
  expect(viewpointStore('demo', () => memory([['hromada-viewpoints-demo', text]])).all()).toEqual([])
})

test('where a browser forbids to keep anything, nothing breaks', () => {
  const forbidden = viewpointStore('demo', () => {
    throw new Error('SecurityError')
  })
  expect(forbidden.all()).toEqual([])
  expect(forbidden.keep([hill])).toBe(false)
})
