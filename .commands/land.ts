import {defineCommand, groupDigits, runCommand} from '@hromada/pipelines/command'
import {chooseCities} from './steps/choose-cities.ts'
import {landCities, landingError} from './steps/land-cities.ts'
import {asOnlyWriter} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'land',
  describe: 'Brings the sources of the cities into the lake, unchanged. The same bytes twice change nothing.',
  options: ['city', 'sources', 'data'],
  json: true,
  examples: [
    ['', 'lands the demo city'],
    ['--city kyiv --sources ../mirror', 'lands Kyiv from a local mirror'],
  ],
})

await runCommand(command, async (options, effects) => {
  const cities = await chooseCities(options.cities)
  const report = await asOnlyWriter(options.data, 'npm run land', () => landCities(cities, options, effects))
  effects.report(report)
  effects.progress.summary([
    ['sources', `${report.isNew} landed, ${report.unchanged} unchanged, ${report.failed.length} failed`],
    ['rows', groupDigits(report.rows)],
    ['set aside', groupDigits(report.setAside)],
  ])
  const error = landingError(report)
  if (error) throw error
})
