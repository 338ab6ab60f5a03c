import {firstStep, type Step, steps} from './first-step.ts'

type Effects = {
  /** Calls back with the files that have changed. */
  watch: (onChange: (paths: string[]) => void) => void
  /** Does a step that comes before serving; false where it failed, having said why, or was aborted. */
  prepare: (step: Exclude<Step, 'serve'>, signal: AbortSignal) => Promise<boolean>
  /** Serves what has been prepared, in a fresh process. */
  serve: () => {stop: () => Promise<void>}
  print: (line: string) => void
  /** Ends it all. */
  signal: AbortSignal
}

/**
 * Does every step once and then, whenever files change, those that the change asks for. The old server goes on
 * answering until the new one can take its place; where there can be no new release or portal it stays.
 */
export async function followChanges({watch, prepare, serve, print, signal}: Effects): Promise<void> {
  let server = null as ReturnType<Effects['serve']> | null
  // Place of the step at work, beyond the last one where all is done; and of the earliest one that changes ask for.
  let current = 0
  let asked = 0
  let isIdle = false
  let round = new AbortController()
  let wake = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => wake.resolve(), {once: true})

  watch(paths => {
    const step = firstStep(paths)
    if (step === null || signal.aborted) return
    const [first, ...others] = paths
    print(`\n${first}${others.length > 0 ? ` and ${others.length} more` : ''} changed`)
    const place = steps.indexOf(step)
    // A step that is still to come will find the change.
    if (!isIdle && place > current) return
    asked = Math.min(asked, place)
    round.abort()
    wake.resolve()
  })

  while (!signal.aborted) {
    round = new AbortController()
    wake = Promise.withResolvers()
    current = Math.min(current, asked)
    asked = steps.length
    await work(AbortSignal.any([signal, round.signal]))
    isIdle = true
    if (asked === steps.length && !signal.aborted) await wake.promise
    isIdle = false
  }
  await server?.stop()

  async function work(told: AbortSignal): Promise<void> {
    for (; current < steps.length; current++) {
      if (told.aborted) return
      const step = steps[current]!
      if (step === 'serve') {
        await server?.stop()
        server = null
        if (told.aborted) return
        server = serve()
        continue
      }
      const isDone = await prepare(step, told)
      if (told.aborted) return
      // An earlier landing stands in for one that failed, and so does an earlier release where nothing is served yet.
      const isNeeded = step === 'portal' || (step === 'release' && server !== null)
      if (!isDone && isNeeded) return print('Waiting for a change.')
    }
  }
}
