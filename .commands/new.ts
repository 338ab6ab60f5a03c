import {join} from 'node:path'
import {defineCommand, runCommand} from '@hromada/pipelines/command'
import {kindNames, writeNew} from './new/write-new.ts'

const command = defineCommand({
  name: 'new',
  describe: 'Writes the skeleton of something new, with a test that fails and says what to do next.',
  options: [],
  positionals: {
    kind: {describe: 'what to write', choices: kindNames},
    id: {describe: 'its name, bike-parking; the name of a model is its table, bike_parking'},
  },
  examples: [
    ['dataset bike-parking', 'writes datasets/bike-parking'],
    ['model bike_parking', 'writes warehouse/models/marts/bike_parking.ts'],
  ],
})

await runCommand(command, async ({kind, id}, {progress}) => {
  const {written, next} = await writeNew(kind, id, join(import.meta.dirname, '..'))
  for (const file of written) progress.print(`wrote ${file}`)
  progress.summary(['Next', ...next.map(line => `  ${line}`)])
})
