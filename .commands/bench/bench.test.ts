import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {chooseBenches, findBenches} from './find-benches.ts'
import {runBenches} from './run-benches.ts'

const said: string[] = []
const print = (line: string) => said.push(line)
const running = new AbortController().signal

/** A folder with files, which goes away with the test. */
function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'hromada-bench-'))
  onTestFinished(() => rmSync(root, {recursive: true}))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  return root
}

const log = `import {appendFileSync} from 'node:fs'\nappendFileSync('log', process.argv[1].split('/').at(-3) + '\\n')\n`

test('benches run one after another in processes of their own, and one that fails stops none', async () => {
  const root = folder({
    'api/bench/serve.bench.ts': `${log}process.exitCode = 3`,
    'pipelines/bench/land.bench.ts': `const seconds: number = 1\n${log}`,
    'pipelines/bench/helper.ts': 'process.exitCode = 9',
    'warehouse/bench/land.bench.ts': `${log}process.kill(process.pid)`,
    'warehouse/test/build.test.ts': 'process.exitCode = 9',
  })
  const benches = await findBenches(root)
  expect(benches).toEqual([
    {name: 'serve', file: 'api/bench/serve.bench.ts'},
    {name: 'land', file: 'pipelines/bench/land.bench.ts'},
    {name: 'land', file: 'warehouse/bench/land.bench.ts'},
  ])
  const results = await runBenches(benches, root, {signal: running, print, stdio: 'ignore'})
  expect(results.map(({file, code}) => [file, code])).toEqual([
    ['api/bench/serve.bench.ts', 3],
    ['pipelines/bench/land.bench.ts', 0],
    ['warehouse/bench/land.bench.ts', null],
  ])
  expect(readFileSync(join(root, 'log'), 'utf8')).toBe('api\npipelines\nwarehouse\n')
  expect(results.every(({seconds}) => seconds > 0)).toBe(true)
})

test('benches are chosen by name', () => {
  const benches = ['api/bench/download', 'pipelines/bench/land', 'twin/bench/land'].map(path => ({
    name: path.split('/')[2]!,
    file: `${path}.bench.ts`,
  }))
  const files = (names: string | null) => chooseBenches(benches, names).map(({file}) => file.split('/')[0])
  expect(files(null)).toEqual(['api', 'pipelines', 'twin'])
  expect(files('land')).toEqual(['pipelines', 'twin'])
  expect(files('land, download,land')).toEqual(['pipelines', 'twin', 'api'])
  expect(() => files('lnad')).toThrow(
    'There is no bench "lnad". Did you mean land? There are: download, land.',
  )
  expect(() => files('fly')).toThrow('There is no bench "fly". There are: download, land.')
})

test('where there is no bench at all, that is an error', async () => {
  await expect(findBenches(folder({'api/src/app.ts': ''}))).rejects.toThrow('There is no <folder>/bench/')
})

test('a bench that runs is stopped when it is told to', async () => {
  const root = folder({'api/bench/long.bench.ts': 'setInterval(() => {}, 1000)'})
  const abort = new AbortController()
  const stopped = runBenches(await findBenches(root), root, {
    signal: abort.signal,
    print: () => setTimeout(() => abort.abort(new Error('Interrupted.')), 100),
    stdio: 'ignore',
  })
  await expect(stopped).rejects.toThrow('Interrupted.')
})

test('npm run bench lists its own, and says what it does not know', () => {
  const run = (...args: string[]) => {
    const script = join(import.meta.dirname, '../bench.ts')
    const {status, stdout, stderr} = spawnSync(process.execPath, [script, ...args], {encoding: 'utf8'})
    return {status, stdout, stderr}
  }
  expect(run('--list')).toEqual({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^land +pipelines\/bench\/land\.bench\.ts$/m),
  })
  expect(run('lamd')).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('There is no bench "lamd". Did you mean land?'),
  })
})
