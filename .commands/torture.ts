import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {CommandError, defineCommand, groupDigits, runCommand, UsageError} from '@hromada/pipelines/command'
import {killTest} from './torture/kill-test.ts'
import {canFuzz, runFuzz} from './torture/run-fuzz.ts'

const command = defineCommand({
  name: 'torture',
  describe:
    'Kills what lands, builds and releases a small town, again and again, and reads it meanwhile: nothing may be lost, doubled or torn. Then it feeds broken files to the readers.',
  options: [],
  json: true,
  flags: {
    kills: {type: 'string', value: 'N', default: '200', describe: 'how often to kill'},
    fuzz: {type: 'string', value: 'N', default: '10000', describe: 'how many broken files'},
    seed: {type: 'string', value: 'N', default: '1', describe: 'what decides when and how'},
    keep: {type: 'boolean', describe: 'leave the folders of the town for a look'},
  },
  examples: [
    ['', 'does all of it'],
    ['--kills 20 --fuzz 0', 'twenty kills and no broken files'],
  ],
})

await runCommand(command, async ({kills, fuzz, seed, keep}, {progress, print, report, signal}) => {
  const [killCount, fileCount, start] = [
    count('--kills', kills),
    count('--fuzz', fuzz),
    count('--seed', seed),
  ]
  const faults: string[] = []

  if (killCount > 0) {
    const folder = await mkdtemp(join(tmpdir(), 'hromada-torture-'))
    const task = progress.task('kill', killCount, 'kills')
    try {
      const result = await killTest(
        {kills: killCount, seed: start, rows: 2000, folder},
        {signal, onKill: done => task.update(done)},
      )
      const {differences, faults: unread} = result
      faults.push(...differences, ...unread)
      const where = Object.entries(result.kills).map(([phase, times]) => `${phase} ${times}`)
      if (differences.length + unread.length === 0) task.done(`${killCount} kills: ${where.join(', ')}`)
      else task.fail(`${differences.length} differences, ${unread.length} bad answers`)
      report({killed: result})
      progress.summary([
        ['days', String(result.days)],
        [
          'read meanwhile',
          `${groupDigits(result.asked)} answers of ${result.releases} releases, ${unread.length} bad`,
        ],
        ['differences', String(differences.length)],
      ])
    } catch (error) {
      task.fail()
      throw error
    } finally {
      if (keep) print(`The town is in ${folder}.`)
      else await rm(folder, {recursive: true, force: true})
    }
  }

  if (fileCount > 0 && canFuzz()) {
    const code = await runFuzz(fileCount, start, signal)
    report({fuzzed: {files: fileCount, code}})
    if (code !== 0) faults.push(`the broken files: ended with ${code ?? 'a signal'}, and says why above`)
  }

  if (faults.length > 0)
    throw new CommandError(
      `${faults.length} faults, to be had again with --seed ${start}:\n${faults
        .slice(0, 50)
        .map(fault => `  – ${fault}`)
        .join('\n')}`,
    )
})

function count(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${flag} is "${text}"; it is a whole number such as 200.`)
  return Number(text)
}
