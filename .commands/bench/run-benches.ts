import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import type {Bench} from './find-benches.ts'

export type BenchResult = Bench & {
  /** Exit code; null for one that a signal ended. */
  code: number | null
  seconds: number
}

type Effects = {
  signal: AbortSignal
  print: (line: string) => void
  /** Where the benches' own lines go. */
  stdio?: 'inherit' | 'ignore'
}

/**
 * Runs benches one after another, each in a process of its own so that none warms up another. One that fails does not
 * stop those after it. Rejects when it is told to stop.
 */
export async function runBenches(
  benches: Bench[],
  root: string,
  {signal, print, stdio = 'inherit'}: Effects,
): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  for (const bench of benches) {
    signal.throwIfAborted()
    print(`\n${bench.name}  ${bench.file}`)
    const start = performance.now()
    const child = spawn(process.execPath, [join(root, bench.file)], {cwd: root, stdio})
    const stop = () => child.kill()
    signal.addEventListener('abort', stop, {once: true})
    const [code] = (await once(child, 'close')) as [number | null]
    signal.removeEventListener('abort', stop)
    results.push({...bench, code, seconds: (performance.now() - start) / 1000})
  }
  signal.throwIfAborted()
  return results
}
