import {join} from 'node:path'
import {CommandError, defineCommand, formatDuration, runCommand} from '@hromada/pipelines/command'
import {chooseBenches, findBenches} from './bench/find-benches.ts'
import {runBenches} from './bench/run-benches.ts'

const root = join(import.meta.dirname, '..')

const command = defineCommand({
  name: 'bench',
  describe:
    'Runs benches, <folder>/bench/<name>.bench.ts, one after another. Each says what it measures and what it may cost.',
  options: [],
  flags: {list: {type: 'boolean', describe: 'say which benches there are, and run none'}},
  positionals: {names: {describe: 'those to run, between commas; all where it is left out', optional: true}},
  examples: [
    ['', 'runs all'],
    ['land', 'runs pipelines/bench/land.bench.ts'],
    ['land,download', 'runs these two'],
  ],
})

await runCommand(command, async ({names, list}, {signal, progress, print}) => {
  const benches = chooseBenches(await findBenches(root), names)
  if (list) return progress.summary(benches.map(({name, file}) => [name, file]))
  const results = await runBenches(benches, root, {signal, print})
  progress.summary(
    results.map(({name, code, seconds}) => [
      name,
      `${formatDuration(seconds * 1000)}  ${code === 0 ? 'fine' : `FAILED (${code ?? 'killed'})`}`,
    ]),
  )
  const failed = results.filter(({code}) => code !== 0)
  if (failed.length > 0)
    throw new CommandError(`${failed.length} of ${results.length} benches failed; what they say is above.`)
})
