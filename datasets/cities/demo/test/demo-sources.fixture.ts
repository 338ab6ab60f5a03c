import {cp, mkdir, mkdtemp, readdir, rename, rm, stat, utimes} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {generateDemoCity, generatorFingerprint} from '../index.ts'

export const demoOptions = {seed: 1, scale: 0.05, today: '2026-11-21'}
const cache = resolve(import.meta.dirname, '../../../../node_modules/.cache/hromada')

const dayMilliseconds = 24 * 3600 * 1000

/** Puts the demo city's source files into a data folder, as if they had been generated there. */
export async function putDemoSources(data: string): Promise<void> {
  await mkdir(join(data, 'sources'), {recursive: true})
  await cp(await demoSources(), join(data, 'sources', 'demo'), {recursive: true})
}

/**
 * The folder of the demo city's source files, with a twentieth of its people and events: to read, not to change. They
 * are made once for each state of the generator's code and kept beside what is installed.
 */
export async function demoSources(): Promise<string> {
  const {seed, scale, today} = demoOptions
  const kept = join(cache, `demo-${seed}-${scale}-${today}-${(await generatorFingerprint()).slice(0, 16)}`)
  if (!(await stat(kept).catch(() => null))) await make(kept)
  await utimes(kept, new Date(), new Date())
  return kept
}

async function make(kept: string): Promise<void> {
  await forgetOld()
  const scratch = await mkdtemp(join(cache, 'demo-made-'))
  await generateDemoCity(demoOptions, join(scratch, 'demo'), {
    signal: new AbortController().signal,
    onFile: () => {},
  })
  // Another test may have been quicker; its files are the same.
  await rename(join(scratch, 'demo'), kept).catch(() => {})
  await rm(scratch, {recursive: true, force: true})
}

/** Takes away what earlier states of the generator made, and halves of what was never finished. */
async function forgetOld(): Promise<void> {
  await mkdir(cache, {recursive: true})
  for (const name of await readdir(cache)) {
    if (!name.startsWith('demo-')) continue
    const {mtimeMs} = await stat(join(cache, name))
    if (Date.now() - mtimeMs > dayMilliseconds) await rm(join(cache, name), {recursive: true, force: true})
  }
}
