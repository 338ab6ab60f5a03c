import {setTimeout as sleep} from 'node:timers/promises'
import type {City} from '@hromada/datasets'
import {land, latestLanding} from '@hromada/pipelines'
import {type CommandEffects, CommandError, groupDigits} from '@hromada/pipelines/command'
import {ensureGenerated} from './generate-demo.ts'

export type LandingReport = {
  isNew: number
  unchanged: number
  rows: number
  setAside: number
  /** Sources that could not be landed now; `isKept`: an earlier landing stands in. */
  failed: {source: string; why: string; isKept: boolean}[]
}

/** Lands every source of the cities, after generating those that are made. One that fails does not stop the others. */
export async function landCities(
  cities: City[],
  {data, sources}: {data: string; sources: string | null},
  effects: CommandEffects,
): Promise<LandingReport> {
  await ensureGenerated(cities, data, effects)
  const {progress, signal, now} = effects
  const report: LandingReport = {isNew: 0, unchanged: 0, rows: 0, setAside: 0, failed: []}
  for (const city of cities)
    for (const feed of city.feeds) {
      signal.throwIfAborted()
      const source = `${city.id}/${feed.dataset.id}`
      const task = progress.task(`land ${source}`)
      try {
        const {manifest, isNew} = await land(city, feed, data, sources, {
          sleep: milliseconds => sleep(milliseconds, undefined, {signal}),
          signal,
          now,
          onBytes: bytes => task.update(bytes, undefined, 'bytes'),
          onRows: (rows, total) => task.update(rows, total, 'rows'),
        })
        const {landed, setAside} = manifest.records
        report[isNew ? 'isNew' : 'unchanged']++
        report.rows += landed
        report.setAside += setAside
        const aside = setAside > 0 ? `, ${groupDigits(setAside)} lines set aside` : ''
        task.done(`${groupDigits(landed)} rows${aside}${isNew ? '' : ', unchanged'}`)
      } catch (error) {
        signal.throwIfAborted()
        const why = error instanceof Error ? error.message : String(error)
        const isKept = (await latestLanding(data, city.id, feed.dataset.id)) !== null
        report.failed.push({source, why, isKept})
        task.fail(`${why}${isKept ? ' The earlier landing stays.' : ''}`)
      }
    }
  return report
}

/** What to say at the end where a source could not be landed; null where all were. */
export function landingError({failed}: LandingReport): CommandError | null {
  if (failed.length === 0) return null
  const count = failed.length === 1 ? 'A source' : `${failed.length} sources`
  return new CommandError(
    `${count} could not be landed:\n${failed.map(({source, why}) => `  – ${source}: ${why}`).join('\n')}`,
  )
}
