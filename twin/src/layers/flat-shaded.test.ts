import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {validateBytes} from 'gltf-validator'
import {MeshoptDecoder} from 'meshoptimizer'
import {beforeAll, expect, test} from 'vitest'
import type {Local} from '../tiles/local-frame.ts'
import {featuresOf, type ReadTile, readTiles} from '../tiles/read-tiles.ts'
import type {TileBuilding} from '../tiles/tile-building.ts'
import {writeBuildingTiles} from '../tiles/write-building-tiles.ts'
import {flatShaded} from './flat-shaded.ts'

/** Houses of five walls and a flat roof, each turned another way. */
async function* houses(): AsyncGenerator<TileBuilding> {
  for (let number = 0; number < 40; number++) {
    const turned = (angle: number): [number, number] => [
      30.7 + (number % 8) * 5e-4 + 1e-4 * Math.cos(angle + number),
      46.5 + Math.floor(number / 8) * 5e-4 + 7e-5 * Math.sin(angle + number),
    ]
    const ring = [0, 1, 2, 3, 4].map(corner => turned((corner * 2 * Math.PI) / 5))
    yield {
      city: 'demo',
      building_id: `h${number}`,
      height_m: 5 + number,
      ground_m: null,
      levels: null,
      use: null,
      address: null,
      year: null,
      roof: null,
      footprint: {type: 'Polygon', coordinates: [[...ring, ring[0]!]]},
      baseMetres: 30,
    }
  }
}

let tile: ReadTile
let flat: Uint8Array
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hromada-flat-'))
  await writeBuildingTiles(houses(), folder, {threads: 1})
  tile = (await readTiles(folder)).tiles[0]!
  await rm(folder, {recursive: true})
  await MeshoptDecoder.ready
  flat = new Uint8Array(flatShaded(Uint8Array.from(tile.glb).buffer))
})

test('it is a valid file with the same triangles of the same houses, and their facts', async () => {
  const {issues} = await validateBytes(flat)
  expect(issues.messages.filter(({severity}) => severity < 2)).toEqual([])
  const read = await featuresOf(flat)
  expect(read.map(({row}) => row)).toEqual(tile.features.map(({row}) => row))
  const corners = (features: ReadTile['features']) =>
    features.map(({triangles}) => triangles.map(one => one.corners))
  expect(corners(read)).toEqual(corners(tile.features))
})

test('every normal is that of its triangle, to a byte', async () => {
  let count = 0
  for (const [house, {triangles}] of (await featuresOf(flat)).entries())
    for (const [number, {corners, normal}] of triangles.entries()) {
      const [a, b, c] = corners
      const along = ([x, y, z]: Local) => x * normal[0] + y * normal[1] + z * normal[2]
      const side = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])
      expect(Math.hypot(...normal)).toBeCloseTo(1, 1)
      expect(Math.abs(along(b) - along(a)) / side).toBeLessThan(0.01)
      expect(Math.abs(along(c) - along(b)) / side).toBeLessThan(0.03)
      if (tile.features[house]!.triangles[number]!.material === 'roof')
        expect(normal[2]).toBeGreaterThan(0.99)
      count++
    }
  expect(count).toBe(40 * (5 * 2 + 3))
})

test('roofs and walls of a tile are drawn by one command', async () => {
  const materials = (await featuresOf(flat)).flatMap(({triangles}) => triangles.map(({material}) => material))
  expect(new Set(materials).size).toBe(1)
})

test('what is no tile of ours stays as it is', () => {
  const subtree = new TextEncoder().encode('subt and what follows').buffer
  expect(flatShaded(subtree)).toBe(subtree)
  expect(flatShaded(flat.buffer as ArrayBuffer)).toBe(flat.buffer)
})
