import {mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {toDisk} from '../durable.ts'
import type {LandingManifest} from '../lake.ts'
import type {SetAside} from '../readers/reader.ts'

/**
 * Moves a landing into its folder: rows and lines set aside first, all of it on the disk, then the manifest, whose
 * presence makes it complete. Whatever happens on the way, there is a whole landing more or none.
 */
export async function keepLanding(
  manifest: LandingManifest,
  parquet: string,
  setAside: SetAside[],
  scratch: string,
  folder: string,
): Promise<void> {
  const stem = manifest.file.replace(/\.parquet$/, '')
  const written = join(scratch, 'manifest.json')
  await writeFile(written, `${JSON.stringify(manifest, null, 2)}\n`)
  const moves: [from: string, to: string][] = [[parquet, manifest.file]]
  if (setAside.length > 0) {
    const lines = join(scratch, 'set-aside.ndjson')
    await writeFile(lines, setAside.map(line => `${JSON.stringify(line)}\n`).join(''))
    moves.push([lines, `${stem}.set-aside.ndjson`])
  }
  for (const path of [...moves.map(([from]) => from), written]) await toDisk(path)
  for (const [from, to] of moves) await rename(from, join(folder, to))
  await toDisk(folder)
  await rename(written, join(folder, `${stem}.json`))
  await toDisk(folder)
}

/** Makes the folder of a dataset's landings, and clears away what a run that was killed left there: there is one writer. */
export async function clearLeftovers(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true})
  const names = await readdir(folder)
  const complete = new Set(
    names.filter(name => name.endsWith('.json')).map(name => name.slice(0, -'.json'.length)),
  )
  for (const name of names) {
    const stem = name.replace(/\.(parquet|json|set-aside\.ndjson)$/, '')
    if (name.startsWith('.landing-') || (stem !== name && !complete.has(stem)))
      await rm(join(folder, name), {recursive: true, force: true})
  }
}
