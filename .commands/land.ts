import {defineCommand, groupDigits, runCommand} from '@hromada/pipelines/command'
import {chooseCities} from './steps/choose-cities.ts'
import {chooseDatasets} from './steps/choose-datasets.ts'
import {landCities, landingError} from './steps/land-cities.ts'
import {asOnlyWriter} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'land',
  describe:
    'Brings the sources of the cities into the lake, unchanged. The same bytes twice change nothing. A source whose publisher changed its columns is held back, with the lines to write.',
  options: ['city', 'sources', 'data'],
  json: true,
  flags: {
    dataset: {type: 'string', value: 'ID[,ID…]', describe: 'only these'},
    'dry-run': {
      type: 'boolean',
      describe: 'fetch and read, say what would land and what is wrong with it, and keep nothing',
    },
    'from-start': {
      type: 'boolean',
      describe: 'ask publishers for everything, also what a cursor has passed',
    },
  },
  examples: [
    ['', 'lands the demo city'],
    ['--city kyiv --sources ../mirror', 'lands Kyiv from a local mirror'],
    ['--dataset appeals,shelters --dry-run', 'tries two of its datasets'],
  ],
})

await runCommand(command, async (options, effects) => {
  const {dataset, 'dry-run': isTrial, 'from-start': fromStart} = options
  const cities = chooseDatasets(await chooseCities(options.cities), dataset)
  const work = () => landCities(cities, {...options, isTrial, fromStart}, effects)
  const report = await (isTrial ? work() : asOnlyWriter(options.data, 'npm run land', work))
  effects.report({...report, isTrial})
  effects.progress.summary([
    [
      'sources',
      `${report.isNew} ${isTrial ? 'would land' : 'landed'}, ${report.unchanged} unchanged, ${report.failed.length} failed`,
    ],
    ['rows', groupDigits(report.rows)],
    ['set aside', groupDigits(report.setAside)],
  ])
  const error = landingError(report)
  if (error) throw error
})
