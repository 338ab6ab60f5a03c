import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

const index = new URL('index.ts', import.meta.url).href
let folder: string
let script: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hromada-command-'))
  script = join(folder, 'try.ts')
  writeFileSync(
    script,
    `import {setTimeout as sleep} from 'node:timers/promises'
import {BlockedError, CommandError, defineCommand, runCommand} from ${JSON.stringify(index)}

const command = defineCommand({
  name: 'try',
  describe: 'Tries something.',
  options: ['city', 'sources', 'port'],
  json: true,
  positionals: {what: {describe: 'what to try', choices: ['work', 'fail', 'block', 'bug', 'code', 'wait', 'serve', 'stubborn']}},
  examples: [['work', 'works']],
})

await runCommand(command, async ({what, cities, port}, {signal, progress, report}) => {
  if (what === 'fail') throw new CommandError('There is no bread. Bake some.')
  report({cities})
  if (what === 'block') throw new BlockedError('The gate is shut.')
  if (what === 'bug') (undefined as any).rows
  if (what === 'code') return 3
  if (what === 'wait') {
    const task = progress.task('waiting')
    console.log('ready')
    await sleep(60_000, undefined, {signal})
    task.done()
  }
  if (what === 'serve') {
    console.log('ready')
    const keep = setInterval(() => {}, 1000)
    await new Promise(stopped => signal.addEventListener('abort', stopped))
    clearInterval(keep)
    progress.summary(['stopped'])
  }
  if (what === 'stubborn') {
    console.log('ready')
    signal.addEventListener('abort', () => console.log('heard'))
    await sleep(60_000)
  }
  progress.task('baking').done('12 loaves')
  progress.summary([['City', cities.join(' ')], ['Port', String(port)]])
})
`,
  )
})
afterAll(() => rmSync(folder, {recursive: true}))

const {HROMADA_DEBUG: _, HROMADA_CITY: __, PORT: ___, ...env} = process.env

function run(args: string[], more: Record<string, string> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: {...env, ...more},
  })
  return {status, stdout, stderr}
}

test('a command gets its options and ends with a summary', () => {
  const {status, stdout, stderr} = run(['work', '--city', 'kyiv,odesa'], {PORT: '9000'})
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^✓ baking {2}12 loaves {2}0\.0 s\n\nCity {2}kyiv odesa\nPort {2}9000\n$/)
  expect(status).toBe(0)
})

test('help, wrong usage, failure and a code of its own', () => {
  expect(run(['--help'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^Usage: npm run try /),
  })
  expect(run(['work', '--prot', '1'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'try: --prot is not an option of "npm run try". Did you mean --port?\n',
  })
  expect(run(['fail'])).toEqual({status: 1, stdout: '', stderr: 'try: There is no bread. Bake some.\n'})
  expect(run(['code'])).toEqual({status: 3, stdout: '', stderr: ''})
})

test('for machines there is JSON alone on stdout, whatever the end', () => {
  const work = run(['work', '--json', '--city', 'kyiv'])
  expect(JSON.parse(work.stdout)).toEqual({
    command: 'try',
    code: 0,
    seconds: expect.any(Number),
    cities: ['kyiv'],
  })
  expect(work.stderr).toContain('✓ baking')
  const blocked = run(['block', '--json'])
  expect(blocked.status).toBe(3)
  expect(JSON.parse(blocked.stdout)).toMatchObject({code: 3, error: 'The gate is shut.', cities: ['demo']})
  expect(JSON.parse(run(['nothing', '--json']).stdout)).toMatchObject({code: 2})
  expect(run(['block'])).toEqual({status: 3, stdout: '', stderr: 'try: The gate is shut.\n'})
})

test('a folder of sources that is not there is noticed before anything runs', () => {
  expect(run(['work', '--sources', 'mirror'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /^try: The sources folder .*mirror does not exist\. Name a folder with --sources/,
    ),
  })
  expect(run(['work', '--sources', script]).stderr).toContain('try.ts is a file. Name a folder')
})

test('a stack is shown only to those who ask', () => {
  const {status, stderr} = run(['bug'])
  expect(stderr).toBe(
    "try: Something is wrong in the program itself: Cannot read properties of undefined (reading 'rows'). Run it again with HROMADA_DEBUG=1 to see where.\n",
  )
  expect(status).toBe(1)
  expect(run(['bug'], {HROMADA_DEBUG: '1'}).stderr).toMatch(/\n {4}at .*try\.ts:\d+:\d+/)
})

/** Starts a command, sends it signals whenever it says something, and answers how it ended. */
async function interrupt(what: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [script, what], {cwd: folder, env})
  let stderr = ''
  child.stderr.on('data', data => {
    stderr += data
  })
  child.stdout.on('data', data => {
    if (/ready|heard/.test(String(data))) child.kill(signal)
  })
  const [code, killedBy] = await new Promise<[number | null, string | null]>(ended =>
    child.once('close', (...how) => ended(how)),
  )
  return {code, killedBy, stderr}
}

test('Ctrl-C stops work with 130, SIGTERM with 143', async () => {
  const stderr = 'try: Interrupted before it was done.\n'
  expect(await interrupt('wait', 'SIGINT')).toEqual({code: 130, killedBy: null, stderr})
  expect(await interrupt('wait', 'SIGTERM')).toEqual({code: 143, killedBy: null, stderr})
})

test('a server that stops when told has done what it should', async () => {
  expect(await interrupt('serve', 'SIGINT')).toEqual({code: 0, killedBy: null, stderr: ''})
})

test('a second Ctrl-C does not wait', async () => {
  expect(await interrupt('stubborn', 'SIGINT')).toEqual({code: 130, killedBy: null, stderr: ''})
})
