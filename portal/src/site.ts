import type {Catalog, Client, RowsOptions, TableSummary} from '@hromada/api'
import {type Format, formatter} from './format.ts'
import {firstLang, type Lang, languages, pick, type Texts} from './i18n/index.ts'
import {loadRelease} from './load-release.ts'
import {type Section, sectionsOf} from './sections.ts'

export type City = Catalog['cities'][number]
export type Dataset = Awaited<ReturnType<Client['dataset']>>
export type Feed = Dataset['feeds'][number]
export type TableInfo = TableSummary
export type RowsQuery = RowsOptions

/** What a page knows: the release, the language, the reader's question, and how to ask for rows. */
export type Site = {
  lang: Lang
  t: Texts
  f: Format
  release: {id: string; createdAt: string}
  cities: City[]
  datasets: Dataset[]
  tables: Map<string, TableInfo>
  /** The city the installation is about. */
  home: City
  /** The city this page is about: `?city=` where that one is loaded, otherwise home. */
  city: City
  /** Sections the home city has data for, in the order of the navigation. */
  sections: Section[]
  isDemo: boolean
  path: string
  query: URLSearchParams
  origin: string
  theme: 'light' | 'dark' | null
  /** A data text in the page's language. */
  text: (text: {uk: string; en: string}) => string
  /** Address of a path of the portal in the page's language. */
  href: (path: string, query?: Record<string, string | number | null | undefined>, hash?: string) => string
  /** Rows of a published table, asked for once a page. Empty where the release has no such table. */
  rows: <Row>(table: string, query?: RowsQuery) => Promise<Row[]>
  dataset: (id: string) => Dataset | undefined
  feed: (dataset: string, city: string) => Feed | undefined
}

type Request = {
  client: Client
  lang: Lang
  path: string
  query: URLSearchParams
  origin: string
  theme: 'light' | 'dark' | null
}

/** Reads the catalogue of the current release and puts a page's site together. */
export async function makeSite({client, lang, path, query, origin, theme}: Request): Promise<Site> {
  const {catalog, datasets, tables: summaries} = await loadRelease(client)
  const t = languages[lang]!
  const home = catalog.cities[0]!
  const city = catalog.cities.find(({id}) => id === query.get('city')) ?? home
  const tables = new Map(summaries.map(table => [table.name, table]))
  const asked = new Map<string, Promise<unknown[]>>()
  const prefix = lang === firstLang ? '' : `/${lang}`
  return {
    lang,
    t,
    f: formatter(t.writing, city.zone),
    release: {id: catalog.release, createdAt: catalog.created_at},
    cities: catalog.cities,
    datasets,
    tables,
    home,
    city,
    sections: sectionsOf({datasets, tables: summaries}, home.id),
    isDemo: catalog.cities.some(({is_demo}) => is_demo),
    path,
    query,
    origin,
    theme,
    text: text => pick(text, lang),
    href(to, parameters = {}, hash = '') {
      const search = new URLSearchParams()
      for (const [key, value] of Object.entries(parameters))
        if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
      const text = search.toString()
      return `${prefix}${to === '/' && prefix ? '' : to}${text && `?${text}`}${hash && `#${hash}`}`
    },
    rows<Row>(table: string, question: RowsQuery = {}) {
      const key = JSON.stringify([table, question])
      if (!asked.has(key))
        asked.set(
          key,
          tables.has(table) ? client.rows(table, question).then(({rows}) => rows) : Promise.resolve([]),
        )
      return asked.get(key) as Promise<Row[]>
    },
    dataset: id => datasets.find(dataset => dataset.id === id),
    feed: (dataset, cityId) =>
      datasets.find(({id}) => id === dataset)?.feeds.find(feed => feed.city === cityId),
  }
}
