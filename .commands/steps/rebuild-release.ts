import {mkdtemp, rm} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {allLandings, inUse} from '@hromada/pipelines'
import {type CommandEffects, CommandError, groupDigits} from '@hromada/pipelines/command'
import {
  build,
  type Landing,
  loadModels,
  loadRules,
  type ReleaseManifest,
  tableDiffSql,
} from '@hromada/warehouse'
import {sealRelease} from './seal-release.ts'
import {withWarehouse} from './with-warehouse.ts'

/**
 * Makes a release anew from the landed files it names, in a folder that goes away. Answers which of its files came out
 * otherwise, in words; none where every one is the same, byte for byte.
 */
export async function rebuildRelease(
  manifest: ReleaseManifest,
  data: string,
  effects: CommandEffects,
): Promise<string[]> {
  const folder = await mkdtemp(join(data, '.rebuild-'))
  try {
    const cities = await citiesOf(manifest)
    const landings = await landingsOf(manifest, cities, data)
    const task = effects.progress.task('build models anew')
    return await withWarehouse(folder, effects.signal, async warehouse => {
      const built = await build(
        warehouse,
        {models: await loadModels(), rules: await loadRules(), cities, landings, data},
        {...effects, onModel: (name, index, total) => task.update(index, total, `models, ${name}`)},
      )
      task.done(`${built.models.length} models`)
      const again = await sealRelease(warehouse, built, folder, null, effects)
      const changed = await Promise.all(
        changedTables(manifest, again.manifest).map(async name => {
          const [before, after] = [
            tableAt(manifest, name, data),
            tableAt(again.manifest, name, folder),
          ] as const
          const [counts] = await warehouse.rows<Record<string, number>>(tableDiffSql(before, after).counts)
          return [before.file, differingRows(counts ?? {})] as const
        }),
      )
      return differences(manifest, again.manifest, new Map(changed))
    })
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

async function citiesOf({cities}: ReleaseManifest) {
  const known = await loadCities()
  return cities.map(({id}) => {
    const city = known.get(id)
    if (!city)
      throw new CommandError(`The city "${id}" of the release has no profile in datasets/cities any more.`)
    return city
  })
}

async function landingsOf(
  {datasets}: ReleaseManifest,
  cities: Landing['city'][],
  data: string,
): Promise<Landing[]> {
  const landings: Landing[] = []
  for (const city of cities)
    for (const feed of city.feeds) {
      const released = datasets
        .find(({id}) => id === feed.dataset.id)
        ?.feeds.find(one => one.city === city.id)
      if (!released) continue
      const files = [...(released.earlier ?? []), released.landing].map(({file}) => basename(file))
      const all = await allLandings(data, city.id, feed.dataset.id)
      const lost = files.find(name => !all.some(({file}) => file === name))
      if (lost !== undefined)
        throw new CommandError(
          `landing/${city.id}/${feed.dataset.id}/${lost} is not there any more, so nothing can be built from it.`,
        )
      // What has landed since is not of this release; what it held back is held back again.
      const newest = released.held_back ? basename(released.held_back.landing.file) : files.at(-1)
      const last = all.findIndex(({file}) => file === newest)
      const used = inUse(all.slice(0, last + 1), feed.dataset.load)
      landings.push({city, feed, manifest: used.at(-1)!, earlier: used.slice(0, -1)})
    }
  return landings
}

/** Tables of both releases whose files are not the same. */
const changedTables = (old: ReleaseManifest, now: ReleaseManifest): string[] =>
  now.tables
    .filter(({name, sha256}) => old.tables.some(one => one.name === name && one.sha256 !== sha256))
    .map(({name}) => name)

function tableAt(manifest: ReleaseManifest, name: string, data: string) {
  const table = manifest.tables.find(one => one.name === name)!
  return {...table, path: join(data, 'releases', manifest.id, table.file)}
}

/** `3 rows changed (mean 3, days 1), 1 added` */
function differingRows({added = 0, removed = 0, changed = 0, ...columns}: Record<string, number>): string {
  const inColumns = Object.entries(columns)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name.replace(/^column:/, '')} ${groupDigits(count)}`)
  const told = [
    ...(changed > 0 ? [`${groupDigits(changed)} rows changed (${inColumns.join(', ')})`] : []),
    ...(added > 0 ? [`${groupDigits(added)} added`] : []),
    ...(removed > 0 ? [`${groupDigits(removed)} removed`] : []),
  ]
  return told.length > 0 ? told.join(', ') : 'the same rows, written otherwise'
}

/** @param rows of files of tables, how their rows differ */
function differences(
  sealed: ReleaseManifest,
  again: ReleaseManifest,
  rows: ReadonlyMap<string, string>,
): string[] {
  const filesOf = ({tables, artefacts}: ReleaseManifest) =>
    new Map([
      ...tables.map(({file, sha256}) => [file, sha256] as const),
      ...artefacts.map(({path, sha256}) => [path, sha256] as const),
    ])
  const [old, now] = [filesOf(sealed), filesOf(again)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(path => {
    if (old.get(path) === now.get(path)) return []
    return [
      !now.has(path)
        ? `${path} does not come out any more.`
        : !old.has(path)
          ? `${path} comes out in addition.`
          : `${path} comes out with another content${rows.has(path) ? `: ${rows.get(path)}` : ''}.`,
    ]
  })
}
