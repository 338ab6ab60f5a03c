import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fieldOf} from '../src/layers/height-field.ts'
import {writeTerrainTiles} from '../src/terrain/write-terrain-tiles.ts'

/** How many tiles of hills must be written in a second of one processor's time, and how long one may be. */
const limits = {tilesPerSecond: 1500, bytesPerTile: 6000}

/** Makes the terrain of 2,048 × 2,048 invented heights, about 2.3 m apart: hills, waves and humps of a decimetre or four. */
const side = 2048
const heights = new Float32Array(side * side)
for (let row = 0; row < side; row++)
  for (let column = 0; column < side; column++) {
    const [x, y] = [column / 2, row / 2]
    const hill = 20 * Math.exp(-((x - 512) ** 2 + (y - 512) ** 2) / 12_000)
    const rough = 0.4 * Math.sin(x / 5) * Math.sin(y / 7)
    heights[row * side + column] = 50 + 8 * Math.sin(x / 60) * Math.cos(y / 80) + hill + rough
  }
const field = fieldOf({
  west: 30.7,
  south: 46.4,
  east: 30.76,
  north: 46.442,
  columns: side,
  rows: side,
  heights,
})

const folder = await mkdtemp(join(tmpdir(), 'terrain-bench-'))
try {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const {files, vertices, bytes} = await writeTerrainTiles('bench', field, folder)
  const seconds = (performance.now() - start) / 1000
  const tiles = files.length - 1
  const {user, system} = process.cpuUsage(cpu)
  const processorSeconds = (user + system) / 1e6
  const perSecond = tiles / processorSeconds
  console.log(
    `${tiles} tiles, ${(vertices / tiles).toFixed(0)} vertices and ${(bytes / tiles).toFixed(0)} bytes each, in ` +
      `${seconds.toFixed(2)} s, ${processorSeconds.toFixed(2)} s of processor, ${(system / 1e6).toFixed(2)} s of them the ` +
      `system's for the files: ${perSecond.toFixed(0)} tiles/s; ` +
      `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
  const isFine = perSecond >= limits.tilesPerSecond && bytes / tiles <= limits.bytesPerTile
  console.log(
    isFine
      ? 'fine'
      : `TOO MUCH: at least ${limits.tilesPerSecond} tiles a second, at most ${limits.bytesPerTile} bytes each`,
  )
  process.exitCode = isFine ? 0 : 1
} finally {
  await rm(folder, {recursive: true})
}
