import {mkdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {City} from '@hromada/datasets'
import {
  type DemoManifest,
  type DemoOptions,
  generateDemoCity,
  generatorFingerprint,
} from '@hromada/datasets/demo'
import {type CommandEffects, groupDigits} from '@hromada/pipelines/command'

const folderIn = (data: string) => join(data, 'sources', 'demo')

/**
 * Sees to it that the source files of every chosen city that is generated are there. Those that are stay as they are,
 * with their day and scale, until the generator's own code changes.
 */
export async function ensureGenerated(cities: City[], data: string, effects: CommandEffects): Promise<void> {
  if (!cities.some(({feeds}) => feeds.some(({made}) => made))) return
  const made = await readManifest(data)
  if (made && made.generator === (await generatorFingerprint())) return
  await generateDemo(made?.options ?? {seed: 1, scale: 1, today: kyivDate(effects.now())}, data, effects)
}

/** Generates the demo city's source files, whatever is there. */
export async function generateDemo(
  options: DemoOptions,
  data: string,
  {progress, signal}: Pick<CommandEffects, 'progress' | 'signal'>,
): Promise<{manifest: DemoManifest; seconds: number}> {
  await mkdir(join(data, 'sources'), {recursive: true})
  const task = progress.task('generate the demo city')
  const start = performance.now()
  let records = 0
  try {
    const manifest = await generateDemoCity(options, folderIn(data), {
      signal,
      onFile: file => {
        records += file.records
        task.update(records, undefined, 'records')
      },
    })
    task.done(`${manifest.files.length} files, ${groupDigits(records)} records`)
    return {manifest, seconds: (performance.now() - start) / 1000}
  } catch (error) {
    task.fail()
    throw error
  }
}

/** The date that clocks in Kyiv show. */
export const kyivDate = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Kyiv'}).format(at)

async function readManifest(data: string): Promise<DemoManifest | null> {
  const text = await readFile(join(folderIn(data), 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text) as DemoManifest
  } catch {
    return null
  }
}
