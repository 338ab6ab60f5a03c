import {dirname, join} from 'node:path'
import {
  type CommandEffects,
  CommandError,
  defineCommand,
  groupDigits,
  runCommand,
} from '@hromada/pipelines/command'
import {tileFaults, vectorTileFaults} from '@hromada/twin'
import {
  currentRelease,
  type ReleaseManifest,
  readRelease,
  releasesFolder,
  verifyRelease,
} from '@hromada/warehouse'
import {rebuildRelease} from './steps/rebuild-release.ts'

/** Folders of tiles by what describes them, and what looks into them. */
const checks: Record<string, (folder: string) => Promise<string[]>> = {
  'buildings-tileset': tileFaults,
  'vector-map': vectorTileFaults,
}

const command = defineCommand({
  name: 'verify',
  describe:
    'Hashes every file of a release, and the landed files it was made from, again, and looks into every tile of buildings and of vector maps. With --rebuild it is made anew from the landed files and compared byte for byte.',
  options: ['data'],
  json: true,
  flags: {
    release: {type: 'string', value: 'ID', describe: 'which release (default: the current one)'},
    rebuild: {type: 'boolean', describe: 'make it anew and compare'},
  },
  examples: [
    ['', 'hashes the current release'],
    ['--rebuild', 'makes it anew from what has landed, and compares'],
  ],
})

await runCommand(command, async ({data, release, rebuild}, effects) => {
  const id = release ?? (await currentRelease(data))?.manifest.id
  const manifest = id === undefined ? null : await readRelease(data, id)
  if (!manifest)
    throw new CommandError(
      id === undefined
        ? `There is no release in ${data} yet. Run npm start, or npm run land and npm run release.`
        : `There is no release ${id} in ${data}. npm run releases lists them.`,
    )
  const task = effects.progress.task('hash files')
  const faults = await verifyRelease(data, manifest.id, {
    signal: effects.signal,
    onFile: (name, index, total) => task.update(index, total, `files, ${name}`),
  })
  if (faults.length === 0) task.done('all as sealed')
  else task.fail(`${faults.length} faults`)
  if (faults.length === 0) faults.push(...(await faultsOfTiles(manifest, data, effects)))
  if (rebuild && faults.length === 0) faults.push(...(await rebuildRelease(manifest, data, effects)))

  const files = [...manifest.tables, ...manifest.artefacts]
  effects.report({release: manifest.id, digest: manifest.digest, isRebuilt: rebuild, faults})
  effects.progress.summary([
    ['release', manifest.id],
    ['digest', manifest.digest],
    ['files', `${files.length}, ${groupDigits(files.reduce((sum, {bytes}) => sum + bytes, 0))} bytes`],
    [
      'verdict',
      faults.length === 0 ? `as sealed${rebuild ? ', and made anew the same' : ''}` : 'NOT as sealed',
    ],
  ])
  if (faults.length > 0)
    throw new CommandError(`${manifest.id}:\n${faults.map(fault => `  – ${fault}`).join('\n')}`)
})

/** What is wrong with the tiles of a release, whatever was sealed. */
async function faultsOfTiles(
  {id, artefacts}: ReleaseManifest,
  data: string,
  {progress, signal}: CommandEffects,
): Promise<string[]> {
  const tilesets = artefacts.flatMap(({role, path}) => {
    const check = checks[role]
    return check ? [{check, folder: dirname(path)}] : []
  })
  if (tilesets.length === 0) return []
  const task = progress.task('look into tiles')
  const faults: string[] = []
  for (const [index, {check, folder}] of tilesets.entries()) {
    signal.throwIfAborted()
    task.update(index, tilesets.length, folder)
    const found = await check(join(releasesFolder(data), id, folder))
    faults.push(...found.map(fault => `${folder}: ${fault}`))
  }
  if (faults.length === 0) task.done('all as they should be')
  else task.fail(`${faults.length} faults`)
  return faults
}
