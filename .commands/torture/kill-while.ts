import {watch} from 'node:fs'
import type {Phase} from './run-day.ts'
import {startProcess} from './start-process.ts'

/** Where a process was when it was killed; `switch`: while the name of what is served changes. */
export type KilledIn = Exclude<Phase, 'done'> | 'switch'

/** Milliseconds that phases take undisturbed. */
export type Durations = Record<Exclude<Phase, 'done'>, number>

/** Files by whose coming moments are known in which a kill could do harm. */
const moments: Record<KilledIn, RegExp[]> = {
  land: [
    /sources\/.*\/fetched\.ndjson/,
    /landing\/.*\/\.landing-/,
    /landing\/[^.]*\.parquet$/,
    /landing\/[^.]*\.json$/,
  ],
  transform: [/^warehouse\.duckdb/],
  release: [/\.open-.*\.parquet/, /^objects\//, /\.open-.*manifest\.json/, /^releases\/\d/],
  switch: [/^current/],
}
const phases = Object.keys(moments) as KilledIn[]

/**
 * Runs the town's day in a process and kills it: some time after a phase has begun, or a moment after some file has
 * come. Null where it came to its end before.
 */
export async function killWhile(
  data: string,
  origin: string,
  day: number,
  usual: Durations,
  random: () => number,
): Promise<KilledIn | null> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const phase = pick(phases)
  const moment = phase === 'switch' || random() < 0.5 ? pick(moments[phase]) : null
  // It may come several times: one of the first few.
  let passed = Math.floor(random() * 3)
  const after = random()
  let now: Phase | 'start' | 'switch' = 'start'
  let killedIn: KilledIn | null = null
  const timers: NodeJS.Timeout[] = []
  const kill = () => {
    if (now === 'start' || now === 'done' || killedIn !== null) return
    killedIn = now
    child.kill('SIGKILL')
  }
  const killIn = (milliseconds: number) => {
    if (milliseconds === 0) kill()
    else timers.push(setTimeout(kill, milliseconds))
  }
  const {child, ended} = startProcess('worker.ts', [data, origin, String(day)], line => {
    now = line as Phase
    if (now === phase && !moment) killIn(after * usual[now as keyof Durations])
  })
  const watcher = watch(data, {recursive: true}, (_, name) => {
    const file = (name ?? '').replaceAll('\\', '/')
    if (now === 'release' && /^current/.test(file)) now = 'switch'
    // Half of them at once: between two renames there is hardly a millisecond.
    if (now === phase && moment?.test(file) && passed-- <= 0) killIn(Math.max(0, after - 0.5) * 6)
  })
  const {code, said} = await ended
  for (const timer of timers) clearTimeout(timer)
  watcher.close()
  if (code !== null && code !== 0) throw new Error(`Day ${day} failed after a kill: ${said}`)
  return code === null ? killedIn : null
}

/** Runs the town's day in a process, undisturbed. */
export async function runUndisturbed(data: string, origin: string, day: number): Promise<void> {
  const {ended} = startProcess('worker.ts', [data, origin, String(day)], () => {})
  const {code, said} = await ended
  if (code !== 0) throw new Error(`Day ${day} failed after a kill: ${said}`)
}
