import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../../../.config/temporary-folder.ts'
import type {DemoManifest} from './generate.ts'
import {demoOptions, demoSources} from './test/demo-sources.fixture.ts'

const manifestOf = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as DemoManifest

/** Generates the city in a process of its own, with other clocks, words and compilers than ours. */
async function generate(flags: string[], env: Record<string, string>): Promise<DemoManifest> {
  const folder = join(temporaryFolder('demo-same-bytes'), 'demo')
  const script = `import {generateDemoCity} from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    const effects = {signal: new AbortController().signal, onFile: () => {}}
    await generateDemoCity(${JSON.stringify(demoOptions)}, ${JSON.stringify(folder)}, effects)`
  const child = spawn(process.execPath, [...flags, '--input-type=module-typescript', '--eval', script], {
    env: {PATH: process.env.PATH ?? '', ...env},
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise(ended => child.once('close', ended))
  expect(code).toBe(0)
  return manifestOf(folder)
}

const hashes = ({files}: DemoManifest) => files.map(({path, sha256}) => `${path} ${sha256}`)

/** One hash for the files of each topic, so that a change shows where it is. */
function hashByTopic(manifest: DemoManifest): Record<string, string> {
  const byTopic = Object.groupBy(hashes(manifest), line => line.split('/')[0]!)
  return Object.fromEntries(
    Object.entries(byTopic).map(([topic, lines]) => [
      topic,
      createHash('sha256').update(lines!.join('\n')).digest('hex').slice(0, 16),
    ]),
  )
}

test('the same bytes whatever the zone, the language and the compiler, and the same as ever', async () => {
  // Those that other tests read: if they were of an earlier code, it would show here.
  const here = await manifestOf(await demoSources())
  const there = await generate(['--no-maglev', '--no-sparkplug'], {
    TZ: 'Pacific/Chatham',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  })
  expect(hashes(there)).toEqual(hashes(here))
  expect(there.generator).toBe(here.generator)
  // Renewed with `-u` by whoever changes what is written, on purpose.
  await expect(`${JSON.stringify(hashByTopic(here), null, 2)}\n`).toMatchFileSnapshot(
    'same-bytes.golden.json',
  )
}, 240_000)
