import {setTimeout as sleep} from 'node:timers/promises'
import type {City} from '@hromada/datasets'
import {
  type ColumnChange,
  type Finding,
  type LandOptions,
  land,
  latestLanding,
  SchemaDrift,
} from '@hromada/pipelines'
import {BlockedError, type CommandEffects, CommandError, groupDigits} from '@hromada/pipelines/command'
import {ensureGenerated} from './generate-demo.ts'

export type LandingReport = {
  isNew: number
  unchanged: number
  rows: number
  setAside: number
  /** What was landed, or would be. */
  landed: {source: string; rows: number; setAside: number; files: number; findings: Finding[]}[]
  /** Sources that could not be landed now; `isKept`: an earlier landing stands in; `changes`: of the columns, if those are why. */
  failed: {source: string; why: string; isKept: boolean; changes: ColumnChange[]}[]
}

/** Lands every source of the cities, after generating those that are made. One that fails does not stop the others. */
export async function landCities(
  cities: City[],
  {data, sources, isTrial = false, fromStart = false}: {data: string; sources: string | null} & LandOptions,
  effects: CommandEffects,
): Promise<LandingReport> {
  if (!isTrial) await ensureGenerated(cities, data, effects)
  const {progress, signal, now} = effects
  const report: LandingReport = {isNew: 0, unchanged: 0, rows: 0, setAside: 0, landed: [], failed: []}
  for (const city of cities)
    for (const feed of city.feeds) {
      signal.throwIfAborted()
      const source = `${city.id}/${feed.dataset.id}`
      const task = progress.task(`${isTrial ? 'read' : 'land'} ${source}`)
      try {
        const {manifest, isNew} = await land(
          city,
          feed,
          data,
          sources,
          {
            sleep: milliseconds => sleep(milliseconds, undefined, {signal}),
            signal,
            now,
            onBytes: bytes => task.update(bytes, undefined, 'bytes'),
            onRows: (rows, total) => task.update(rows, total, 'rows'),
          },
          {isTrial, fromStart},
        )
        const {landed, setAside} = manifest.records
        report[isNew ? 'isNew' : 'unchanged']++
        report.rows += landed
        report.setAside += setAside
        const {findings} = manifest
        if (isNew)
          report.landed.push({source, rows: landed, setAside, files: manifest.sources.length, findings})
        const aside = setAside > 0 ? `, ${groupDigits(setAside)} lines set aside` : ''
        const what = isNew ? (isTrial ? ', new' : '') : ', unchanged'
        task.done(`${groupDigits(landed)} rows${aside}${what}`)
        if (isTrial && isNew) for (const line of findings.map(findingLine)) progress.print(line)
      } catch (error) {
        signal.throwIfAborted()
        const why = error instanceof Error ? error.message : String(error)
        const isKept = (await latestLanding(data, city.id, feed.dataset.id)) !== null
        const changes = error instanceof SchemaDrift ? error.changes : []
        report.failed.push({source, why, isKept, changes})
        const stays = isKept ? 'The earlier landing stays.' : ''
        if (changes.length > 0) {
          task.fail(`its columns changed. ${stays}`)
          progress.print(why)
        } else task.fail(`${why} ${stays}`.trimEnd())
      }
    }
  return report
}

const findingLine = ({severity, rule, column, count, example}: Finding) =>
  `    ${severity.padEnd(5)} ${[rule, column, count > 1 ? `${groupDigits(count)} times` : null, example].filter(part => part !== null).join('  ')}`

/** What to say at the end where a source could not be landed; null where all were. */
export function landingError({failed}: LandingReport): CommandError | null {
  if (failed.length === 0) return null
  const [drifted, broken] = [true, false].map(isDrift =>
    failed.filter(({changes}) => changes.length > 0 === isDrift),
  )
  const held = drifted!.map(({source}) => source).join(', ')
  if (broken!.length === 0)
    return new BlockedError(
      `Publishers changed columns of ${held}; what changed, and the lines to write, is said above. What landed before goes on being used.`,
    )
  const count = failed.length === 1 ? 'A source' : `${failed.length} sources`
  const lines = failed.map(
    ({source, why, changes}) =>
      `  – ${source}: ${changes.length > 0 ? 'its columns changed, see above' : why}`,
  )
  return new CommandError(`${count} could not be landed:\n${lines.join('\n')}`)
}
