import {join} from 'node:path'
import {checkPort, defineCommand, runCommand} from '@hromada/pipelines/command'
import {buildPortal} from '@hromada/portal'
import {watched} from './dev/first-step.ts'
import {followChanges} from './dev/follow-changes.ts'
import {startScript} from './dev/start-script.ts'
import {watchFiles} from './dev/watch-files.ts'
import {chooseCities} from './steps/choose-cities.ts'

const root = join(import.meta.dirname, '..')

const command = defineCommand({
  name: 'dev',
  describe:
    'Like npm start, for those who change the code: lands, releases and serves, then watches the sources and does again what a change asks for.',
  options: ['city', 'sources', 'data', 'port', 'host'],
  examples: [
    ['', 'shows the demo city'],
    ['--city kyiv --sources ../mirror', 'shows Kyiv from a local mirror'],
  ],
})

await runCommand(command, async ({cities, sources, data, port, host}, effects) => {
  const {signal, print} = effects
  await chooseCities(cities)
  await checkPort(port, host)

  const chosen = ['--city', cities.join(','), '--data', data]
  const argsOf = {
    land: sources === null ? chosen : [...chosen, '--sources', sources],
    release: chosen,
    serve: ['--data', data, '--port', String(port), '--host', host],
  }
  const start = (name: keyof typeof argsOf) =>
    startScript(join(root, '.commands', `${name}.ts`), argsOf[name], signal)

  await followChanges({
    signal,
    print,
    watch: onChange => watchFiles(root, watched, onChange, signal),
    async prepare(step, told) {
      if (step === 'portal') {
        try {
          await buildPortal({progress: effects.progress, signal: told})
          return true
        } catch (error) {
          if (!told.aborted) print(error instanceof Error ? error.message : String(error))
          return false
        }
      }
      const script = start(step)
      const stop = () => void script.stop()
      told.addEventListener('abort', stop, {once: true})
      const code = await script.ended
      told.removeEventListener('abort', stop)
      return code === 0
    },
    serve() {
      const script = start('serve')
      let isStopped = false
      const tell = (code: number | null) => {
        if (!isStopped && !signal.aborted)
          print(`The server ended (${code ?? 'killed'}). Waiting for a change.`)
      }
      void script.ended.then(tell)
      return {
        stop() {
          isStopped = true
          return script.stop()
        },
      }
    },
  })
})
