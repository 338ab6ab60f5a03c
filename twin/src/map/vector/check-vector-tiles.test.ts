import {copyFile, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fromGeojsonVt} from '@maplibre/vt-pbf'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {tileFiles} from '../reuse-map-tiles.ts'
import {vectorTileFaults} from './check-vector-tiles.ts'
import type {VectorMapDescription} from './vector-map-description.ts'
import {town} from './vector-town.fixture.ts'
import {writeVectorTiles} from './write-vector-tiles.ts'

let folder: string
let tiles: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-vector-faults-'))
  await writeVectorTiles(town, folder)
  tiles = tileFiles(await read(), 'mvt')
})
afterEach(() => rm(folder, {recursive: true}))

const read = async () =>
  JSON.parse(await readFile(join(folder, 'tiles.json'), 'utf8')) as VectorMapDescription

async function inDescription(change: (description: VectorMapDescription) => void): Promise<void> {
  const description = await read()
  change(description)
  await writeFile(join(folder, 'tiles.json'), JSON.stringify(description))
}

type Ring = [number, number][]
const square = (from: number, to: number): Ring => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]

/** Puts a tile of one feature in place of the last one, which is of the finest zoom. */
async function inTile(
  feature: {type: 1 | 2 | 3; geometry: unknown; tags?: Record<string, unknown>} | null,
  {layer = 'land', version = 2, extent = 4096, tile = tiles.at(-1)!} = {},
): Promise<void> {
  const features = feature ? [{tags: {kind: 'park'}, ...feature}] : []
  const layers = {[layer]: {features}} as unknown as Parameters<typeof fromGeojsonVt>[0]
  await writeFile(join(folder, tile), fromGeojsonVt(layers, {version, extent}))
}

test('a sound map has no fault, nor has a tile of one sound area', async () => {
  expect(await vectorTileFaults(folder)).toEqual([])
  await inTile({
    type: 3,
    geometry: [square(-64, 4160), square(10, 20).reverse(), square(5000, 5001)].slice(0, 2),
  })
  expect(await vectorTileFaults(folder)).toEqual([])
})

test.each<[what: string, plant: () => Promise<unknown>, fault: RegExp]>([
  ['no description', () => rm(join(folder, 'tiles.json')), /^tiles\.json cannot be read: ENOENT/],
  ['a description cut short', () => writeFile(join(folder, 'tiles.json'), '{"tilejson"'), /cannot be read/],
  [
    'a description without what it needs',
    () => writeFile(join(folder, 'tiles.json'), '{}'),
    /cannot be read/,
  ],
  [
    'another version of TileJSON',
    () => inDescription(one => Object.assign(one, {tilejson: '2.2.0'})),
    /is of TileJSON 2\.2\.0/,
  ],
  ['other tiles', () => inDescription(one => one.tiles.push('x')), /has other tiles/],
  ['turned bounds', () => inDescription(one => one.bounds.reverse()), /has the bounds/],
  ['a centre elsewhere', () => inDescription(one => one.center.fill(0)), /has its center 0,0,0 outside/],
  ['a zoom without tiles', () => inDescription(one => void one.minzoom--), /and tiles of/],
  [
    'a layer at a zoom that there is not',
    () => inDescription(one => void one.vector_layers[0]!.maxzoom++),
    /has the layer ocean at zooms \d+ to 15/,
  ],
  [
    'a promised tile that is missing',
    () => rm(join(folder, tiles[0]!)),
    /\.mvt is promised, and is not there/,
  ],
  [
    'a tile that nobody promised',
    () => copyFile(join(folder, tiles[0]!), join(folder, 'stray.mvt')),
    /stray\.mvt is there, and tiles\.json does not say so/,
  ],
  ['an empty tile', () => writeFile(join(folder, tiles[0]!), ''), /it is empty/],
  ['no tile at all', () => writeFile(join(folder, tiles[0]!), 'no tile'), /it cannot be read/],
  [
    'a tile cut short',
    async () => {
      const bytes = await readFile(join(folder, tiles[0]!))
      await writeFile(join(folder, tiles[0]!), bytes.subarray(0, bytes.length - 7))
    },
    /\.mvt: /,
  ],
  [
    'a layer that nobody described',
    () => inTile({type: 3, geometry: [square(0, 9)]}, {layer: 'landuse'}),
    /tiles\.json has no layer landuse/,
  ],
  [
    'a layer at another zoom',
    () =>
      inTile({type: 3, geometry: [square(0, 9)], tags: {id: 'B1'}}, {layer: 'buildings', tile: tiles[0]!}),
    /tiles\.json has the layer buildings at zooms 14 to 14 only/,
  ],
  ['a layer without features', () => inTile(null), /it is empty/],
  [
    'the first version',
    () => inTile({type: 3, geometry: [square(0, 9)]}, {version: 1}),
    /it is of version 1/,
  ],
  ['another extent', () => inTile({type: 3, geometry: [square(0, 9)]}, {extent: 512}), /its extent is 512/],
  [
    'a field that nobody described',
    () => inTile({type: 3, geometry: [square(0, 9)], tags: {colour: 'red'}}),
    /land: tiles\.json has no field colour/,
  ],
  [
    'a number for a word',
    () => inTile({type: 3, geometry: [square(0, 9)], tags: {kind: 7}}),
    /the field kind is no string/,
  ],
  ['a corner beyond the buffer', () => inTile({type: 3, geometry: [square(-65, 9)]}), /beyond the buffer/],
  [
    'a line beyond the buffer',
    () =>
      inTile({
        type: 2,
        geometry: [
          [
            [0, 0],
            [0, 4161],
          ],
        ],
      }),
    /beyond the buffer/,
  ],
  ['a line of one place', () => inTile({type: 2, geometry: [[[0, 0]]]}), /one place only/],
  [
    'an outline wound as a hole',
    () => inTile({type: 3, geometry: [square(0, 9).reverse()]}),
    /begins with a hole/,
  ],
  [
    'a ring that encloses nothing',
    () => inTile({type: 3, geometry: [square(0, 9), square(3, 3)]}),
    /encloses nothing/,
  ],
  ['a feature without a place', () => inTile({type: 3, geometry: []}), /has no place/],
])('%s', async (_, plant, fault) => {
  await plant()
  expect((await vectorTileFaults(folder)).join('\n')).toMatch(fault)
})
