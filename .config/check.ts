import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {CommandError, defineCommand, runCommand} from '@hromada/pipelines/command'

const root = join(import.meta.dirname, '..')

// The portal is checked by Astro, which knows its components.
const folders = ['.', 'datasets', 'pipelines', 'warehouse', 'notebooks', 'twin', 'api']

const command = defineCommand({
  name: 'check',
  describe: 'Checks types, lint, format and dead exports, and says everything that is wrong.',
  options: [],
  flags: {fix: {type: 'boolean', describe: 'mend first what Biome can mend by itself'}},
  examples: [
    ['', 'checks everything'],
    ['--fix', 'formats, sorts imports, and checks'],
  ],
})

await runCommand(command, async ({fix}, {progress, signal}) => {
  let faults = 0
  const step = async (label: string, runs: string[][]) => {
    const task = progress.task(label)
    const outputs = new Set<string>()
    for (const args of runs) {
      const {code, output} = await runTool(args, signal)
      // A fault in a folder is found again by each folder that imports it.
      if (code !== 0) for (const part of split(output)) outputs.add(part)
    }
    if (outputs.size === 0) return task.done('fine')
    faults++
    task.fail('has faults')
    progress.print([...outputs].join('\n'))
  }

  const biome = ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=100']
  if (fix) await runTool([...biome, '--write'], signal)
  await step(
    'types',
    folders.map(folder => ['@typescript/native/bin/tsc', '--pretty', 'false', '-p', folder]),
  )
  await step('portal types', [
    [
      'astro/bin/astro.mjs',
      'check',
      '--root',
      'portal',
      '--minimumFailingSeverity',
      'warning',
      '--minimumSeverity',
      'warning',
    ],
  ])
  await step('lint and format', [biome])
  await step('dead exports', [['knip/bin/knip.js', '--config', '.config/knip.json', '--no-progress']])
  if (faults > 0) throw new CommandError(`${faults} of 4 checks found faults; they are listed above.`)
  progress.summary(['All 4 checks are fine.'])
})

/** Runs a program of node_modules with this Node. Rejects only when it cannot be run or is interrupted. */
function runTool(
  [program = '', ...args]: string[],
  signal: AbortSignal,
): Promise<{code: number; output: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      signal,
      env: {...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1'},
    })
    const parts: Buffer[] = []
    child.stdout.on('data', part => parts.push(part))
    child.stderr.on('data', part => parts.push(part))
    child.on('error', reject)
    child.on('close', code =>
      resolve({code: code ?? 1, output: stripVTControlCharacters(Buffer.concat(parts).toString()).trim()}),
    )
  })
}

/** tsc's output line by line; a fault may go on in indented lines. */
function split(output: string): string[] {
  return output.split(/\n(?=\S+\(\d+,\d+\): )/)
}
