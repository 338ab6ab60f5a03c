import {type City, licences, loadCities, loadDatasets, sampleFeed} from '@hromada/datasets'
import {land, landingsInUse} from '@hromada/pipelines'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {
  build,
  defaultRetention,
  type Landing,
  loadModels,
  type Model,
  type OwnRule,
  openWarehouse,
  release,
} from '../src/index.ts'

const never = new AbortController().signal
const now = () => new Date('2026-11-21T08:00:00Z')
const landEffects = {
  fetch,
  sleep: () => Promise.resolve(),
  signal: never,
  onBytes: () => {},
  onRows: () => {},
  now,
}

/** A data folder that goes away with the tests. */
export const dataFolder = (): string => temporaryFolder('warehouse')

/** The demo city, told by the datasets' samples alone. */
export async function sampleCity(): Promise<City> {
  const demo = (await loadCities()).get('demo')!
  // Nothing small stands for a surface of ground.
  const datasets = [...(await loadDatasets()).values()].filter(({id}) => id !== 'terrain')
  const publisher = {uk: 'Hromada, вигадані дані', en: 'Hromada, invented data'}
  return {
    ...demo,
    feeds: datasets.map(dataset => ({...sampleFeed(dataset), publisher, licence: licences.ccBy4})),
  }
}

/** Lands every source of the cities from a mirror. */
async function landAll(cities: City[], data: string, mirror: string | null): Promise<Landing[]> {
  const landings: Landing[] = []
  for (const city of cities)
    for (const feed of city.feeds) {
      await land(city, feed, data, mirror, landEffects)
      const used = await landingsInUse(data, city.id, feed.dataset)
      landings.push({city, feed, manifest: used.at(-1)!, earlier: used.slice(0, -1)})
    }
  return landings
}

/** Lands, builds and opens a warehouse for questions. */
export async function builtCity(
  cities: City[],
  mirror: string | null,
  {
    data,
    models,
    rules = [],
    select,
    signal = never,
    onModel = () => {},
  }: {
    data?: string
    models?: Model[]
    rules?: OwnRule[]
    select?: string
    signal?: AbortSignal
    onModel?: (name: string) => void
  } = {},
) {
  const folder = data ?? dataFolder()
  const landings = await landAll(cities, folder, mirror)
  const warehouse = await openWarehouse(folder, signal)
  const built = await build(
    warehouse,
    {
      models: models ?? (await loadModels()),
      rules,
      cities,
      landings,
      data: folder,
      ...(select === undefined ? {} : {select}),
    },
    {now, signal, onModel},
  ).catch(async error => {
    await warehouse.close()
    throw error
  })
  return {
    data: folder,
    built,
    warehouse,
    rows: warehouse.rows,
    /** The one row of a query. */
    row: async <R = Record<string, unknown>>(sql: string) => (await warehouse.rows<R>(sql))[0]!,
    findings: built.staged.flatMap(({city, dataset, findings}) =>
      findings.map(found => ({city, dataset, ...found})),
    ),
    release: (at = now(), reason: string | null = null) =>
      release(warehouse, built, folder, {
        now: () => at,
        signal,
        onTable: () => {},
        addArtefacts: () => Promise.resolve([]),
        artefactsVersion: 'none',
        reason,
        retention: defaultRetention,
      }),
  }
}
