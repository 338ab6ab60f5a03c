import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../.config/temporary-folder.ts'
import {town} from '../twin/src/map/vector/vector-town.fixture.ts'
import {writeVectorTiles} from '../twin/src/map/vector/write-vector-tiles.ts'
import {releaseDigest} from '../warehouse/src/release/release-digest.ts'
import type {ReleaseArtefact} from '../warehouse/src/release/release-manifest.ts'
import {runToEnd} from './test/start-command.fixture.ts'

/** Seals a release of one vector map, whose files may have been changed before. */
async function sealed(change: (folder: string) => Promise<void>): Promise<string> {
  const data = temporaryFolder('hromada-verify')
  const open = join(data, 'open')
  const place = 'tiles/testove/map/vector'
  const {files} = await writeVectorTiles(town, join(open, place))
  await change(join(open, place))
  const artefacts: ReleaseArtefact[] = []
  for (const [index, file] of files.entries()) {
    const bytes = await readFile(join(open, place, file))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const role = index === 0 ? 'vector-map' : 'tile'
    artefacts.push({path: `${place}/${file}`, bytes: bytes.length, sha256, role})
  }
  const digest = releaseDigest({tables: [], artefacts})
  const id = `2026-11-22T08-00Z-${digest.slice(0, 8)}`
  await mkdir(join(data, 'releases'))
  await writeFile(
    join(open, 'manifest.json'),
    JSON.stringify({id, digest, cities: [], tables: [], datasets: [], artefacts}),
  )
  await rename(open, join(data, 'releases', id))
  await writeFile(join(data, 'current'), `${id}\n`)
  return data
}

test('a sound vector map is found to be sound', async () => {
  const data = await sealed(async () => {})
  const {code, said} = await runToEnd('verify', ['--data', data])
  expect([code, said]).toEqual([0, expect.stringContaining('as they should be')])
})

test('a map that was sealed with a fault is found out, though every hash fits', async () => {
  const data = await sealed(async folder => {
    const file = join(folder, 'tiles.json')
    const description = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({...description, bounds: [9, 9, 1, 1]}))
  })
  const {code, said} = await runToEnd('verify', ['--data', data])
  expect(code).toBe(1)
  expect(said).toContain('tiles/testove/map/vector: tiles.json has the bounds 9,9,1,1')
})
