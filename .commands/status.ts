import {type Freshness, freshnessOf, latestLanding} from '@hromada/pipelines'
import {
  BlockedError,
  defineCommand,
  formatDuration,
  groupDigits,
  runCommand,
} from '@hromada/pipelines/command'
import {currentRelease} from '@hromada/warehouse'
import {chooseCities} from './steps/choose-cities.ts'

const command = defineCommand({
  name: 'status',
  describe:
    'Shows how new each dataset of the cities is, against how often its publisher promises to speak, and what is being served.',
  options: ['city', 'data'],
  json: true,
  flags: {
    check: {type: 'boolean', describe: 'end with 3 where something is overdue, never landed or held back'},
  },
  examples: [
    ['--city kyiv', 'shows Kyiv'],
    ['--check', 'for a watchman: the exit code says whether all is in time'],
  ],
})

const marks: Record<Freshness['state'], string> = {
  fresh: 'in time',
  due: 'due',
  overdue: 'OVERDUE',
  never: 'NEVER LANDED',
  irregular: 'no promise',
}

await runCommand(command, async ({cities: ids, data, check}, {print, progress, report, now}) => {
  const cities = await chooseCities(ids)
  const datasets = []
  for (const city of cities)
    for (const {dataset} of city.feeds) {
      const landing = await latestLanding(data, city.id, dataset.id)
      datasets.push({
        city: city.id,
        dataset: dataset.id,
        cadence: dataset.cadence,
        fetchedAt: landing?.retrievedAt ?? null,
        rows: landing?.records.landed ?? 0,
        setAside: landing?.records.setAside ?? 0,
        ...freshnessOf(landing?.retrievedAt ?? null, dataset.cadence, now()),
      })
    }
  const current = await currentRelease(data)
  const sealedAt = current?.manifest.created_at ?? null
  const waiting = datasets.filter(
    ({fetchedAt}) => fetchedAt !== null && sealedAt !== null && fetchedAt > sealedAt,
  )
  const held = (current?.manifest.datasets ?? []).flatMap(({id, feeds}) =>
    feeds.flatMap(({city, held_back}) =>
      held_back ? [{source: `${city}/${id}`, since: held_back.since}] : [],
    ),
  )
  const late = datasets.filter(({state}) => state === 'overdue' || state === 'never')
  report({datasets, release: current?.manifest.id ?? null, sealedAt, waiting: waiting.length, heldBack: held})

  const width = Math.max(...datasets.map(({city, dataset}) => city.length + dataset.length + 1))
  for (const {city, dataset, state, ageDays, cadence, rows} of datasets)
    print(
      [
        `${city}/${dataset}`.padEnd(width),
        marks[state].padEnd(12),
        cadence.padEnd(9),
        (ageDays === null ? '' : `${formatDuration(ageDays * 86_400_000)} ago`).padEnd(18),
        ageDays === null ? '' : `${groupDigits(rows)} rows`,
      ]
        .join('  ')
        .trimEnd(),
    )
  progress.summary([
    ['in time', `${datasets.length - late.length} of ${datasets.length}`],
    ['release', current ? `${current.manifest.id}, sealed ${sealedAt}` : 'none yet'],
    ...(waiting.length > 0
      ? [['waiting', `${waiting.length} landed since; npm run release takes them in`] as const]
      : []),
    ...(held.length > 0
      ? [['held back', held.map(({source, since}) => `${source} since ${since}`).join(', ')] as const]
      : []),
  ])
  const names = (what: {source: string}[]) => what.map(({source}) => source).join(', ')
  const reasons = [
    ...(late.length > 0
      ? [
          `${late.length} datasets are late: ${names(late.map(({city, dataset}) => ({source: `${city}/${dataset}`})))}. npm run land fetches them.`,
        ]
      : []),
    ...(held.length > 0
      ? [`${held.length} datasets are held back: ${names(held)}. npm run transform says why.`]
      : []),
  ]
  if (check && reasons.length > 0) throw new BlockedError(reasons.join('\n'))
})
