import {createHash} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {City, Feed, Licence} from '@hromada/datasets'
import {identifier, literal} from '@hromada/pipelines'
import {format as formatSql} from 'sql-formatter'
import type {Build, BuiltModel} from './build.ts'
import {seedSql} from './engines/duckdb/seed-sql.ts'
import {fileHash} from './file-hash.ts'
import {findingsTable, publishedFindings} from './findings-table.ts'
import {fingerprintOf, type Model} from './model.ts'
import {datasetsOf} from './order.ts'
import {privateColumns} from './privacy.ts'
import type {
  PublishedType,
  ReleaseArtefact,
  ReleaseCity,
  ReleaseColumn,
  ReleaseDataset,
  ReleaseManifest,
  ReleaseTable,
} from './release-manifest.ts'
import type {Warehouse} from './warehouse.ts'

export type ReleaseEffects = {
  now: () => Date
  signal: AbortSignal
  onTable: (name: string, index: number, total: number) => void
  /** Adds files to the release's folder (tiles, …) and says what they are; runs before the seal. */
  addArtefacts: (folder: string, build: Build) => Promise<{path: string; role: string}[]>
  /** Changes when artefacts are made in another way. */
  artefactsVersion: string
}

/** The release was refused. The one before it goes on serving. */
export class ReleaseRefused extends Error {
  override name = 'ReleaseRefused'
  readonly reasons: string[]
  constructor(reasons: string[], lastGood: string | null) {
    const serving = lastGood
      ? `the last good one (${lastGood}) goes on serving`
      : 'there is no earlier one to serve'
    super(`The release was refused; ${serving}.\n${reasons.map(reason => `  – ${reason}`).join('\n')}`)
    this.reasons = reasons
  }
}

const releaseVersion = '2'

export const releasesFolder = (data: string) => join(data, 'releases')

/** The release that is serving: its manifest and folder, or null before the first one. */
export async function currentRelease(
  data: string,
): Promise<{manifest: ReleaseManifest; folder: string} | null> {
  const id = (await readFile(join(data, 'current'), 'utf8').catch(() => '')).trim()
  if (id === '') return null
  const folder = join(releasesFolder(data), id)
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  return manifest === null ? null : {manifest: JSON.parse(manifest) as ReleaseManifest, folder}
}

/**
 * Seals what was built into an immutable release and makes it the current one. A blocking audit, a finding that loses
 * records, or a private column refuses it and changes nothing. Unchanged content makes no new release.
 */
