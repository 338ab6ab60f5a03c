import {createHash} from 'node:crypto'
import {mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {MapDescription} from './map-description.ts'
import type {MapRows} from './map-scene.ts'
import {areaStyles, roadStyles} from './map-style.ts'
import {readPng} from './read-png.fixture.ts'
import {tileBox} from './tile-grid.ts'
import {writeMapTiles} from './write-map-tiles.ts'

// A square of land three kilometres wide with the sea in its southern third, a street that crosses the middle from west
// to east, a park of known corners, a house and a tree.
const [lon, lat] = [31, 46]
const [perLon, perLat] = [77_463, 111_152]
const place = (east: number, north: number): [number, number] => [lon + east / perLon, lat + north / perLat]
const box = (west: number, south: number, east: number, north: number) =>
  JSON.stringify({
    type: 'Polygon',
    // Clockwise, which is not what the standard asks: publishers do that.
    coordinates: [
      [place(west, south), place(west, north), place(east, north), place(east, south), place(west, south)],
    ],
  })
const rows: MapRows = {
  surroundings: null,
  areas: [
    {kind: 'residential', geometry: box(-1500, -500, 1500, 1500)},
    {kind: 'sea', geometry: box(-1500, -1500, 1500, -500)},
    {kind: 'park', geometry: box(200, 200, 400, 500)},
    {kind: 'something new', geometry: box(-400, 200, -200, 500)},
    {kind: 'park', geometry: 'no JSON'},
  ],
  roads: [
    {
      class: 'avenue',
      isBridge: false,
      geometry: JSON.stringify({type: 'LineString', coordinates: [place(-1500, 0), place(1500, 0)]}),
    },
    // A path around the park and the tree, so that there are tiles of the finer level.
    {
      class: 'path',
      isBridge: false,
      geometry: JSON.stringify({
        type: 'LineString',
        coordinates: [place(100, 150), place(450, 150), place(450, 550), place(720, 720), place(100, 550)],
      }),
    },
  ],
  buildings: [{geometry: box(-60, 100, -30, 130), heightMetres: 30}],
  trees: [{lon: place(700, 700)[0], lat: place(700, 700)[1], crownMetres: 12, heightMetres: 10}],
}

let folder: string
let description: MapDescription
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-map-'))
  await writeMapTiles('testove', rows, null, join(folder, 'a'), {threads: 2})
  description = JSON.parse(await readFile(join(folder, 'a/map.json'), 'utf8')) as MapDescription
})
afterAll(() => rm(folder, {recursive: true}))

/** Red, green, blue, alpha at a place, in the tile of that level that its coordinates lead to. */
async function colourAt(level: number, east: number, north: number): Promise<number[]> {
  const [x, y] = place(east, north)
  const size = 180 / 2 ** level
  const [column, row] = [(x + 180) / size, (90 - y) / size]
  const tile = `${level}/${Math.floor(column)}/${Math.floor(row)}.png`
  const {width, pixels} = readPng(await readFile(join(folder, 'a', tile)))
  const at = (Math.floor((row % 1) * 512) * width + Math.floor((column % 1) * 512)) * 4
  return [...pixels.subarray(at, at + 4)]
}

const colour = (kind: string) => [...areaStyles.find(({kinds}) => kinds.includes(kind))!.colours[0]!, 255]

test('what lies astray is not on the map: axes swapped, or a sea away', async () => {
  const line = (...coordinates: number[][]) => ({
    class: 'avenue',
    isBridge: false,
    geometry: JSON.stringify({type: 'LineString', coordinates}),
  })
  const [lon, lat] = place(0, 0) as [number, number]
  const around: MapRows = {...rows, surroundings: [lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1]}
  const astray: MapRows = {
    ...around,
    // A road that leaves the surroundings is drawn as far as they reach.
    roads: [...around.roads, line([lat, lon], [lat + 1, lon]), line([lon, lat], [lon + 8, lat])],
    trees: [...around.trees, {lon: lat, lat: lon, crownMetres: 3, heightMetres: 4}],
    buildings: [
      ...around.buildings,
      {
        geometry: JSON.stringify({
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        }),
        heightMetres: 9,
      },
    ],
  }
  const told = async (name: string, one: MapRows) => {
    await writeMapTiles('testove', one, null, join(folder, name), {threads: 2})
    const {box, minimumLevel, maximumLevel} = JSON.parse(
      await readFile(join(folder, name, 'map.json'), 'utf8'),
    ) as MapDescription
    return {box, minimumLevel, maximumLevel}
  }
  expect(await told('astray', astray)).toEqual(await told('around', around))
})

