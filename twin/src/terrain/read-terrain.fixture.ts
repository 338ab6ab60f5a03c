import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {TerrainLayer} from './write-terrain-tiles.ts'

/** A tile read back: degrees and metres per vertex, unit normals, triangles, and the vertices of its four sides. */
export type ReadTerrainTile = {
  level: number
  x: number
  y: number
  header: {centre: number[]; low: number; high: number; sphere: number[]; horizon: number[]}
  u: number[]
  v: number[]
  lon: number[]
  lat: number[]
  heights: number[]
  normals: number[][]
  triangles: number[]
  west: number[]
  south: number[]
  east: number[]
  north: number[]
}

/** Every tile of a terrain, decoded by the format's description without the writer's code. For tests. */
export async function readTerrain(folder: string): Promise<{layer: TerrainLayer; tiles: ReadTerrainTile[]}> {
  const layer = JSON.parse(await readFile(join(folder, 'layer.json'), 'utf8')) as TerrainLayer
  const tiles: ReadTerrainTile[] = []
  for (const [level, ranges] of layer.available.entries())
    for (const {startX, startY, endX, endY} of ranges)
      for (let x = startX; x <= endX; x++)
        for (let y = startY; y <= endY; y++) {
          const path = layer.tiles[0]!.replace('{z}', String(level))
            .replace('{x}', String(x))
            .replace('{y}', String(y))
          tiles.push(decode(await readFile(join(folder, path)), {level, x, y}))
        }
  return {layer, tiles}
}

function decode(bytes: Buffer, {level, x, y}: {level: number; x: number; y: number}): ReadTerrainTile {
  const doubles = (at: number, count: number) =>
    Array.from({length: count}, (_, i) => bytes.readDoubleLE(at + i * 8))
  const header = {
    centre: doubles(0, 3),
    low: bytes.readFloatLE(24),
    high: bytes.readFloatLE(28),
    sphere: doubles(32, 4),
    horizon: doubles(64, 3),
  }
  let at = 88
  const count = bytes.readUInt32LE(at)
  at += 4
  const series = () => {
    let value = 0
    const start = at
    at += count * 2
    return Array.from({length: count}, (_, i) => {
      const code = bytes.readUInt16LE(start + i * 2)
      value += code % 2 ? -(code + 1) / 2 : code / 2
      return value
    })
  }
  const [u, v, h] = [series(), series(), series()]
  const shorts = (length: number) => {
    const start = at
    at += length * 2
    return Array.from({length}, (_, i) => bytes.readUInt16LE(start + i * 2))
  }
  const length = () => {
    at += 4
    return bytes.readUInt32LE(at - 4)
  }
  let highest = 0
  const triangles = shorts(length() * 3).map(code => {
    const vertex = highest - code
    if (code === 0) highest++
    return vertex
  })
  const [west, south, east, north] = [0, 1, 2, 3].map(() => shorts(length())) as [
    number[],
    number[],
    number[],
    number[],
  ]
  if (bytes[at] !== 1) throw new Error('there are no octvertexnormals')
  const normalBytes = bytes.readUInt32LE(at + 1)
  if (normalBytes !== count * 2 || at + 5 + normalBytes !== bytes.length)
    throw new Error('the tile has a wrong length')
  const normals = Array.from({length: count}, (_, i) => {
    const [a, b] = [bytes[at + 5 + i * 2]! / 127.5 - 1, bytes[at + 6 + i * 2]! / 127.5 - 1]
    const z = 1 - Math.abs(a) - Math.abs(b)
    const [nx, ny] = z >= 0 ? [a, b] : [(1 - Math.abs(b)) * Math.sign(a), (1 - Math.abs(a)) * Math.sign(b)]
    const size = Math.hypot(nx, ny, z)
    return [nx / size, ny / size, z / size]
  })
  const degrees = 180 / 2 ** level
  return {
    level,
    x,
    y,
    header,
    u,
    v,
    lon: u.map(share => -180 + x * degrees + (share / 32_767) * degrees),
    lat: v.map(share => -90 + y * degrees + (share / 32_767) * degrees),
    heights: h.map(share => header.low + (share / 32_767) * (header.high - header.low)),
    normals,
    triangles,
    west,
    south,
    east,
    north,
  }
}
