import {mkdtemp, readdir, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {MapRows} from '../src/map/map-scene.ts'
import type {VectorRows} from '../src/map/vector/read-vector-rows.ts'
import {writeVectorTiles} from '../src/map/vector/write-vector-tiles.ts'
import {writeMapTiles} from '../src/map/write-map-tiles.ts'

/** A city's map may take this long on two threads, and this much room. */
const limits = {seconds: 6, megabytes: 25}

/** Paints the map of an invented city of the demo's size, eight kilometres wide, and holds time and size against limits. */
const folder = await mkdtemp(join(tmpdir(), 'base-map-bench-'))
try {
  const rows = cityRows()
  const start = performance.now()
  const {files} = await writeMapTiles('bench', rows, null, join(folder, 'first'), {threads: 2})
  const seconds = (performance.now() - start) / 1000
  const sizes = await Promise.all(files.map(async file => (await stat(join(folder, 'first', file))).size))
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6

  const again = performance.now()
  await writeMapTiles('bench', rows, null, join(folder, 'second'), {before: join(folder, 'first')})
  const reusedSeconds = (performance.now() - again) / 1000
  console.log(
    `${rows.buildings.length} buildings, ${rows.roads.length} streets, ${rows.trees.length} trees: ` +
      `${files.length} tiles, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(1)} s on two threads; ` +
      `unchanged ${reusedSeconds.toFixed(2)} s; peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )

  const vectorRows = toVectorRows(rows)
  const cutting = performance.now()
  const cut = await writeVectorTiles(vectorRows, join(folder, 'vector'))
  const cuttingSeconds = (performance.now() - cutting) / 1000
  console.log(
    `as vectors ${cut.files.length} tiles in ${cuttingSeconds.toFixed(1)} s: ` +
      `${(cut.files.length / cuttingSeconds).toFixed(0)} a second on one thread`,
  )
  const isFine = seconds <= limits.seconds && megabytes <= limits.megabytes && (await same())
  console.log(isFine ? 'fine' : `TOO MUCH: at most ${limits.seconds} s and ${limits.megabytes} MB`)
  process.exitCode = isFine ? 0 : 1
} finally {
  await rm(folder, {recursive: true})
}

/** The same rows with keys, as a vector map has them. */
function toVectorRows({areas, roads, buildings}: MapRows): VectorRows {
  const unnamed = {name: null, nameEn: null}
  const keyed = <T extends object>(row: T, index: number) => ({...row, ...unnamed, id: String(index)})
  return {
    city: {
      ...unnamed,
      id: 'bench',
      isDemo: true,
      residents: null,
      lon: 31,
      lat: 46,
      box: [30.9, 45.9, 31.1, 46.1],
    },
    areas: areas.map(keyed),
    roads: roads.map(keyed).map(road => ({...road, isOneway: false, streetId: null})),
    buildings: buildings.map(keyed),
    tracks: [],
    addresses: [],
    districts: [],
  }
}

async function same(): Promise<boolean> {
  const [first, second] = await Promise.all(
    ['first', 'second'].map(async name => (await readdir(join(folder, name), {recursive: true})).sort()),
  )
  return JSON.stringify(first) === JSON.stringify(second)
}

/** Blocks of 100 m with a street around each, ten houses and forty trees in most, fields around, a sea in the south. */
function cityRows(): MapRows {
  const place = (east: number, north: number) => [31 + east / 77_463, 46 + north / 111_152]
  const box = (west: number, south: number, wide: number, high: number) =>
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          place(west, south),
          place(west + wide, south),
          place(west + wide, south + high),
          place(west, south + high),
          place(west, south),
        ],
      ],
    })
  const line = (...points: number[][]) => JSON.stringify({type: 'LineString', coordinates: points})
  const rows: MapRows = {surroundings: null, areas: [], roads: [], buildings: [], trees: []}
  rows.areas.push({kind: 'sea', geometry: box(-4000, -4000, 8000, 1500)})
  rows.areas.push({kind: 'field', geometry: box(-4000, -2500, 8000, 6500)})
  const kinds = ['residential', 'residential', 'residential', 'industry', 'park']
  for (let column = -19; column < 19; column++)
    for (let row = -19; row < 19; row++) {
      const [west, south, number] = [column * 130, row * 130 + 500, (column + 19) * 38 + row + 19]
      rows.areas.push({kind: kinds[number % 5]!, geometry: box(west, south, 110, 110)})
      rows.roads.push({
        class: row % 6 === 0 ? 'main' : 'local',
        isBridge: false,
        geometry: line(place(west, south), place(west + 130, south)),
      })
      rows.roads.push({
        class: column % 6 === 0 ? 'avenue' : 'street',
        isBridge: false,
        geometry: line(place(west, south), place(west, south + 130)),
      })
      for (let house = 0; house < 10; house++)
        rows.buildings.push({
          geometry: box(west + 10 + (house % 5) * 18, south + 15 + Math.floor(house / 5) * 50, 12, 14),
          heightMetres: 3 + ((number + house) % 9) * 3,
        })
      for (let tree = 0; tree < 40; tree++) {
        const [lon, lat] = place(west + 6 + ((tree * 37) % 100), south + 6 + ((tree * 61) % 97))
        rows.trees.push({lon: lon!, lat: lat!, crownMetres: 4 + (tree % 5), heightMetres: 8})
      }
    }
  return rows
}
