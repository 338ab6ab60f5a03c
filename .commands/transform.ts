import {
  BlockedError,
  defineCommand,
  formatDuration,
  groupDigits,
  runCommand,
} from '@hromada/pipelines/command'
import {blockingIn} from '@hromada/warehouse'
import {auditLines, buildCity, heldBackLines, heldBackReport} from './steps/build-city.ts'
import {chooseCities} from './steps/choose-cities.ts'
import {asOnlyWriter, withWarehouse} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'transform',
  describe: 'Builds the tables from what has landed, only those that have changed, and audits them.',
  options: ['city', 'data'],
  json: true,
  flags: {
    select: {
      type: 'string',
      value: 'MODELS',
      describe:
        'only these: appeals, +appeals (and what it reads), appeals+ (and what reads it), tag:budget, a,b',
    },
  },
  examples: [
    ['--city kyiv,odesa', 'builds Kyiv, with Odesa to compare with'],
    ['--select +appeals_monthly', 'builds that table and what it is made from'],
  ],
})

await runCommand(command, async ({cities: ids, data, select}, effects) => {
  const cities = await chooseCities(ids)
  const built = await asOnlyWriter(data, 'npm run transform', () =>
    withWarehouse(data, effects.signal, warehouse =>
      buildCity(warehouse, cities, data, effects, select ?? undefined),
    ),
  )
  const audits = built.models.flatMap(model => model.audits)
  const blocking = blockingIn(built)
  for (const line of [...auditLines(built), ...heldBackLines(built)]) effects.print(line)
  effects.report({
    heldBack: heldBackReport(built),
    models: built.models.map(({model, rows, isNew, seconds}) => ({
      name: model.name,
      rows,
      isNew,
      seconds: Math.round(seconds * 1000) / 1000,
    })),
    stale: built.stale,
    audits: built.models.flatMap(({model, audits: results}) =>
      results
        .filter(({failures}) => failures > 0)
        .map(({name, severity, checked, failures}) => ({
          model: model.name,
          name,
          severity,
          checked,
          failures,
        })),
    ),
  })
  const slowest = built.models
    .filter(({seconds}) => seconds >= 1)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 3)
    .map(({model, seconds}) => `${model.name} ${formatDuration(seconds * 1000)}`)
  effects.progress.summary([
    [
      'models',
      `${built.models.filter(({isNew}) => isNew).length} built, ${built.models.filter(({isNew}) => !isNew).length} unchanged`,
    ],
    ...(slowest.length > 0 ? [['slowest', slowest.join(', ')] as [string, string]] : []),
    ['rows', groupDigits(built.models.reduce((sum, {rows}) => sum + rows, 0))],
    ['audits', `${audits.length} run, ${audits.filter(({failures}) => failures > 0).length} found something`],
  ])
  if (built.stale.length > 0) effects.print(`changed and left as they are: ${built.stale.join(', ')}`)
  if (blocking.length > 0)
    throw new BlockedError(
      `${blocking.length} audits keep tables out of a release: ` +
        `${[...new Set(blocking.flatMap(({tables}) => tables))].join(', ') || 'none is published'}. ` +
        'Correct the data or the model they name above.',
    )
  return built.heldBack.length > 0 ? 3 : 0
})
