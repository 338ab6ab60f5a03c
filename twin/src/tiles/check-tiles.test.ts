import {copyFile, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {tileFaults} from './check-tiles.ts'
import {readSubtrees} from './read-subtrees.ts'
import type {LonLat, TileBuilding} from './tile-building.ts'
import {writeBuildingTiles} from './write-building-tiles.ts'

let folder: string
/** Addresses of the tiles, in order. */
let uris: string[]

/** Forty boxes of 12 × 11 m, ten to a tile. */
async function* town(): AsyncGenerator<TileBuilding> {
  for (let i = 0; i < 40; i++) {
    const [lon, lat] = [30.5 + (i % 8) * 0.002, 50.4 + Math.floor(i / 8) * 0.002]
    const ring: LonLat[] = [
      [lon, lat],
      [lon + 0.00017, lat],
      [lon + 0.00017, lat + 0.0001],
      [lon, lat + 0.0001],
      [lon, lat],
    ]
    yield {
      city: 'town',
      building_id: `b${i}`,
      height_m: 9,
      ground_m: null,
      levels: 3,
      use: null,
      address: null,
      year: null,
      roof: null,
      baseMetres: 25,
      footprint: {type: 'Polygon', coordinates: [ring]},
    }
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-faults-'))
  const {files} = await writeBuildingTiles(town(), folder, {limits: {items: 10, vertices: 1e6}})
  uris = files.filter(file => file.endsWith('.glb')).sort()
})
afterEach(() => rm(folder, {recursive: true}))

type Gltf = {
  asset: {version: string}
  bufferViews: {byteOffset: number}[]
  nodes: {translation: [number, number, number]}[]
  meshes: {primitives: {mode?: number}[]}[]
  extensions: {EXT_structural_metadata: {propertyTables: {count: number}[]}}
}

/** Writes a tile's JSON again, padded as the format demands, and leaves its numbers as they are. */
async function plantInTile(uri: string, change: (gltf: Gltf) => void): Promise<void> {
  const glb = await readFile(join(folder, uri))
  const length = glb.readUInt32LE(12)
  const gltf = JSON.parse(glb.toString('utf8', 20, 20 + length)) as Gltf
  change(gltf)
  const text = Buffer.from(JSON.stringify(gltf))
  const json = Buffer.concat([text, Buffer.alloc((12 - (text.length % 8)) % 8, ' ')])
  const head = Buffer.from(glb.subarray(0, 20))
  head.writeUInt32LE(20 + json.length + glb.length - 20 - length, 8)
  head.writeUInt32LE(json.length, 12)
  await writeFile(join(folder, uri), Buffer.concat([head, json, glb.subarray(20 + length)]))
}

async function plantInTileset(change: (tileset: {extras: {count: number}}) => void): Promise<void> {
  const path = join(folder, 'tileset.json')
  const tileset = JSON.parse(await readFile(path, 'utf8'))
  change(tileset)
  await writeFile(path, JSON.stringify(tileset))
}

type SubtreeJson = {
  bufferViews: {byteOffset: number}[]
  contentAvailability: {bitstream: number}[]
  propertyTables: {properties: Record<'boundingBox' | 'geometricError', {values: number}>}[]
}

/** Changes the numbers of the root's subtree, given where each kind of them begins. */
async function plantInSubtree(
  change: (bytes: Buffer, at: {boxes: number; errors: number; contents: number}) => void,
): Promise<void> {
  const path = join(folder, 'subtrees/0/0/0.subtree')
  const bytes = await readFile(path)
  const length = Number(bytes.readBigUInt64LE(8))
  const json = JSON.parse(bytes.toString('utf8', 24, 24 + length)) as SubtreeJson
  const start = (view: number) => 24 + length + json.bufferViews[view]!.byteOffset
  const {boundingBox, geometricError} = json.propertyTables[0]!.properties
  change(bytes, {
    boxes: start(boundingBox.values),
    errors: start(geometricError.values),
    contents: start(json.contentAvailability[0]!.bitstream),
  })
  await writeFile(path, bytes)
}

test('sound tiles have no fault', async () => {
  expect(uris.length).toBeGreaterThan(3)
  expect(await tileFaults(folder)).toEqual([])
  expect(await tileFaults(folder, [])).toEqual([])
})

test.each<[what: string, plant: () => Promise<unknown>, fault: RegExp]>([
  [
    'numbers that begin between boundaries',
    () =>
      plantInTile(uris[0]!, ({bufferViews}) => {
        bufferViews.at(-1)!.byteOffset -= 4
      }),
    /buffer view \d+ is off its boundary/,
  ],
  [
    'a table with a row that no building has',
    () =>
      plantInTile(uris[0]!, ({extensions}) => {
        extensions.EXT_structural_metadata.propertyTables[0]!.count++
      }),
    /cannot be read|column \w+ has \d+ bytes for \d+ values|has no triangle/,
  ],
  [
    'what the glTF validator knows to be wrong',
    () =>
      plantInTile(uris[0]!, ({meshes}) => {
        meshes[0]!.primitives[0]!.mode = 9
      }),
    /VALUE_NOT_IN_RANGE/,
  ],
  [
    'houses a hundred metres from their volume',
    () =>
      plantInTile(uris[0]!, ({nodes}) => {
        nodes[0]!.translation[0] += 100
      }),
    /reaches out of its tile/,
  ],
  [
    'houses under their volume',
    () =>
      plantInTile(uris[0]!, ({nodes}) => {
        nodes[0]!.translation[1] -= 5
      }),
    /reaches out of its tile/,
  ],
  [
    'a count of buildings that is not theirs',
    () => plantInTileset(({extras}) => void extras.count++),
    /extras\.count is 41, and there are 40 buildings/,
  ],
  [
    'a tile as rough as the one above it',
    async () => {
      const [root] = await readSubtrees(folder)
      await plantInSubtree((bytes, {errors}) => void bytes.writeDoubleLE(root!.geometricError, errors + 8))
    },
    /is as rough as its parent/,
  ],
  [
    'a volume that reaches out of the one above it',
    () => plantInSubtree((bytes, {boxes}) => void bytes.writeDoubleLE(9999, boxes + (12 + 3) * 8)),
    /reaches out of its parent/,
  ],
  [
    'a tile that is said to be there, and is not',
    () => rm(join(folder, uris[0]!)),
    /content\/.*\.glb is said to be there, and is not/,
  ],
  [
    'a tile that nothing leads to',
    () => copyFile(join(folder, uris[0]!), join(folder, 'content/stray.glb')),
    /content\/stray\.glb is there, and no subtree says so/,
  ],
  [
    'bits that are not as many as said',
    () =>
      plantInSubtree((bytes, {contents}) => {
        bytes[contents]! ^= 1
      }),
    /availableCount is not the number of bits/,
  ],
  [
    'a building in two tiles',
    () => copyFile(join(folder, uris[0]!), join(folder, uris[1]!)),
    /b\d+ is in another tile, too/,
  ],
  ['a file that is cut short', async () => writeFile(join(folder, uris[0]!), 'glTF'), /cannot be read/],
  ['no tileset', () => rm(join(folder, 'tileset.json')), /ENOENT.*tileset\.json/],
])('%s', async (_, plant, fault) => {
  await plant()
  const faults = await tileFaults(folder)
  expect(faults.join('\n')).toMatch(fault)
})

test('only tiles that are asked for are looked into, and the places of all', async () => {
  await plantInTile(uris[0]!, ({nodes}) => {
    nodes[0]!.translation[0] += 100
  })
  const name = (uri: string) => uri.replace(/^content\/(.*)\.glb$/, '$1')
  expect(await tileFaults(folder, uris.slice(1).map(name))).toEqual([])
  expect(await tileFaults(folder, [name(uris[0]!)])).not.toEqual([])
  await rm(join(folder, uris[1]!))
  expect(await tileFaults(folder, [])).toEqual([`${uris[1]} is said to be there, and is not`])
})
