import {createHash} from 'node:crypto'
import type {City, Feed} from '@hromada/datasets'
import {headersOf, type LandingManifest} from '@hromada/pipelines'
import type {Build, BuiltModel} from '../build/build.ts'
import type {Landing} from '../build/stage.ts'
import {leadingTo} from '../lineage/leading-to.ts'
import type {ReleaseModel} from './release-manifest.ts'

/**
 * What a release says of the models it was built from. Of unpublished ones only the columns that published ones are made
 * of: what else lies in the warehouse is nobody's business.
 */
export function releaseModels(built: Build): ReleaseModel[] {
  const models = describeModels(built)
  const published = models.filter(({is_published}) => is_published)
  const shown = published.flatMap(({name, columns}) => columns.map(column => `${name}.${column.name}`))
  const traced = new Map(leadingTo(models, shown, true).map(model => [model.name, model]))
  return models.map(model => traced.get(model.name) ?? {...model, columns: [], rows_from: []})
}

const describeModels = ({models, landings}: Build): ReleaseModel[] =>
  models.map(({model, fingerprint, rows}) => ({
    name: model.name,
    kind: model.kind,
    fingerprint,
    sql_sha256: createHash('sha256').update(model.sql).digest('hex'),
    inputs: model.inputs.map(({name}) => name),
    rows,
    is_published: model.publish,
    columns: columnsOf(
      model,
      landings.filter(({feed}) => feed.dataset.id === model.dataset?.id),
    ),
    rows_from: model.lineage.rows,
  }))

function columnsOf(
  {kind, columns, lineage}: BuiltModel['model'],
  landings: Landing[],
): ReleaseModel['columns'] {
  if (kind === 'model') return Object.entries(lineage.columns).map(([name, from]) => ({name, from}))
  return Object.keys(columns).map(name => ({
    name,
    from: landings.flatMap(landing => landedHeaders(name, landing)),
  }))
}

/**
 * The headers that a staging column is read from, in the order in which they are tried. Of hundreds of landed files the
 * newest with that header stands for all; the release's dataset lists them.
 */
function landedHeaders(name: string, {city, feed, manifest, earlier}: Landing): string[] {
  const column = feed.dataset.columns[name]
  const source = feed.columns[name]
  if (!column || source?.value !== undefined) return []
  return headersOf(column, source).flatMap(header => {
    const landed = [...earlier, manifest].findLast(({columns}) => columns.includes(header))
    return landed ? [`${landedFile(city, feed, landed)}#${header}`] : []
  })
}

/** Where a landing lies below the data folder. */
export const landedFile = (city: City, feed: Feed, {file}: LandingManifest): string =>
  `landing/${city.id}/${feed.dataset.id}/${file}`