test.each([13, 14])(
  'level %i: sea is the sea’s colour, a street a street’s, land that nobody knows plain',
  async level => {
    expect(await colourAt(level, 0, -1140)).toEqual(colour('sea'))
    // A few hundred metres out, where it is as deep as it gets.
    const avenue = roadStyles.find(({classes}) => classes.includes('avenue'))!
    expect(await colourAt(level, 300, 0)).toEqual([...avenue.fill, 255])
    expect(await colourAt(level, 0, 900)).toEqual(colour('residential'))
    expect(await colourAt(level, -300, 300)).toEqual(colour('residential'))
  },
)

test('a corner lies where it is: a metre and a half inside the park is park, outside is not', async () => {
  const park = areaStyles.find(({kinds}) => kinds.includes('park'))!.colours.map(one => [...one, 255])
  for (const [east, north] of [
    [201.5, 201.5],
    [398.5, 201.5],
    [398.5, 498.5],
    [201.5, 498.5],
  ] as const)
    expect(park).toContainEqual(await colourAt(15, east, north))
  for (const [east, north] of [
    [198.5, 198.5],
    [401.5, 300],
    [300, 501.5],
  ] as const)
    expect(await colourAt(15, east, north)).toEqual(colour('residential'))
})

test('a house throws its shadow to the north-west, away from the morning sun, as far as its height says', async () => {
  const [red] = colour('residential') as [number]
  // 30 m high, the sun 40° up in the south-east: 28 m to the west and 22 m to the north.
  expect((await colourAt(15, -70, 135))[0]).toBeLessThan(red - 25)
  expect((await colourAt(15, -80, 145))[0]).toBeLessThan(red - 8)
  expect((await colourAt(15, -100, 170))[0]).toBe(red)
  expect((await colourAt(15, -20, 95))[0]).toBe(red)
})

test('a crown is green, and the map fades away beyond what is known', async () => {
  const [red, green, blue] = (await colourAt(15, 700, 700)) as [number, number, number]
  expect(green).toBeGreaterThan(Math.max(red, blue))
  const level = description.minimumLevel
  const [, , , near] = (await colourAt(level, 1600, 900)) as [number, number, number, number]
  const [, , , far] = (await colourAt(level, 3900, 900)) as [number, number, number, number]
  expect(near).toBeGreaterThan(150)
  expect(far).toBeLessThan(40)
  // The sea goes on where the data ends.
  const [seaRed, , seaBlue] = (await colourAt(level, 2500, -1000)) as [number, number, number]
  expect(seaBlue).toBeGreaterThan(seaRed + 30)
})

test('the description lists the tiles that there are, each within its box', async () => {
  const files = (await readdir(join(folder, 'a'), {recursive: true})).filter(name => name.endsWith('.png'))
  const listed = Object.entries(description.available).flatMap(([level, columns]) =>
    Object.entries(columns).flatMap(([x, ys]) => ys.map(y => ({level: Number(level), x: Number(x), y}))),
  )
  expect(listed.map(({level, x, y}) => `${level}/${x}/${y}.png`).sort()).toEqual(files.sort())
  const [west, south, east, north] = description.box
  for (const tile of listed) {
    const [w, s, e, n] = tileBox(tile)
    expect(w >= west && s >= south && e <= east && n <= north).toBe(true)
  }
  expect(Math.min(...listed.map(({level}) => level))).toBe(description.minimumLevel)
  expect(Math.max(...listed.map(({level}) => level))).toBe(description.maximumLevel)
})

test('the same rows give the same bytes, however many threads paint', async () => {
  await writeMapTiles('testove', rows, null, join(folder, 'b'), {threads: 1})
  expect(await hashOf(join(folder, 'b'))).toBe(await hashOf(join(folder, 'a')))
})

test('unchanged rows take the files of the release before; changed ones are painted anew', async () => {
  const before = join(folder, 'a')
  const same = await writeMapTiles('testove', rows, null, join(folder, 'c'), {before})
  expect(same.files).toContain('map.json')
  expect(await hashOf(join(folder, 'c'))).toBe(await hashOf(before))
  expect((await stat(join(folder, 'c/map.json'))).ino).toBe((await stat(join(before, 'map.json'))).ino)
  const changed = {...rows, trees: []}
  await writeMapTiles('testove', changed, null, join(folder, 'd'), {before})
  expect(await hashOf(join(folder, 'd'))).not.toBe(await hashOf(before))
})

test('a city without streets and areas has no map', async () => {
  const nothing = {...rows, areas: [], roads: []}
  expect(await writeMapTiles('pusto', nothing, null, join(folder, 'e'))).toEqual({files: []})
  expect((await readdir(folder)).includes('e')).toBe(false)
})

async function hashOf(place: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(place, {recursive: true})).sort())
    if (/\.(png|json)$/.test(name)) hash.update(name).update(await readFile(join(place, name)))
  return hash.digest('hex')
}
