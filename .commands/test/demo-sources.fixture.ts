import {cp, mkdir, mkdtemp, rename, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {generateDemoCity, generatorFingerprint} from '@hromada/datasets/demo'

const options = {seed: 1, scale: 0.05, today: '2026-11-21'}

/**
 * Puts the demo city's source files, with a twentieth of its people and events, into a data folder, as if they had been
 * generated there. They are made once for each state of the generator's code and kept among the temporary files.
 */
export async function putDemoSources(data: string): Promise<void> {
  const kept = join(tmpdir(), `hromada-demo-${(await generatorFingerprint()).slice(0, 16)}`)
  if (!(await stat(kept).catch(() => null))) {
    const scratch = await mkdtemp(join(tmpdir(), 'hromada-demo-made-'))
    await generateDemoCity(options, join(scratch, 'demo'), {
      signal: new AbortController().signal,
      onFile: () => {},
    })
    // Another test may have been quicker; its files are the same.
    await rename(join(scratch, 'demo'), kept).catch(() => {})
    await rm(scratch, {recursive: true, force: true})
  }
  await mkdir(join(data, 'sources'), {recursive: true})
  await cp(kept, join(data, 'sources', 'demo'), {recursive: true})
}
