import {type CommandEffects, groupDigits} from '@hromada/pipelines/command'
import {tilesVersion, writeTwinArtefacts} from '@hromada/twin'
import {
  type Build,
  blockingIn,
  currentRelease,
  defaultRetention,
  keptOutLine,
  type ReleaseManifest,
  release,
  type Warehouse,
} from '@hromada/warehouse'
import {attribution} from './attribution.ts'

/** The flag of every command that seals a release. */
export const reasonFlag = {
  type: 'string',
  value: 'TEXT',
  describe: 'why a table may lose rows or columns that the last release had; published with the change',
} as const

/**
 * Seals what was built, with the twin's tiles, and makes it the release that is served.
 * @param reason why rows or columns of the last release may be missing; null: they may not
 */
export async function sealRelease(
  warehouse: Warehouse,
  built: Build,
  data: string,
  reason: string | null,
  {progress, signal, now}: CommandEffects,
): Promise<{manifest: ReleaseManifest; isNew: boolean}> {
  const task = progress.task('seal release')
  try {
    const before = (await currentRelease(data))?.folder ?? null
    const {manifest, isNew} = await release(warehouse, built, data, {
      now,
      signal,
      artefactsVersion: await tilesVersion(),
      reason,
      retention: defaultRetention,
      onTable: (name, index, total) => task.update(index, total, `tables, ${name}`),
      addArtefacts: (folder, build, ask) =>
        writeTwinArtefacts(ask, folder, {
          home: build.cities[0]!.id,
          before,
          attribution: (city, datasets) => attribution(build.landings, city, datasets),
          progress: ({city, what, count}) => task.update(count, null, `${what} of ${city}`),
          leftOut: (city, buildings) => progress.print(leftOutLine(city, buildings)),
        }),
    })
    const rows = manifest.tables.reduce((sum, {row_count}) => sum + row_count, 0)
    task.done(
      `${manifest.id}${isNew ? '' : ', unchanged'}: ${manifest.tables.length} tables, ${groupDigits(rows)} rows`,
    )
    for (const line of blockingIn(built).map(keptOutLine)) progress.print(line)
    return {manifest, isNew}
  } catch (error) {
    task.fail('refused')
    throw error
  }
}

/** As many buildings are named with what is wrong with them. */
const named = 5

/** What a person reads of buildings that tiles lack, or have only in part. */
function leftOutLine(city: string, buildings: {building_id: string; reason: string}[]): string {
  const first = buildings.slice(0, named).map(({building_id, reason}) => `${building_id} (${reason})`)
  const more = buildings.length > named ? [`${groupDigits(buildings.length - named)} more`] : []
  return `${city}: not drawn, or not whole: ${[...first, ...more].join(', ')}`
}
