import {checkPort, defineCommand, runCommand} from '@hromada/pipelines/command'
import {buildPortal} from '@hromada/portal'
import {currentRelease, ReleaseRefused} from '@hromada/warehouse'
import {auditLines, buildCity, heldBackLines} from './steps/build-city.ts'
import {chooseCities} from './steps/choose-cities.ts'
import {landCities} from './steps/land-cities.ts'
import {reasonFlag, sealRelease} from './steps/seal-release.ts'
import {serveCity} from './steps/serve-city.ts'
import {asOnlyWriter, withWarehouse} from './steps/with-warehouse.ts'

const command = defineCommand({
  name: 'start',
  describe:
    'Everything for the city: lands its sources, builds and audits the tables, seals a release and serves it. Only what has changed is done again.',
  options: ['city', 'sources', 'data', 'port', 'host'],
  flags: {reason: reasonFlag},
  examples: [
    ['', 'shows the demo city'],
    ['--city kyiv --sources ../mirror', 'shows Kyiv from a local mirror'],
  ],
})

await runCommand(command, async (options, effects) => {
  const {data, port, host, reason} = options
  const cities = await chooseCities(options.cities)
  await checkPort(port, host)

  // What fails is said; as long as there is a good release, it is served.
  const portal = buildPortal(effects)
  portal.catch(() => {})
  await asOnlyWriter(data, 'npm start', async () => {
    const landing = await landCities(cities, options, effects)
    try {
      await withWarehouse(data, effects.signal, async warehouse => {
        const built = await buildCity(warehouse, cities, data, effects)
        for (const line of [...auditLines(built), ...heldBackLines(built)]) effects.print(line)
        await sealRelease(warehouse, built, data, reason, effects)
      })
    } catch (error) {
      effects.signal.throwIfAborted()
      if (!(error instanceof ReleaseRefused) || !(await currentRelease(data))) throw error
      effects.print(error.message)
    }
    if (landing.failed.length > 0)
      effects.print(`${landing.failed.length} sources could not be landed, see above; the rest is shown.`)
  })
  await portal
  await serveCity(options, effects)
})
