import type {City, Feed, Licence} from '@hromada/datasets'
import {type Build, faultsIn} from '../build/build.ts'
import type {HeldBack} from '../checks/choose-landings.ts'
import type {RuleResult} from '../checks/rule-result.ts'
import {landedFile} from './describe-models.ts'
import {publishedFindings} from './findings-table.ts'
import type {
  ReleaseCheck,
  ReleaseCity,
  ReleaseDataset,
  ReleaseHeldBack,
  ReleaseTable,
} from './release-manifest.ts'

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
  // A dataset of which nothing can be used is told of all the same.
  const unused = built.heldBack
    .map(({landing}) => landing)
    .filter(({city, feed}) => !built.landings.some(one => one.city === city && one.feed === feed))
  const byDataset = Map.groupBy([...built.landings, ...unused], ({feed}) => feed.dataset.id)
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
      feeds: landings.map(({city, feed, manifest, earlier}) => ({
        city: city.id,
        publisher: publisherOf(feed),
        licence: releaseLicence(feed.licence ?? dataset.licence),
        page: feed.page ?? null,
        retrieved_at: manifest.retrievedAt,
        sources: [...earlier, manifest].flatMap(({sources}) =>
          sources.map(({address, sha256, bytes}) => ({address, sha256, bytes})),
        ),
        landing: {file: landedFile(city, feed, manifest), sha256: manifest.sha256},
        ...(earlier.length > 0
          ? {earlier: earlier.map(one => ({file: landedFile(city, feed, one), sha256: one.sha256}))}
          : {}),
        rows_landed: [...earlier, manifest].reduce((sum, {records}) => sum + records.landed, 0),
        rows_staged: built.staged.find(one => one.city === city.id && one.dataset === id)?.rows ?? 0,
        findings: publishedFindings(dataset, faultsIn(built, city.id, id)),
        checks: (built.checked.find(one => one.city === city.id && one.dataset === id)?.results ?? []).map(
          releaseCheck,
        ),
        ...heldBack(built, city, feed),
      })),
    }
  })
}

const publisherOf = (feed: Feed) => feed.publisher ?? feed.dataset.publisher

const releaseCheck = ({rule, column, severity, holds, asked, faults, allowed}: RuleResult): ReleaseCheck => ({
  rule,
  column,
  severity,
  description: holds,
  checked: asked,
  failures: faults,
  allowed,
})

function heldBack(built: Build, city: City, feed: Feed): {held_back?: ReleaseHeldBack} {
  const isThis = ({landing}: Pick<HeldBack, 'landing'>) => landing.city === city && landing.feed === feed
  const held = built.heldBack.find(isThis)
  if (!held) return {}
  const {manifest} = held.landing
  return {
    held_back: {
      shown: built.landings.some(landing => isThis({landing})) ? 'earlier' : 'nothing',
      since: held.since,
      retrieved_at: manifest.retrievedAt,
      landing: {file: landedFile(city, feed, manifest), sha256: manifest.sha256},
      rows_landed: manifest.records.landed,
      findings: publishedFindings(feed.dataset, held.faults),
    },
  }
}
