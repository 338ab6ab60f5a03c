import {createHash} from 'node:crypto'
import {mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {identifier} from '@hromada/pipelines'
import type {Build} from '../build.ts'
import {seedSql} from '../engines/duckdb/seed-sql.ts'
import {fingerprintOf} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'
import {currentRelease, releasesFolder} from './current-release.ts'
import {releaseCity, releaseDatasets} from './describe-sources.ts'
import {fileHash} from './file-hash.ts'
import {findingsTable} from './findings-table.ts'
import {refusals} from './refusals.ts'
import type {ReleaseArtefact, ReleaseManifest, ReleaseTable} from './release-manifest.ts'
import {ReleaseRefused} from './release-refused.ts'
import {sealTable} from './seal-table.ts'

export type ReleaseEffects = {
  now: () => Date
  signal: AbortSignal
  onTable: (name: string, index: number, total: number) => void
  /** Adds files to the release's folder (tiles, …) and says what they are; runs before the seal. */
  addArtefacts: (folder: string, build: Build) => Promise<{path: string; role: string}[]>
  /** Changes when artefacts are made in another way. */
  artefactsVersion: string
}

const releaseVersion = '2'

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
  const reasons = await refusals(built, published, warehouse)
  if (reasons.length > 0) throw new ReleaseRefused(reasons, last?.manifest.id ?? null)

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
