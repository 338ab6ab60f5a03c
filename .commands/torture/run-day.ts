import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {land, landingsInUse} from '@hromada/pipelines'
import {build, defaultRetention, type Landing, release} from '@hromada/warehouse'
import {asOnlyWriter, withWarehouse} from '../steps/with-warehouse.ts'
import {timeOf} from './publisher.ts'
import {models, town} from './town.ts'

export type Phase = 'land' | 'transform' | 'release' | 'done'

/**
 * Lands, transforms and releases the town's day, as the commands do. It is always the same time on that day, so that
 * whoever does it again after being killed should come to the same bytes. `isLanded`: what there is to land is there.
 */
export async function runDay(
  data: string,
  origin: string,
  day: number,
  onPhase: (phase: Phase) => void,
  {isLanded = false} = {},
): Promise<void> {
  const now = () => timeOf(day)
  const {signal} = new AbortController()
  const city = town(origin)
  await asOnlyWriter(data, 'npm run torture', async () => {
    onPhase('land')
    for (const feed of isLanded ? [] : city.feeds)
      await land(city, feed, data, null, {now, sleep, signal, onBytes: () => {}, onRows: () => {}})
    await withWarehouse(data, signal, async warehouse => {
      onPhase('transform')
      const landings: Landing[] = []
      for (const feed of city.feeds) {
        const used = await landingsInUse(data, city.id, feed.dataset)
        landings.push({city, feed, manifest: used.at(-1)!, earlier: used.slice(0, -1)})
      }
      const built = await build(
        warehouse,
        {models, cities: [city], landings, data},
        {now, signal, onModel: () => {}},
      )
      onPhase('release')
      await release(warehouse, built, data, {
        now,
        signal,
        onTable: () => {},
        artefactsVersion: 'torture',
        // A file of the day beside the tables, as the tiles of a city are.
        async addArtefacts(folder) {
          await mkdir(join(folder, 'tiles'), {recursive: true})
          await writeFile(join(folder, 'tiles/day.json'), JSON.stringify({day}))
          return [{path: 'tiles/day.json', role: 'tile'}]
        },
        reason: null,
        retention: defaultRetention,
      })
    })
  })
  onPhase('done')
}
