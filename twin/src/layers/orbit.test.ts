import {expect, test} from 'vitest'
import {groundMetres} from './ground-metres.ts'
import {keyAction} from './key-action.ts'
import {moveOrbit, type Orbit} from './orbit.ts'
import {boxAround, orbitOver} from './orbit-over.ts'
import {orbitTo} from './orbit-to.ts'

const orbit: Orbit = {
  lon: 30.5,
  lat: 50.4,
  heightMetres: 45,
  headingDegrees: 90,
  pitchDegrees: -40,
  rangeMetres: 1000,
}

test('panning goes where one looks: forward is east when heading east, right is south', () => {
  const forward = moveOrbit(orbit, {move: 'pan', right: 0, forward: 1})
  expect(forward.lat).toBeCloseTo(50.4, 9)
  expect(groundMetres(orbit, forward)).toBeCloseTo(120, 0)
  const right = moveOrbit(orbit, {move: 'pan', right: 1, forward: 0})
  expect(right.lon).toBeCloseTo(30.5, 9)
  expect(right.lat).toBeLessThan(50.4)
  const back = moveOrbit(forward, {move: 'pan', right: 0, forward: -1})
  expect(back).toEqual({...orbit, lon: expect.closeTo(30.5, 9), lat: expect.closeTo(50.4, 9)})
})

test('zoom, tilt and turn stay within what can be looked at', () => {
  let near = orbit
  for (let i = 0; i < 40; i++) near = moveOrbit(near, {move: 'zoom', in: 1})
  expect(near.rangeMetres).toBe(40)
  let far = orbit
  for (let i = 0; i < 40; i++) far = moveOrbit(far, {move: 'zoom', in: -1})
  expect(far.rangeMetres).toBe(80_000)
  let up = orbit
  for (let i = 0; i < 10; i++) up = moveOrbit(up, {move: 'tilt', up: 1})
  expect(up.pitchDegrees).toBe(-10)
  expect(moveOrbit({...orbit, headingDegrees: 350}, {move: 'turn', right: 1}).headingDegrees).toBe(5)
  expect(moveOrbit({...orbit, headingDegrees: 5}, {move: 'turn', right: -1}).headingDegrees).toBe(350)
  expect(moveOrbit(orbit, {move: 'north'})).toEqual({...orbit, headingDegrees: 0})
  expect(moveOrbit(orbit, {move: 'top'})).toEqual({...orbit, headingDegrees: 0, pitchDegrees: -90})
})

test('a neighbourhood is looked at from the side, a city from above', () => {
  const street = orbitOver([30.5, 50.4, 30.51, 50.406], 45)
  expect(street).toMatchObject({
    lon: expect.closeTo(30.505, 9),
    lat: expect.closeTo(50.403, 9),
    heightMetres: 45,
    pitchDegrees: -38,
  })
  expect(orbitOver([30.2, 50.2, 30.8, 50.6], 0).pitchDegrees).toBe(-70)
  expect(
    boxAround([
      {lon: 30, lat: 50},
      {lon: 31, lat: 49},
    ]),
  ).toEqual([30, 49, 31, 50])
  expect(boxAround([])).toBeNull()
})

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) => keyAction({key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held})

test('every gesture has a key', () => {
  expect(press('ArrowUp')).toEqual({do: 'move', move: {move: 'pan', right: 0, forward: 1}})
  expect(press('ArrowLeft', {shiftKey: true})).toEqual({do: 'move', move: {move: 'turn', right: -1}})
  expect(press('ArrowUp', {shiftKey: true})).toEqual({do: 'move', move: {move: 'tilt', up: 1}})
  expect(press('+', {shiftKey: true})).toEqual({do: 'move', move: {move: 'zoom', in: 1}})
  expect(press('-')).toEqual({do: 'move', move: {move: 'zoom', in: -1}})
  expect(press('n')).toEqual(press('т'))
  expect(press('Home')).toEqual({do: 'home'})
  expect(press('Enter')).toEqual({do: 'pick'})
  expect(press('Escape')).toEqual({do: 'leave'})
})

test('other keys, and keys of the browser, are left alone', () => {
  expect(press('Tab')).toBeNull()
  expect(press('a')).toBeNull()
  expect(press('ArrowLeft', {altKey: true})).toBeNull()
  expect(press('+', {ctrlKey: true})).toBeNull()
})

test('a building is approached from where one looks, an area is seen whole', () => {
  expect(orbitTo({lon: 30.6, lat: 50.5}, undefined, {...orbit, pitchDegrees: -90}, 1)).toEqual({
    ...orbit,
    lon: 30.6,
    lat: 50.5,
    pitchDegrees: -60,
    rangeMetres: 320,
  })
  const ring: [number, number][] = [
    [30, 50],
    [30.2, 50],
    [30.2, 50.1],
  ]
  const area = orbitTo({lon: 30.1, lat: 50}, {layer: 'a', key: '1', polygons: [[ring]]}, orbit, 1)
  expect(area).toEqual(orbitOver([30, 50, 30.2, 50.1], 45))
})
