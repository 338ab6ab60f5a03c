import {expect, test} from 'vitest'
import {Draw} from '../../tools/numbers/draw.ts'
import {makeCommunal} from '../spending/communal.ts'
import {executors} from './executors.ts'
import {Places} from './places.ts'
import {smallTown} from './town.fixture.ts'

const places = new Places(smallTown())

test('places are chosen as often as people live there', () => {
  const draw = new Draw(1, 'places')
  const counts = new Map<number, number>()
  const rounds = 60_000
  for (let round = 0; round < rounds; round++) {
    const {building} = places.choose('homes', draw)!
    counts.set(building.district, (counts.get(building.district) ?? 0) + 1)
  }
  for (const [district, count] of counts)
    expect(Math.abs(count / rounds - places.share('homes', district))).toBeLessThan(0.01)
  expect([0, 1, 2, 3, 4].reduce((sum, district) => sum + places.share('homes', district), 0)).toBeCloseTo(
    1,
    12,
  )
})

test('a district may be asked for, and lifts are where houses are tall', () => {
  const draw = new Draw(2, 'places')
  for (let round = 0; round < 500; round++) {
    expect(places.choose('heated', draw, 2)!.building.district).toBe(2)
    expect(places.choose('lifts', draw)!.building.storeys).toBeGreaterThan(7)
  }
  expect(places.choose('lifts', draw, 4)).toBeUndefined()
})

test('neighbours live on the same street, in the same district, a few doors away', () => {
  const draw = new Draw(3, 'places')
  for (let round = 0; round < 500; round++) {
    const place = places.choose('homes', draw)!
    const near = places.neighbour(place, 'homes', 4, draw)
    expect(near.building.street).toBe(place.building.street)
    expect(near.building.district).toBe(place.building.district)
    expect(near.residents).toBeGreaterThan(0)
    expect(Math.abs(near.building.centre[0] - place.building.centre[0])).toBeLessThanOrEqual(12 * 60)
  }
})

test('enterprises have the codes under which the city pays them', () => {
  const paid = new Map(Object.values(makeCommunal(1)).map(({name, code}) => [name.replaceAll('"', ''), code]))
  const known = Object.values(executors).filter(({name}) => paid.has(name.replaceAll(/[«»]/g, '')))
  expect(known.length).toBeGreaterThanOrEqual(7)
  for (const {name, code} of known) expect(code).toBe(paid.get(name.replaceAll(/[«»]/g, '')))
  expect(new Set(Object.values(executors).map(({code}) => code)).size).toBe(Object.keys(executors).length)
  for (const {code} of Object.values(executors)) expect(code).toMatch(/^99\d{6}$/)
})
