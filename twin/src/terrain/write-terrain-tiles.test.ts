import {mkdtemp, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {earthCentred} from '../earth-centred.ts'
import {fieldOf, type HeightField, heightAt} from '../layers/height-field.ts'
import {type ReadTerrainTile, readTerrain} from './read-terrain.fixture.ts'
import {tileErrorMetres} from './terrain-tile.ts'
import {writeTerrainTiles} from './write-terrain-tiles.ts'

/** Hills and waves, 400 × 400 heights about ten metres apart. */
const side = 400
const field: HeightField = fieldOf({
  west: 30.7,
  south: 46.4,
  east: 30.752,
  north: 46.436,
  columns: side,
  rows: side,
  heights: Float32Array.from({length: side * side}, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)]
    return (
      60 + 25 * Math.sin(x / 30) * Math.cos(y / 40) + 40 * Math.exp(-((x - 200) ** 2 + (y - 200) ** 2) / 900)
    )
  }),
})

let folder: string
let tiles: ReadTerrainTile[]
let levels: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-quantized-'))
  await writeTerrainTiles('demo', field, join(folder, 'one'), {version: 'v1'})
  const read = await readTerrain(join(folder, 'one'))
  tiles = read.tiles
  levels = read.layer.available.length
})
afterAll(() => rm(folder, {recursive: true}))

const finest = () => tiles.filter(({level}) => level === levels - 1)
/** The ground at the finest tile's vertices lies inside the field, where it is known. */
const isInside = (lon: number, lat: number) =>
  lon >= field.west && lon <= field.east && lat >= field.south && lat <= field.north

test('levels go from the whole Earth to cells as fine as the heights', () => {
  expect(tiles.filter(({level}) => level === 0)).toHaveLength(2)
  const spacing = (field.east - field.west) / (side - 1)
  expect(180 / 2 ** (levels - 1) / 64).toBeLessThanOrEqual(spacing)
  expect(180 / 2 ** (levels - 2) / 64).toBeGreaterThan(spacing)
})

test('triangles cover every tile once and all turn counter-clockwise', () => {
  for (const {level, x, y, u, v, triangles} of tiles) {
    let twice = 0
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!]
      const area = (u[b]! - u[a]!) * (v[c]! - v[a]!) - (v[b]! - v[a]!) * (u[c]! - u[a]!)
      expect(area, `${level}/${x}/${y}`).toBeGreaterThan(0)
      twice += area
    }
    expect(twice / 2, `${level}/${x}/${y}`).toBe(32_767 ** 2)
  }
})

test('every inner edge belongs to two triangles, so that no tile has a hole', () => {
  for (const {u, v, triangles} of finest()) {
    const edges = new Map<string, number>()
    for (let t = 0; t < triangles.length; t += 3)
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const) {
        const [from, to] = [triangles[t + a]!, triangles[t + b]!]
        const name = from < to ? `${from} ${to}` : `${to} ${from}`
        edges.set(name, (edges.get(name) ?? 0) + 1)
      }
    for (const [name, count] of edges) {
      const [a, b] = name.split(' ').map(Number) as [number, number]
      const isBorder = [u, v].some(along => along[a] === along[b] && (along[a] === 0 || along[a] === 32_767))
      expect(count).toBe(isBorder ? 1 : 2)
    }
  }
})

test('neighbours have the same points, heights and normals along the side they share', () => {
  const byPlace = new Map(tiles.map(tile => [`${tile.level}/${tile.x}/${tile.y}`, tile]))
  let shared = 0
  for (const tile of tiles) {
    for (const [beside, mine, theirs, along] of [
      [byPlace.get(`${tile.level}/${tile.x + 1}/${tile.y}`), 'east', 'west', 'v'],
      [byPlace.get(`${tile.level}/${tile.x}/${tile.y + 1}`), 'north', 'south', 'u'],
    ] as const) {
      if (!beside) continue
      shared++
      const [ours, others] = [tile[mine], beside[theirs]]
      expect(others.map(i => beside[along][i])).toEqual(ours.map(i => tile[along][i]))
      const step =
        (Math.max(tile.header.high - tile.header.low, beside.header.high - beside.header.low) / 32_767) * 1.01
      ours.forEach((i, n) => {
        expect(Math.abs(tile.heights[i]! - beside.heights[others[n]!]!)).toBeLessThanOrEqual(step + 1e-4)
        expect(tile.normals[i]).toEqual(beside.normals[others[n]!])
      })
    }
  }
  expect(shared).toBeGreaterThan(40)
})

test('the sides list every vertex that lies on them, from end to end', () => {
  for (const tile of tiles) {
    const on = (values: number[], value: number) => values.flatMap((one, i) => (one === value ? [i] : []))
    expect([...tile.west].sort((a, b) => a - b)).toEqual(on(tile.u, 0))
    expect([...tile.east].sort((a, b) => a - b)).toEqual(on(tile.u, 32_767))
    expect([...tile.south].sort((a, b) => a - b)).toEqual(on(tile.v, 0))
    expect([...tile.north].sort((a, b) => a - b)).toEqual(on(tile.v, 32_767))
  }
})

