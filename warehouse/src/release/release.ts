import {mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {replaceFile, toDisk, treeToDisk} from '@hromada/pipelines'
import type {Build, BuiltModel} from '../build/build.ts'
import {heldBackLine} from '../checks/held-back-line.ts'
import {seedSql} from '../engines/duckdb/seed-sql.ts'
import {fingerprintOf, type Model} from '../model.ts'
import {type Gate, openGate, type Passage} from '../privacy/release/open-gate.ts'
import type {PrivacyEntry} from '../privacy/release/privacy-entry.ts'
import {privacyTable} from '../privacy/release/privacy-table.ts'
import type {Warehouse} from '../warehouse.ts'
import {brokenPromises} from './broken-promises.ts'
import {complianceTable} from './compliance/compliance-table.ts'
import {departmentsTable} from './compliance/departments-table.ts'
import {fieldsTable} from './compliance/fields-table.ts'
import {currentRelease, releasesFolder} from './current-release.ts'
import {releaseModels} from './describe-models.ts'
import {releaseCity, releaseDatasets} from './describe-sources.ts'
import {describeTool} from './describe-tool.ts'
import {fileHash} from './file-hash.ts'
import {findingsTable} from './findings-table.ts'
import {healthTable} from './health-table.ts'
import {blockingIn, keptOutLine, withoutKeptOut} from './kept-out.ts'
import {hasObject, placeObject, shareFile} from './object-store.ts'
import {refusals} from './refusals.ts'
import {releaseDigest} from './release-digest.ts'
import type {KeptOut, ReleaseArtefact, ReleaseManifest, ReleaseTable} from './release-manifest.ts'
import {ReleaseRefused} from './release-refused.ts'
import {type Retention, retireReleases} from './retire-releases.ts'
import {sealTable} from './seal-table.ts'

export type ReleaseEffects = {
  now: () => Date
  signal: AbortSignal
  onTable: (name: string, index: number, total: number) => void
  /**
   * Adds files to the release's folder (tiles, …) and says what they are; runs before the seal. `ask` answers queries
   * over the warehouse whose answers are public, and throws at others.
   */
  addArtefacts: (folder: string, build: Build, ask: Gate['ask']) => Promise<{path: string; role: string}[]>
  /** Changes when artefacts are made in another way. */
  artefactsVersion: string
  /** Why rows or columns of the last release may be missing from this one; null: they may not. */
  reason: string | null
  /** Which releases stay on the disk. */
  retention: Retention
}

const releaseVersion = '6'

/**
 * Seals what was built into an immutable release and makes it the current one. A blocking audit keeps its table, and all
 * that is made of it, out. It is refused, and nothing changes, where nothing but that and landings that are held back would
 * be left, where a private column would be published, and where a promise to readers of the last release would be broken
 * without a reason. Unchanged content makes no new release. What is sealed is on the disk before it is named.
 */
export async function release(
  warehouse: Warehouse,
  whole: Build,
  data: string,
  effects: ReleaseEffects,
): Promise<{manifest: ReleaseManifest; folder: string; isNew: boolean}> {
  const blocking = blockingIn(whole)
  const built = withoutKeptOut(whole, blocking)
  const keptOut = blocking.map(({examples, ...told}): KeptOut => told)
  const published = built.models.filter(({model, rows}) => model.publish && rows > 0)
  const last = await currentRelease(data)
  const gate = await openGate(built, published, warehouse)
  const reasons = await refusals(built, published, gate.reasons, blocking, warehouse)
  if (reasons.length > 0) throw new ReleaseRefused(reasons, last?.manifest.id ?? null)

  const passages = new Map<string, Passage>()
  for (const {model} of published) passages.set(model.name, await gate.passage(model))
  const reports: Model[] = [
    findingsTable(built),
    healthTable(built),
    complianceTable(built),
    departmentsTable(built),
    fieldsTable(built),
  ]
  const fingerprint = fingerprintOf(
    releaseVersion,
    ...[...passages.values()].map(passage => passage.fingerprint),
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
        model.notices,
        model.releases,
      ]),
    ),
    // What a manifest says of a source besides its rows: names, licences, descriptions.
    JSON.stringify(
      built.landings.map(({city, feed, manifest, earlier}) => [
        {...city, feeds: []},
        [...earlier, manifest].map(({digest}) => digest),
        feed.dataset,
        feed.page,
        feed.publisher,
        feed.licence,
      ]),
    ),
    JSON.stringify([
      built.checked,
      built.heldBack.map(({landing, ...held}) => [landing.manifest.digest, held]),
    ]),
    ...(keptOut.length > 0 ? [JSON.stringify(keptOut)] : []),
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
    const entries: PrivacyEntry[] = []
    const total = published.length + reports.length + 1
    for (const [index, one] of published.entries()) {
      effects.signal.throwIfAborted()
      effects.onTable(one.model.name, index, total)
      const passage = passages.get(one.model.name)!
      const keep = keepUnchanged(one, passage, last?.manifest ?? null, data)
      tables.push(await sealTable(one, built, open, passage, warehouse, keep))
      // Of a file that was taken over the same is to be told as before.
      entries.push(...(passage.entries ?? ofValues(last?.manifest.privacy ?? [], one.model.name)))
    }
    const privacy = [...entries, ...(await gate.entries())]
    const allReports = [...reports, privacyTable(privacy)]
    for (const [index, model] of allReports.entries()) {
      effects.onTable(model.name, published.length + index, total)
      const rows = model.rows!(built.cities)
      tables.push(
        await sealTable(
          {model, rows: rows.length, fingerprint: '', isNew: true, seconds: 0, audits: []},
          built,
          open,
          knownRows(`from (${seedSql(model, rows)})`),
          warehouse,
        ),
      )
    }

    const now = effects.now()
    const broken = last ? brokenPromises(last.manifest, promised(built, tables, allReports), isoDay(now)) : []
    if (broken.length > 0 && effects.reason === null)
      throw new ReleaseRefused(
        [
          ...broken,
          // Readers would miss tables that are kept out, or of which no landing can be used.
          ...blocking.map(keptOutLine),
          ...built.heldBack.map(held => heldBackLine(held, built.landings)),
          'If this is right, say why, and it is published with the change: --reason "…".',
        ],
        last!.manifest.id,
      )

    const artefacts: ReleaseArtefact[] = []
    for (const {path, role} of await effects.addArtefacts(open, built, gate.ask))
      artefacts.push({path, role, ...(await fileHash(join(open, path)))})
    for (const {path, sha256} of [...tables.map(({file, sha256}) => ({path: file, sha256})), ...artefacts])
      await shareFile(data, join(open, path), sha256)

    const digest = releaseDigest({tables, artefacts})
    const manifest: ReleaseManifest = {
      id: `${now.toISOString().slice(0, 16).replace(':', '-')}Z-${digest.slice(0, 8)}`,
      created_at: now.toISOString(),
      digest,
      fingerprint,
      reason: broken.length > 0 ? effects.reason : null,
      tool: await describeTool(warehouse),
      models: releaseModels(built),
      cities: built.cities.map(releaseCity),
      tables,
      datasets: releaseDatasets(built, tables),
      artefacts,
      privacy,
      ...(keptOut.length > 0 ? {kept_out: keptOut} : {}),
    }
    await writeFile(join(open, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
    await treeToDisk(open)
    const folder = join(releases, manifest.id)
    await rm(folder, {recursive: true, force: true})
    await rename(open, folder)
    await toDisk(releases)
    await replaceFile(join(data, 'current'), `${manifest.id}\n`)
    await retireReleases(data, effects.retention, now)
    return {manifest, folder, isNew: true}
  } finally {
    await rm(open, {recursive: true, force: true})
  }
}

