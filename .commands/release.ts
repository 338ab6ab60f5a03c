import {defineCommand, runCommand} from '@hromada/pipelines/command'
import {buildCity, heldBackLines, heldBackReport} from './steps/build-city.ts'
import {chooseCities} from './steps/choose-cities.ts'
import {reasonFlag, sealRelease} from './steps/seal-release.ts'
import {asOnlyWriter, withWarehouse} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'release',
  describe:
    'Builds what has changed and seals it into an immutable release, which is served from then on. A blocking audit keeps its table, and what is made of it, out; where the last release had it, the new one is refused and the last goes on serving. A file in which a rule that blocks is broken is held back: the one before it stays in use. The rest goes on, and the command ends with 3.',
  options: ['city', 'data'],
  json: true,
  flags: {reason: reasonFlag},
  examples: [['--city kyiv', 'releases Kyiv']],
})

await runCommand(command, async ({cities: ids, data, reason}, effects) => {
  const cities = await chooseCities(ids)
  const {manifest, isNew, built} = await asOnlyWriter(data, 'npm run release', () =>
    withWarehouse(data, effects.signal, async warehouse => {
      const built = await buildCity(warehouse, cities, data, effects)
      for (const line of heldBackLines(built)) effects.print(line)
      return {built, ...(await sealRelease(warehouse, built, data, reason, effects))}
    }),
  )
  effects.report({
    heldBack: heldBackReport(built),
    release: manifest.id,
    isNew,
    digest: manifest.digest,
    reason: manifest.reason,
    keptOut: manifest.kept_out ?? [],
    tables: manifest.tables.map(({name, row_count, bytes, sha256}) => ({
      name,
      rows: row_count,
      bytes,
      sha256,
    })),
    artefacts: manifest.artefacts.length,
  })
  const keptOut = new Set(manifest.kept_out?.flatMap(({tables}) => tables))
  effects.progress.summary([
    ['release', `${manifest.id}${isNew ? '' : ' (unchanged)'}`],
    ['tables', String(manifest.tables.length)],
    ['tiles', String(manifest.artefacts.length)],
    ...(built.heldBack.length > 0 ? [['held back', String(built.heldBack.length)] as const] : []),
    ...(keptOut.size > 0 ? [['kept out', [...keptOut].join(', ')] as const] : []),
  ])
  return built.heldBack.length > 0 || keptOut.size > 0 ? 3 : 0
})
