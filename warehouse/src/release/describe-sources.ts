import type {City, Feed, Licence} from '@hromada/datasets'
import type {Build} from '../build/build.ts'
import {landedFile} from './describe-models.ts'
import {publishedFindings} from './findings-table.ts'
import type {ReleaseCity, ReleaseDataset, ReleaseTable} from './release-manifest.ts'

/** What a release says of a city; the first is the one at home. */
export const releaseCity = (city: City, index: number): ReleaseCity => ({
  id: city.id,
  name: city.name,
  name_of: city.nameOf,
  country: city.country,
  is_home: index === 0,
  is_demo: city.isDemo,
  zone: city.zone,
  bbox: city.bbox,
  population: city.population,
})

const releaseLicence = ({id, title, url}: Licence) => ({id, title, url: url ?? null})

/** What a release says of the datasets it was made from. */
export function releaseDatasets(built: Build, tables: ReleaseTable[]): ReleaseDataset[] {
  const byDataset = Map.groupBy(built.landings, ({feed}) => feed.dataset.id)
  return [...byDataset].map(([id, landings]) => {
    const {dataset} = landings[0]!.feed
    return {
      id,
      title: dataset.title,
      description: dataset.describe,
      publisher: dataset.publisher,
      licence: releaseLicence(dataset.licence),
      theme: dataset.theme,
      cadence: dataset.cadence,
      key: dataset.key,
      columns: Object.entries(dataset.columns)
        .filter(([, {privacy}]) => privacy === 'public' || privacy === 'public_by_law')
        .map(([name, {type, unit, describe: description}]) => ({
          name,
          type,
          unit: unit ?? null,
          description,
        })),
      tables: tables.filter(table => table.datasets.includes(id)).map(({name}) => name),
      feeds: landings.map(({city, feed, manifest}) => ({
        city: city.id,
        publisher: publisherOf(feed),
        licence: releaseLicence(feed.licence ?? dataset.licence),
        page: feed.page ?? null,
        retrieved_at: manifest.retrievedAt,
        sources: manifest.sources.map(({address, sha256, bytes}) => ({address, sha256, bytes})),
        landing: {file: landedFile({city, feed, manifest}), sha256: manifest.sha256},
        rows_landed: manifest.records.landed,
        rows_staged: built.staged.find(one => one.city === city.id && one.dataset === id)?.rows ?? 0,
        findings: publishedFindings(built, city.id, id),
      })),
    }
  })
}

const publisherOf = (feed: Feed) => feed.publisher ?? feed.dataset.publisher