/** A table that is made up here passes as it is. */
const knownRows = (source: string) => ({
  described: source,
  fingerprint: '',
  open: () => Promise.resolve(source),
})

/** What a report says of the values of a table, rather than of its columns. */
const ofValues = (entries: PrivacyEntry[], table: string) =>
  entries.filter(
    one =>
      one.table === table &&
      (one.action === 'withheld' || one.action === 'redacted' || one.action === 'suppressed'),
  )

/** A table whose model, inputs and passage are those of the last release has its rows: its file is taken over. */
function keepUnchanged(
  {model, fingerprint}: BuiltModel,
  passage: Passage,
  last: ReleaseManifest | null,
  data: string,
) {
  const before = last?.models?.find(({name}) => name === model.name)
  const table = last?.tables.find(({name}) => name === model.name)
  if (!table || before?.fingerprint !== fingerprint || table.gate !== passage.fingerprint) return null
  const {sha256, bytes} = table
  return async (path: string) => {
    if (!(await hasObject(data, sha256, bytes))) return null
    await placeObject(data, sha256, path)
    return {sha256, bytes}
  }
}

/** The tables with what their models allow. */
function promised(built: Build, tables: ReleaseTable[], reports: Model[]) {
  const models = new Map([...built.models.map(({model}) => model), ...reports].map(one => [one.name, one]))
  return {
    cities: built.cities,
    tables: tables.map(table => ({...table, largestDrop: models.get(table.name)!.largestDrop})),
  }
}

const isoDay = (at: Date) => at.toISOString().slice(0, 10)
