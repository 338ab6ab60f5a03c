import {expect, test} from 'vitest'
import type {MapDescription} from './map-description.ts'
import {type Box, tileBox, tilesIn} from './tile-grid.ts'
import {tilesSeen} from './tiles-seen.ts'

const city: Box = [30.4, 50.3, 30.6, 50.5]
const levels = [10, 11, 12]
const available: MapDescription['available'] = {}
for (const level of levels)
  for (const {x, y} of tilesIn(city, level)) {
    // The densest level has only every other column.
    if (level === 12 && x % 2) continue
    available[level] ??= {}
    available[level][x] ??= []
    available[level][x].push(y)
  }
const map: MapDescription = {
  ...{city: 'city', madeFrom: '', scheme: 'EPSG:4326', tiles: '{z}/{x}/{y}.png', tilePixels: 512},
  ...{box: city, minimumLevel: 10, maximumLevel: 12, available},
}
const covers = (tiles: {box: Box}[], lon: number, lat: number) =>
  tiles.some(
    ({box: [west, south, east, north]}) => lon >= west && lon <= east && lat >= south && lat <= north,
  )

test('a city on a phone takes the coarse tiles, a street the fine ones', () => {
  const coarse = tilesSeen(map, city, 360)
  expect(coarse.map(({address}) => address.split('/')[0])).toEqual(coarse.map(() => '10'))
  const street = tilesSeen(map, [30.44, 50.4, 30.46, 50.41], 1000)
  expect(new Set(street.map(({address}) => address.split('/')[0]))).toContain('12')
})

test('nothing in the box is left without a tile, and every tile is there', () => {
  for (const pixels of [200, 800, 3000]) {
    const tiles = tilesSeen(map, city, pixels)
    for (let lon = 30.41; lon < 30.6; lon += 0.02)
      for (let lat = 50.31; lat < 50.5; lat += 0.02) expect(covers(tiles, lon, lat)).toBe(true)
    for (const {address, box} of tiles) {
      const [level, x, y] = address.replace('.png', '').split('/').map(Number)
      expect(available[level!]![x!]).toContain(y)
      expect(box).toEqual(tileBox({level: level!, x: x!, y: y!}))
    }
    const order = tiles.map(({address}) => Number(address.split('/')[0]))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
})

test('beyond the map there is nothing', () => {
  expect(tilesSeen(map, [10, 10, 10.1, 10.1], 1000)).toEqual([])
})
