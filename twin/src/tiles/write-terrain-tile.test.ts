import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {citySurfaces, type Surface} from '@hromada/warehouse'
import {validateBytes} from 'gltf-validator'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import type {Place} from '../earth-centred.ts'
import {cityFeatures} from './city-model.fixture.ts'
import {type ReadTriangle, readTiles} from './read-tiles.ts'
import {writeTerrainTile} from './write-terrain-tile.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-terrain-'))
})
afterEach(() => rm(folder, {recursive: true}))

/** A square of hills, cut into two triangles per cell, half of them turned upside down as some publishers do. */
function hills(cells: number): Surface[] {
  const at = (i: number, j: number): Place => [
    30.5 + i * 1e-4,
    50.4 + j * 1e-4,
    100 + 5 * Math.sin(i) * Math.cos(j),
  ]
  return Array.from(
    {length: cells * cells},
    (_, cell) => [cell % cells, Math.floor(cell / cells)] as const,
  ).flatMap(([i, j]) => {
    const up: Surface = {type: 'GroundSurface', rings: [[at(i, j), at(i + 1, j), at(i + 1, j + 1)]]}
    const down: Surface = {type: 'GroundSurface', rings: [[at(i, j), at(i, j + 1), at(i + 1, j + 1)]]}
    return [up, down]
  })
}

const planArea = (triangles: ReadTriangle[]) =>
  triangles.reduce(
    (sum, {corners: [a, b, c]}) => sum + ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2,
    0,
  )

test('shares corners, looks up everywhere, and its skirt closes it down to one level', async () => {
  const written = await writeTerrainTile('demo', hills(10), folder)
  const {tileset, tiles} = await readTiles(folder)
  const {issues} = await validateBytes(tiles[0]!.glb)
  expect(issues.messages.filter(({severity}) => severity < 2)).toEqual([])

  const {triangles} = tiles[0]!.features[0]!
  expect(written.triangles).toBe(200)
  // 40 border edges, two triangles each.
  expect(triangles).toHaveLength(200 + 80)
  const ground = triangles.slice(0, 200)
  expect(ground.every(({normal}) => normal[2] > 0.3)).toBe(true)
  // 10 cells of 1e-4° at 50.4° N.
  expect(planArea(ground)).toBeCloseTo(1e-6 * 111_236 * 71_096, -2)

  const ups = triangles.flatMap(({corners}) => corners.map(([, , up]) => up))
  const lowestGround = Math.min(...ground.flatMap(({corners}) => corners.map(([, , up]) => up)))
  expect(Math.min(...ups)).toBeCloseTo(lowestGround - 0.5, 3)
  expect(tileset.extras).toMatchObject({city: 'demo', count: 200})
})

test('nothing to draw, nothing written', async () => {
  expect(await writeTerrainTile('demo', [], folder)).toEqual({files: [], triangles: 0, bytes: 0})
})

const data = realData()

test.skipIf(!data)('The Hague: 5,595 triangles of its relief, the same bytes each time', async () => {
  const tin = (await cityFeatures(join(data!, 'city3d/denhaag.city.json'))).find(
    ({type}) => type === 'TINRelief',
  )!
  const surfaces = citySurfaces(tin.feature, tin.header, 43.43)
  const written = await writeTerrainTile('the-hague', surfaces, folder)
  expect(written.triangles).toBe(5595)
  const {tileset, tiles} = await readTiles(folder)
  const {issues} = await validateBytes(tiles[0]!.glb)
  expect(issues.messages.filter(({severity}) => severity < 2)).toEqual([])
  expect(tileset.extras.lowestMetres).toBeCloseTo(2.463 + 43.43 - 0.5, 1)
  const first = await readFile(join(folder, 'content/0.glb'))
  await writeTerrainTile('the-hague', surfaces, folder)
  expect(first.equals(await readFile(join(folder, 'content/0.glb')))).toBe(true)
})
