import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '../..')
const file = 'pipelines/torture/fuzz.ts'

/**
 * Feeds so many broken files to the readers, in a process of its own that says for itself what it found. Answers its exit
 * code; null where a signal ended it.
 */
export async function runFuzz(files: number, seed: number, signal: AbortSignal): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, file), String(files), String(seed)], {
    cwd: root,
    stdio: 'inherit',
  })
  const stop = () => child.kill()
  signal.addEventListener('abort', stop, {once: true})
  const [code] = (await once(child, 'close')) as [number | null]
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  return code
}

export const canFuzz = (): boolean => existsSync(join(root, file))