export async function release(
  warehouse: Warehouse,
  built: Build,
  data: string,
  effects: ReleaseEffects,
): Promise<{manifest: ReleaseManifest; folder: string; isNew: boolean}> {
  const published = built.models.filter(({model, rows}) => model.publish && rows > 0)
  const last = await currentRelease(data)
  const refusals = [...blocked(built), ...(await gate(published, warehouse))]
  if (refusals.length > 0) throw new ReleaseRefused(refusals, last?.manifest.id ?? null)

  const findings = findingsTable(built)
  const fingerprint = fingerprintOf(
    releaseVersion,
    effects.artefactsVersion,
    JSON.stringify(built.cities.map(({id}) => id)),
    JSON.stringify(
      built.models.map(({model, fingerprint: made}) => [
        model.name,
        made,
        model.publish,
        model.title,
        model.describe,
        model.columns,
        model.place,
      ]),
    ),
    // What a manifest says of a source besides its rows: names, licences, descriptions.
    JSON.stringify(
      built.landings.map(({city, feed, manifest}) => [
        {...city, feeds: []},
        manifest.digest,
        feed.dataset,
        feed.page,
        feed.publisher,
        feed.licence,
      ]),
    ),
  )
  if (last?.manifest.fingerprint === fingerprint) return {...last, isNew: false}

  // Made under a name no reader looks at; moved into place whole.
  const releases = releasesFolder(data)
  await mkdir(releases, {recursive: true})
  for (const name of await readdir(releases))
    if (name.startsWith('.open-')) await rm(join(releases, name), {recursive: true})
  const open = join(releases, `.open-${process.pid}`)
  await mkdir(open)
  try {
    const tables: ReleaseTable[] = []
    const total = published.length + 1
    for (const [index, one] of published.entries()) {
      effects.signal.throwIfAborted()
      effects.onTable(one.model.name, index, total)
      tables.push(await sealTable(one, built, open, `from ${identifier(one.model.name)}`, warehouse))
    }
    effects.onTable(findings.name, published.length, total)
    const found = findings.rows!(built.cities)
    tables.push(
      await sealTable(
        {model: findings, rows: found.length, fingerprint: '', isNew: true, audits: []},
        built,
        open,
        `from (${seedSql(findings, found)})`,
        warehouse,
      ),
    )

    const artefacts: ReleaseArtefact[] = []
    for (const {path, role} of await effects.addArtefacts(open, built))
      artefacts.push({path, role, ...(await fileHash(join(open, path)))})

    const createdAt = effects.now().toISOString()
    const digest = createHash('sha256')
      .update(
        JSON.stringify([
          ...tables.map(({file, sha256}) => [file, sha256]),
          ...artefacts.map(({path, sha256}) => [path, sha256]),
        ]),
      )
      .digest('hex')
    const manifest: ReleaseManifest = {
      id: `${createdAt.slice(0, 16).replace(':', '-')}Z-${digest.slice(0, 8)}`,
      created_at: createdAt,
      digest,
      fingerprint,
      cities: built.cities.map(releaseCity),
      tables,
      datasets: releaseDatasets(built, tables),
      artefacts,
    }
    await writeFile(join(open, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
    const folder = join(releases, manifest.id)
    await rm(folder, {recursive: true, force: true})
    await rename(open, folder)
    await writeFile(join(data, '.current.new'), `${manifest.id}\n`)
    await rename(join(data, '.current.new'), join(data, 'current'))
    return {manifest, folder, isNew: true}
  } finally {
    await rm(open, {recursive: true, force: true})
  }
}

/** Audits and findings that forbid a release, in words. */
function blocked({models, landings, staged}: Build): string[] {
  const audits = models.flatMap(({model, audits: results}) =>
    results
      .filter(({severity, failures}) => severity === 'block' && failures > 0)
      .map(
        ({name, description, failures, checked, examples}) =>
          `${model.name}: ${description.en} – not so in ${failures} of ${checked} (${name}), for instance ` +
          examples.map(example => JSON.stringify(example).slice(0, 200)).join(', '),
      ),
  )
  const findings = [
    ...landings.map(({city, feed, manifest}) => ({
      city: city.id,
      dataset: feed.dataset.id,
      findings: manifest.findings,
    })),
    ...staged,
  ].flatMap(({city, dataset, findings: found}) =>
    found
      .filter(({severity}) => severity === 'block')
      .map(
        ({rule, count}) =>
          `${city}/${dataset}: ${rule}, ${count} records. Correct the file, or tell its publisher.`,
      ),
  )
  return [...audits, ...findings]
}

/** Tables with private or undescribed columns. */
async function gate(published: BuiltModel[], warehouse: Warehouse): Promise<string[]> {
  const reasons: string[] = []
  for (const {model} of published) {
    const names = (await describe(`from ${identifier(model.name)}`, warehouse)).map(
      ({column_name}) => column_name,
    )
    const closed = privateColumns(model, names)
    const unknown = names.filter(name => !model.columns[name])
    if (closed.length > 0)
      reasons.push(`${model.name}: ${closed.join(', ')} may not be published. Leave it out of the model.`)
    if (unknown.length > 0)
      reasons.push(`${model.name}: ${unknown.join(', ')} has no description. Add it to the model's columns.`)
  }
  return reasons
}

const describe = (source: string, warehouse: Warehouse) =>
  warehouse.rows<{column_name: string; column_type: string}>(`describe select * ${source}`)

async function sealTable(
  {model, rows, audits}: BuiltModel,
  built: Build,
  folder: string,
  source: string,
  warehouse: Warehouse,
): Promise<ReleaseTable> {
  const file = `${model.name}.parquet`
  const columns = (await describe(source, warehouse)).map(({column_name, column_type}) =>
    releaseColumn(model, column_name, publishedType(model, column_name, column_type)),
  )
  await warehouse.run(
    `copy (select * ${source}) to ${literal(join(folder, file))} (format parquet, compression zstd)`,
  )
  const datasets = datasetsOf(model)
  return {
    name: model.name,
    title: model.title,
    description: model.describe,
    grain: model.grain,
    row_count: rows,
    columns,
    place: model.place,
    file,
    ...(await fileHash(join(folder, file))),
    sql: model.sql === '' ? '' : formatSql(model.sql, {language: 'duckdb', keywordCase: 'lower'}),
    inputs: model.inputs.map(({name}) => name),
    datasets,
    is_demo: built.cities.some(({isDemo}) => isDemo),
    audits: [...audits, ...upstreamAudits(model, built)].map(({name, description, checked, failures}) => ({
      name,
      description,
      checked,
      failures,
    })),
  }
}

/** What was asked of the unpublished models that a table is made from; published ones show their own. */
function upstreamAudits({inputs}: Model, built: Build): BuiltModel['audits'] {
  return inputs
    .filter(({publish}) => !publish)
    .flatMap(input => [
      ...(built.models.find(({model}) => model.name === input.name)?.audits ?? [])
        .filter(({name}) => !name.startsWith('grain_'))
        .map(audit => ({...audit, name: `${input.name}.${audit.name}`})),
      ...upstreamAudits(input, built),
    ])
}

function publishedType(model: Model, column: string, type: string): PublishedType {
  if (model.place?.kind === 'geometry' && model.place.column === column) return 'geometry'
  if (type.startsWith('DECIMAL')) return 'decimal'
  const known: Record<string, PublishedType> = {
    VARCHAR: 'text',
    BOOLEAN: 'boolean',
    DATE: 'date',
    'TIMESTAMP WITH TIME ZONE': 'timestamp',
    DOUBLE: 'number',
    FLOAT: 'number',
    TINYINT: 'integer',
    SMALLINT: 'integer',
    INTEGER: 'integer',
    BIGINT: 'integer',
    JSON: 'json',
  }
  const found = known[type]
  if (!found)
    throw new Error(`${model.name}.${column} is ${type}, which has no published type. Cast it in the model.`)
  return found
}

const releaseColumn = (model: Model, name: string, type: PublishedType): ReleaseColumn => {
  const {uk, en, unit} = model.columns[name]!
  return {name, type, unit: unit ?? null, description: {uk, en}}
}

const releaseCity = (city: City, index: number): ReleaseCity => ({
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

function releaseDatasets(built: Build, tables: ReleaseTable[]): ReleaseDataset[] {
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
        rows_landed: manifest.records.landed,
        rows_staged: built.staged.find(one => one.city === city.id && one.dataset === id)?.rows ?? 0,
        findings: publishedFindings(built, city.id, id),
      })),
    }
  })
}

const publisherOf = (feed: Feed) => feed.publisher ?? feed.dataset.publisher
