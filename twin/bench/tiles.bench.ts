import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Place} from '../src/earth-centred.ts'
import {localFrame} from '../src/tiles/local-frame.ts'
import type {BuildingFacts, LonLat, TileBuilding} from '../src/tiles/tile-building.ts'
import {writeBuildingTiles} from '../src/tiles/write-building-tiles.ts'

/** What making tiles of a large city may cost. */
const limits = {buildingsPerSecondAndCore: 10_000, bytesPerBuilding: 300, megabytes: 1000}
const count = 100_000

const side = Math.ceil(Math.sqrt(count))
const [perLon, perLat] = [77_463, 111_152]
const uses = ['житло', 'житло', 'житло', 'магазин', 'школа', 'склад', 'гараж']

/**
 * Makes the tiles of 100,000 invented buildings, raised footprints of six corners with keys, addresses and uses as
 * registers have them, on one thread, and holds speed, size and memory against limits. Then again on two threads, again
 * with one building changed, and the same number of houses with pitched roofs.
 */
const folder = await mkdtemp(join(tmpdir(), 'tiles-bench-'))
try {
  const plain = await measure('footprints', footprints, {threads: 1})
  const two = await measure('footprints, two threads', footprints, {threads: 2})
  const again = await measure('one of them changed', changed, {
    threads: 1,
    before: join(folder, 'footprints'),
  })
  const houses = await measure('houses with pitched roofs', pitched, {threads: 1})
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(`peak ${megabytes.toFixed(0)} MB`)
  const isFine =
    plain.perSecond >= limits.buildingsPerSecondAndCore &&
    [plain, two, houses].every(({bytesEach}) => bytesEach <= limits.bytesPerBuilding) &&
    again.made === 1 &&
    megabytes <= limits.megabytes
  console.log(
    isFine
      ? 'fine'
      : `TOO MUCH: at least ${limits.buildingsPerSecondAndCore} buildings a second and core, at most ` +
          `${limits.bytesPerBuilding} bytes a building and ${limits.megabytes} MB`,
  )
  process.exitCode = isFine ? 0 : 1
} finally {
  await rm(folder, {recursive: true})
}

async function measure(
  name: string,
  buildings: () => AsyncGenerator<TileBuilding>,
  options: {threads: number; before?: string},
) {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const written = await writeBuildingTiles(buildings(), join(folder, name), options)
  const seconds = (performance.now() - start) / 1000
  const {user, system} = process.cpuUsage(cpu)
  // By the processor's time: what else runs on the machine is not ours.
  const processorSeconds = (user + system) / 1e6
  const [bytesEach, perSecond] = [written.bytes / written.buildings, written.buildings / processorSeconds]
  console.log(
    `${name}: ${written.buildings} buildings, ${written.triangles} triangles in ${written.made + written.kept} tiles, ` +
      `${written.made} of them made; ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of processor: ` +
      `${perSecond.toFixed(0)} buildings/s and core; ${bytesEach.toFixed(0)} bytes a building`,
  )
  return {bytesEach, perSecond, made: written.made}
}

/** Where a building stands, how it is turned, and what is known of it: 40 m apart, no two alike. */
function site(number: number) {
  const random = (salt: number) => (Math.imul(number * 31 + salt, 0x9e3779b1) >>> 8) / 2 ** 24
  const middle: LonLat = [
    30.7 + (((number % side) - side / 2) * 40) / perLon,
    46.5 + ((Math.floor(number / side) - side / 2) * 40) / perLat,
  ]
  const levels = 1 + Math.floor(random(1) * 20)
  const facts: BuildingFacts = {
    city: 'bench',
    building_id: `UA.${String(number).padStart(6, '0')}`,
    height_m: levels * 3.1,
    ground_m: Math.round(random(2) * 400) / 10,
    levels,
    use: uses[number % uses.length]!,
    address: `вул. Зразкова, ${1 + (number % 120)}`,
    year: 1900 + Math.floor(random(3) * 125),
    roof: null,
  }
  const [turn, wide, deep] = [random(4) * Math.PI, 6 + random(5) * 8, 6 + random(6) * 8]
  const at = (x: number, y: number): LonLat => [
    middle[0] + (x * Math.cos(turn) - y * Math.sin(turn)) / perLon,
    middle[1] + (x * Math.sin(turn) + y * Math.cos(turn)) / perLat,
  ]
  return {facts, wide, deep, at, middle}
}

async function* footprints(): AsyncGenerator<TileBuilding> {
  for (let number = 0; number < count; number++) yield footprint(number)
}

async function* changed(): AsyncGenerator<TileBuilding> {
  for (let number = 0; number < count; number++)
    yield number === 4711 ? {...footprint(number), height_m: 99} : footprint(number)
}

function footprint(number: number): TileBuilding {
  const {facts, wide: w, deep: d, at} = site(number)
  const ring = [at(-w, -d), at(w, -d), at(w, 0), at(0, 0), at(0, d), at(-w, d), at(-w, -d)]
  return {...facts, footprint: {type: 'Polygon', coordinates: [ring]}, baseMetres: 25}
}

/** A house of ground, two slopes, two gables and two eaves walls, as a city model has it. */
async function* pitched(): AsyncGenerator<TileBuilding> {
  for (let number = 0; number < count; number++) {
    const {facts, wide: w, deep: d, middle} = site(number)
    const {toPlace} = localFrame([...middle.slice(0, 2), 25 + (number % 30)] as unknown as Place)
    const face = (type: string, ...corners: Place[]) => ({
      type,
      rings: [corners.map(toPlace)] as [Place[]],
    })
    const [eaves, ridge] = [facts.height_m! * 0.7, facts.height_m!]
    yield {
      ...facts,
      roof: 'gabled',
      surfaces: [
        face('GroundSurface', [-w, d, 0], [w, d, 0], [w, -d, 0], [-w, -d, 0]),
        face('RoofSurface', [-w, -d, eaves], [w, -d, eaves], [w, 0, ridge], [-w, 0, ridge]),
        face('RoofSurface', [w, d, eaves], [-w, d, eaves], [-w, 0, ridge], [w, 0, ridge]),
        face('WallSurface', [-w, -d, 0], [w, -d, 0], [w, -d, eaves], [-w, -d, eaves]),
        face('WallSurface', [w, d, 0], [-w, d, 0], [-w, d, eaves], [w, d, eaves]),
        face('WallSurface', [w, -d, 0], [w, d, 0], [w, d, eaves], [w, 0, ridge], [w, -d, eaves]),
        face('WallSurface', [-w, d, 0], [-w, -d, 0], [-w, -d, eaves], [-w, 0, ridge], [-w, d, eaves]),
      ],
    }
  }
}
