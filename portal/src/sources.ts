import type {Site} from './site.ts'

/** Whom a number is owed to. */
export type Source = {
  publisher: string
  page: string | null
  licence: {title: string; url: string | null}
  retrievedAt: string
  isDemo: boolean
}

/** Sources of some datasets for some cities, each publisher and licence once, the latest retrieval. */
export function sourcesOf(site: Site, datasets: string[], cities: string[]): Source[] {
  const found = new Map<string, Source>()
  for (const city of cities)
    for (const dataset of datasets) {
      const feed = site.feed(dataset, city)
      if (!feed) continue
      const source = {
        publisher: site.text(feed.publisher),
        page: feed.page,
        licence: {title: site.text(feed.licence.title), url: feed.licence.url},
        retrievedAt: feed.retrieved_at,
        isDemo: site.cities.some(({id, is_demo}) => id === city && is_demo),
      }
      const key = `${source.publisher} ${source.licence.title} ${source.isDemo}`
      const known = found.get(key)
      if (!known || known.retrievedAt < source.retrievedAt)
        found.set(key, {...source, page: source.page ?? known?.page ?? null})
    }
  return [...found.values()]
}
