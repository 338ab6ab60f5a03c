import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import watch from '../../intermediate/appeals/int_appeals_watch.ts'
import model from './buildings_around.ts'

// On a sphere of 6,371 km a degree is 111,195 m, east of 50.4° north 0.6374 of that.
const [lon, lat, perLat] = [30.5, 50.4, 111_195]
const perLon = perLat * Math.cos((lat * Math.PI) / 180)
const at = (east: number, north: number) => ({lon: lon + east / perLon, lat: lat + north / perLat})

const building = (building_id: string, east: number, north: number, more: GivenRow): GivenRow => ({
  ...{city: 'lutsk', building_id, place_flag: 'ok', area_m2: 100},
  ...at(east, north),
  ...more,
})
const buildings = [
  building('a', 0, 0, {use: 'житло', levels: 2}),
  building('b', 60, 0, {use: 'apartments', height_m: 9.2}),
  building('school', 0, 150, {use: 'школа', levels: 3}),
  building('far', 5000, 0, {use: 'склад'}),
  building('lost', 0, 0, {use: 'житло', levels: 9, place_flag: 'outside'}),
]
const end = Date.UTC(2026, 5, 30)
const ago = (days: number) => new Date(end - days * 86_400_000).toISOString()
const appeal = (east: number, north: number, days = 10, isPublic = true): GivenRow => ({
  ...{city: 'lutsk', received_at: ago(days), is_public_on_map: isPublic},
  ...at(east, north),
})
const reports = [
  appeal(0, 95),
  appeal(0, 95),
  appeal(-70, -60),
  appeal(0, -105),
  // A year old, and about a home.
  appeal(0, 50, 366),
  appeal(0, 50, 10, false),
  {city: 'lutsk', received_at: ago(3), is_public_on_map: true},
]
const cities = [
  {city: 'lutsk', zone: 'Europe/Kyiv', residents: 500},
  {city: 'rivne', zone: 'Europe/Kyiv', residents: null},
]
const given = {
  buildings: [...buildings, {...building('x', 0, 0, {use: 'житло'}), city: 'rivne'}],
  stg_appeals: reports.map((row, i) => ({...row, appeal_id: `${i}`})),
  int_appeals_coded: [{city: 'lutsk', appeal_id: 'last', received_at: ago(0)}],
  shelters: [
    {city: 'lutsk', shelter_id: 'near', ...at(300, 400)},
    {city: 'lutsk', shelter_id: 'farther', ...at(800, 800)},
    {city: 'lutsk', shelter_id: 'nowhere'},
  ],
  cities,
}

test('appeals within 100 m, the nearest shelter within a kilometre, and residents by floors', async () => {
  const rows = await modelRows(model, given, [watch])
  expect(rows.map(row => [row.building_id, row.appeals_100m, row.shelter_m, row.residents_estimate])).toEqual(
    [
      // 70 and 60 m away are 92; 300 and 400 are 500. Homes have 200 and 300 m² of floors, so 200 and 300 of 500 people.
      ['a', 3, 500, 200],
      // 60 and 95 m are 112; 240 and 400 are 466; 9.2 m are three storeys.
      ['b', 0, 466, 300],
      ['far', 0, null, null],
      // 150 − 95 m; 300 and 250 are 391.
      ['school', 2, 391, null],
      // A city that publishes no appeals, and whose people nobody has counted.
      ['x', null, null, null],
    ],
  )
})

test('a city without buildings has no rows, however many appeals', async () => {
  expect(await modelRows(model, {...given, buildings: []}, [watch])).toEqual([])
})
