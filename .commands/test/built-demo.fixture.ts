import {mkdir, mkdtemp, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {land, landingsInUse} from '@hromada/pipelines'
import {build, type Landing, loadModels, openWarehouse} from '@hromada/warehouse'
import {demoSources} from '../../datasets/cities/demo/test/demo-sources.fixture.ts'

/**
 * The demo city's own files through the pipeline: these datasets, each with the pattern of its files or null for all of
 * them, and the models that `select` names.
 * @param sources the folder of the files, by default those of the city at a twentieth
 */
export async function builtDemo(datasets: Record<string, string | null>, select: string, sources?: string) {
  const data = await mkdtemp(join(tmpdir(), 'hromada-demo-built-'))
  await mkdir(join(data, 'sources'))
  await symlink(sources ?? (await demoSources()), join(data, 'sources/demo'))
  const demo = (await loadCities()).get('demo')!
  const feeds = demo.feeds
    .filter(({dataset}) => dataset.id in datasets)
    .map(feed => {
      const path = datasets[feed.dataset.id]
      return path && feed.made ? {...feed, made: {...feed.made, path}} : feed
    })
  const city = {...demo, feeds}
  const signal = new AbortController().signal
  const effects = {
    fetch,
    sleep: () => Promise.resolve(),
    signal,
    now: () => new Date(),
    onBytes: () => {},
    onRows: () => {},
  }
  const landings: Landing[] = []
  for (const feed of feeds) {
    await land(city, feed, data, null, effects)
    const used = await landingsInUse(data, city.id, feed.dataset)
    landings.push({city, feed, manifest: used.at(-1)!, earlier: used.slice(0, -1)})
  }
  const warehouse = await openWarehouse(data)
  await build(
    warehouse,
    {models: await loadModels(), rules: [], cities: [city], landings, data, select},
    {...effects, onModel: () => {}},
  )
  return {
    rows: warehouse.rows,
    close: async () => {
      await warehouse.close()
      await rm(data, {recursive: true, force: true})
    },
  }
}
