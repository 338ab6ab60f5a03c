import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../../../../.config/temporary-folder.ts'
import type {MapName} from './names-of-tile.ts'
import {namesOfTile} from './names-of-tile.ts'
import {tilesAcross} from './tiles-across.ts'
import type {VectorMapDescription} from './vector-map-description.ts'
import {degrees, town} from './vector-town.fixture.ts'
import {writeVectorTiles} from './write-vector-tiles.ts'

const folder = temporaryFolder('names')
const [west, south] = degrees([-1500, -1500])
const [east, north] = degrees([1500, 1500])

const namesAcross = async (pixels: number): Promise<MapName[]> => {
  const description = JSON.parse(await readFile(join(folder, 'tiles.json'), 'utf8')) as VectorMapDescription
  const tiles = tilesAcross(description, [west, south, east, north], pixels)
  const found = await Promise.all(
    tiles.map(async ({address, ...tile}) => namesOfTile(await readFile(join(folder, address)), tile)),
  )
  return found.flat()
}

test('what a picture has room for is read from the tiles in its box: both languages, and where it lies', async () => {
  await writeVectorTiles(town, folder)
  const names = await namesAcross(2000)
  const avenue = names.filter(({name}) => name === 'просп. Свободи')
  expect(avenue.length).toBeGreaterThan(0)
  for (const {kind, nameEn, points} of avenue) {
    expect([kind, nameEn]).toEqual(['street', 'Svobody Avenue'])
    // A line within its tile and the tile's buffer.
    for (const [lon, lat] of points) {
      expect(Math.abs(lon - (west + east) / 2)).toBeLessThan(0.06)
      expect(Math.abs(lat - (south + north) / 2)).toBeLessThan(0.06)
    }
    expect(points.length).toBeGreaterThan(1)
  }
  expect(
    names.some(({kind, name, points}) => kind === 'place' && name === 'Тестове' && points.length === 1),
  ).toBe(true)
  // From farther away there are fewer.
  expect((await namesAcross(200)).length).toBeLessThan(names.length)
})

test('tiles are those that the map lists, of the zoom that fits', () => {
  // The documentation of mercantile: the upper left corner of tile 10/486/332 is 9.140625° W, 53.33087298° N.
  const map = {
    minzoom: 9,
    maxzoom: 10,
    tiles: ['{z}/{x}/{y}.mvt'],
    available: {10: {486: [332]}, 9: {243: [166]}},
  } as unknown as VectorMapDescription
  const corner = [-9.1406, 53.31, -9.1006, 53.3308] as [number, number, number, number]
  expect(tilesAcross(map, corner, 80)).toEqual([{z: 10, x: 486, y: 332, address: '10/486/332.mvt'}])
  expect(tilesAcross(map, corner, 8000)).toEqual(tilesAcross(map, corner, 80))
  expect(tilesAcross(map, corner, 20)).toEqual([{z: 9, x: 243, y: 166, address: '9/243/166.mvt'}])
  expect(tilesAcross(map, [-9.2, 53.34, -9.1407, 53.4], 80)).toEqual([])
  expect(tilesAcross(map, [10, 10, 10.01, 10.01], 800)).toEqual([])
})

test('what is no vector tile is refused', () => {
  expect(() => namesOfTile(new TextEncoder().encode('<html>Not found</html>'), {z: 14, x: 0, y: 0})).toThrow()
})
