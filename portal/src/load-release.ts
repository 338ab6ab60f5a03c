import type {Catalog, Client, TableSummary} from '@hromada/api'

export type Release = {
  catalog: Catalog
  datasets: Awaited<ReturnType<Client['dataset']>>[]
  tables: TableSummary[]
}

const loaded = new WeakMap<Client, Release>()

/** What the current release says about itself, asked for once a release. */
export async function loadRelease(client: Client, attempts = 3): Promise<Release> {
  const catalog = await client.catalog()
  const known = loaded.get(client)
  if (known?.catalog.release === catalog.release) return known
  const [{release, tables}, ...datasets] = await Promise.all([
    client.tables(),
    ...catalog.datasets.map(({id}) => client.dataset(id)),
  ])
  // A release may be switched between two questions: then all are asked again.
  if ([release, ...datasets.map(dataset => dataset.release)].some(id => id !== catalog.release)) {
    if (attempts > 1) return loadRelease(client, attempts - 1)
    throw new Error('The release changed while it was being read, three times. Reload the page.')
  }
  loaded.set(client, {catalog, datasets, tables})
  return loaded.get(client)!
}