test('no height is further from the triangles than the level allows', () => {
  for (const tile of tiles.filter(({level}) => level >= levels - 3)) {
    const {u, v, heights, triangles} = tile
    const degrees = 180 / 2 ** tile.level
    for (let t = 0; t < triangles.length; t += 3) {
      const [a, b, c] = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!]
      // On the tile's own grid of 64 cells the promise holds; the middle of a cell is bilinear in between.
      for (let row = 0; row <= 64; row += 4)
        for (let column = 0; column <= 64; column += 4) {
          const [x, y] = [(column / 64) * 32_767, (row / 64) * 32_767]
          const twice = (u[b]! - u[a]!) * (v[c]! - v[a]!) - (v[b]! - v[a]!) * (u[c]! - u[a]!)
          const ofB = ((x - u[a]!) * (v[c]! - v[a]!) - (y - v[a]!) * (u[c]! - u[a]!)) / twice
          const ofC = ((u[b]! - u[a]!) * (y - v[a]!) - (v[b]! - v[a]!) * (x - u[a]!)) / twice
          if (ofB < 0 || ofC < 0 || ofB + ofC > 1) continue
          const plane = heights[a]! + ofB * (heights[b]! - heights[a]!) + ofC * (heights[c]! - heights[a]!)
          const lon = -180 + (tile.x + column / 64) * degrees
          const lat = -90 + (tile.y + row / 64) * degrees
          // A 32,767th of the box is what the format's rounding costs beside.
          expect(Math.abs(plane - heightAt(field, lon, lat))).toBeLessThan(tileErrorMetres(tile.level) + 0.02)
        }
    }
  }
})

test('normals are those of the ground: up where it is level, leaning back where it rises', () => {
  for (const {lon, lat, normals} of finest())
    lon.forEach((east, i) => {
      const north = lat[i]!
      if (!isInside(east - 1e-4, north - 1e-4) || !isInside(east + 1e-4, north + 1e-4)) return
      // From two directions along the ground, by the exact geometry of the ellipsoid.
      const step = 2e-5
      const at = (dLon: number, dLat: number) =>
        earthCentred([east + dLon, north + dLat, heightAt(field, east + dLon, north + dLat)])
      const [w, e, s, n] = [at(-step, 0), at(step, 0), at(0, -step), at(0, step)]
      const [p, q] = [[0, 1, 2].map(k => e[k]! - w[k]!), [0, 1, 2].map(k => n[k]! - s[k]!)] as [
        number[],
        number[],
      ]
      const cross = [
        p[1]! * q[2]! - p[2]! * q[1]!,
        p[2]! * q[0]! - p[0]! * q[2]!,
        p[0]! * q[1]! - p[1]! * q[0]!,
      ]
      const cosine = cross.reduce((sum, part, k) => sum + part * normals[i]![k]!, 0) / Math.hypot(...cross)
      expect(cosine).toBeGreaterThan(Math.cos((6 * Math.PI) / 180))
    })
})

test('the sphere and the heights of a header hold all of its tile', () => {
  for (const {level, header, lon, lat, heights} of tiles) {
    const [x, y, z, radius] = header.sphere as [number, number, number, number]
    expect(header.low).toBeLessThanOrEqual(header.high)
    lon.forEach((east, i) => {
      const [px, py, pz] = earthCentred([east, lat[i]!, heights[i]!])
      expect(Math.hypot(px - x, py - y, pz - z)).toBeLessThanOrEqual(radius * (1 + 1e-6) + 0.01)
    })
    // Of a tile as small as a city the point is above the ground's highest, and over its middle.
    if (level < 10) continue
    const [hx, hy, hz] = header.horizon as [number, number, number]
    expect(Math.hypot(hx, hy, hz)).toBeGreaterThanOrEqual(1)
    expect(Math.hypot(hx, hy, hz)).toBeLessThan(1.01)
  }
})

test('the same heights by the same code are taken over, others are not', async () => {
  const again = await writeTerrainTiles('demo', field, join(folder, 'two'), {
    version: 'v1',
    before: join(folder, 'one'),
  })
  const file = again.files.at(-1)!
  const inode = async (name: string) => (await stat(join(folder, name, file))).ino
  expect(await inode('two')).toBe(await inode('one'))
  await writeTerrainTiles('demo', field, join(folder, 'three'), {version: 'v2', before: join(folder, 'one')})
  expect(await inode('three')).not.toBe(await inode('one'))
  expect((await readTerrain(join(folder, 'three'))).tiles).toEqual(tiles)
})
