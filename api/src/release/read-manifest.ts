import {readFile} from 'node:fs/promises'
import {isAbsolute, join} from 'node:path'
import type {ReleaseManifest, ReleaseTable} from '@hromada/warehouse'
import {Value} from 'typebox/value'
import {Manifest} from '../contract/index.ts'
import {UnreadableRelease} from './unreadable-release.ts'

/** `manifest.json` of a release's folder, checked. Throws UnreadableRelease, saying what is wrong with it. */
export async function readManifest(folder: string, id: string): Promise<ReleaseManifest> {
  const bytes = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new UnreadableRelease(id, 'has no manifest.json')
  })
  const manifest = parse(bytes, id)
  if (!Value.Check(Manifest, manifest)) {
    const [first] = Value.Errors(Manifest, manifest)
    throw new UnreadableRelease(
      id,
      `has a manifest.json that is not one: ${first?.instancePath || '/'} ${first?.message}`,
    )
  }
  if (manifest.id !== id)
    throw new UnreadableRelease(id, `has the manifest.json of the release "${manifest.id}"`)
  for (const path of [
    ...manifest.tables.map(table => table.file),
    ...manifest.artefacts.map(({path}) => path),
  ])
    if (isAbsolute(path) || path.split(/[\\/]/).includes('..'))
      throw new UnreadableRelease(id, `names a file outside its folder: ${path}`)
  for (const table of manifest.tables) checkColumns(table, id)
  return manifest
}

/** Every column that the grain and the place of a table name is among its columns. */
function checkColumns({name, grain, place, columns}: ReleaseTable, id: string): void {
  const known = new Set(columns.map(column => column.name))
  const placed = place === null ? [] : place.kind === 'point' ? [place.lon, place.lat] : [place.column]
  const missing = [...grain, ...placed].find(column => !known.has(column))
  if (missing !== undefined)
    throw new UnreadableRelease(
      id,
      `has a table "${name}" whose grain or place names a column it lacks: "${missing}"`,
    )
}

function parse(text: string, id: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableRelease(id, 'has a manifest.json that is not JSON: it was cut or changed')
  }
}
