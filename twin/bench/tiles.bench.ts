import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TileBuilding} from '../src/tiles/tile-building.ts'
import {writeBuildingTiles} from '../src/tiles/write-building-tiles.ts'
import {compareTilers} from './compare-tilers.ts'
import {changed, footprints, pitched} from './houses.ts'

/** What making tiles of a large city may cost. */
const limits = {buildingsPerSecondAndCore: 10_000, bytesPerBuilding: 300, megabytes: 1000}
/**
 * Makes the tiles of 100,000 invented buildings, raised footprints of six corners with keys, addresses and uses as
 * registers have them, on one thread, and holds speed, size and memory against limits. Then again on two threads, again
 * with one building changed, and the same number of houses with pitched roofs. Where another tiler is installed, it
 * makes tiles of some of those houses, too.
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
  console.log(await compareTilers(join(folder, 'compared')))
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
