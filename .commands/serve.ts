import {CommandError, checkPort, defineCommand, runCommand} from '@hromada/pipelines/command'
import {buildPortal} from '@hromada/portal'
import {currentRelease} from '@hromada/warehouse'
import {serveCity} from './steps/serve-city.ts'

const command = defineCommand({
  name: 'serve',
  describe: 'Serves the current release: the portal and the API.',
  options: ['data', 'port', 'host'],
  examples: [['--port 9000', 'serves on port 9000']],
})

await runCommand(command, async (options, effects) => {
  await checkPort(options.port, options.host)
  if (!(await currentRelease(options.data)))
    throw new CommandError(
      `There is no release in ${options.data} yet. Run npm start, or npm run land and npm run release.`,
    )
  await buildPortal(effects)
  await serveCity(options, effects)
})
