import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as sleep} from 'node:timers/promises'

export type Script = {
  /** Exit code; null for one that a signal ended. */
  ended: Promise<number | null>
  /** Ends it, gently at first, and waits until it is gone. */
  stop: () => Promise<void>
}

const ownTimeMs = 1_000
const graceMs = 10_000

/**
 * Starts a TypeScript file in a process of its own, which writes to the same terminal. `signal` tells that this
 * process is ending; the script has to be stopped all the same.
 */
export function startScript(file: string, args: string[], signal: AbortSignal): Script {
  const child = spawn(process.execPath, [file, ...args], {stdio: 'inherit'})
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').then(([code]) => {
    process.off('exit', kill)
    return code as number | null
  })
  const isGoneWithin = (milliseconds: number) =>
    Promise.race([ended.then(() => true), sleep(milliseconds, false, {ref: false})])

  return {
    ended,
    async stop() {
      // Ctrl-C reaches every process of a terminal, and a second signal would break off what the first one ends.
      if (signal.aborted && (await isGoneWithin(ownTimeMs))) return
      child.kill('SIGTERM')
      if (!(await isGoneWithin(graceMs))) kill()
      await ended
    },
  }
}
