import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import type {AddressInfo} from 'node:net'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect, onTestFinished, test, vi} from 'vitest'
import {firstStep, type Step, watched} from './first-step.ts'
import {followChanges} from './follow-changes.ts'
import {startScript} from './start-script.ts'
import {watchFiles} from './watch-files.ts'

const project = join(import.meta.dirname, '../..')

test('a change asks for the steps from the first that it touches', () => {
  const asked: [string[], Step | null][] = [
    [['portal/src/pages/index.astro'], 'portal'],
    [['api/src/app.ts'], 'serve'],
    [['api/src/app.ts', 'portal/src/styles/base.css'], 'portal'],
    [['portal/src/index.ts', 'warehouse/models/marts/appeals/appeals.ts'], 'release'],
    [['twin/src/layers/items.ts'], 'release'],
    [['datasets/appeals/sample.csv'], 'land'],
    [['pipelines/src/readers/csv.ts', 'api/src/app.ts'], 'land'],
    [['.commands/serve.ts'], 'land'],
    [['portal/src/charts/charts.test.ts', 'twin/src/tiles/city-model.fixture.ts'], null],
    [['twin/src/cesium/test-page/main.ts'], 'release'],
    [['portal/src/twin/test/twin-site.ts', 'warehouse/models/marts/appeals/appeals.sql'], null],
    [['portal/src/.index.ts.swp', 'portal/src/index.ts~', 'datasets/README.md'], null],
    [[], null],
  ]
  for (const [paths, step] of asked) expect(firstStep(paths), paths.join()).toBe(step)
})

test('every folder that is watched is there', () => {
  expect(watched.filter(folder => !existsSync(join(project, folder)))).toEqual([])
})

/** Follows changes told by hand, and keeps what was done; `during` may hold a step up or let it fail. */
function follow(during: (step: Step, signal: AbortSignal) => Promise<boolean> = () => Promise.resolve(true)) {
  const done: string[] = []
  const abort = new AbortController()
  let tell: (paths: string[]) => void = () => {}
  let servers = 0
  const ended = followChanges({
    signal: abort.signal,
    print: line => line.includes('Waiting') && done.push('wait'),
    watch(onChange) {
      tell = onChange
    },
    async prepare(step, signal) {
      done.push(step)
      const isDone = await during(step, signal)
      if (signal.aborted) done.push(`${step} aborted`)
      return isDone
    },
    serve() {
      const name = `serve ${++servers}`
      done.push(name)
      return {
        async stop() {
          done.push(`stop ${name}`)
        },
      }
    },
  })
  const settled = async (...expected: string[]) => {
    await vi.waitFor(() => expect(done).toEqual(expected))
    // What is not expected gets its chance.
    await sleep(20)
    expect(done.splice(0)).toEqual(expected)
  }
  return {
    settled,
    change: (...paths: string[]) => tell(paths),
    end: async () => {
      abort.abort()
      await ended
      return done
    },
  }
}

test('everything is done once, then only what a change asks for; the old server stays until then', async () => {
  const {change, settled, end} = follow()
  await settled('land', 'release', 'portal', 'serve 1')
  change('portal/src/pages/index.astro')
  await settled('portal', 'stop serve 1', 'serve 2')
  change('api/src/app.test.ts')
  await settled()
  change('api/src/app.ts')
  await settled('stop serve 2', 'serve 3')
  change('warehouse/src/build/build.ts')
  await settled('release', 'portal', 'stop serve 3', 'serve 4')
  expect(await end()).toEqual(['stop serve 4'])
})

test('a change breaks off the step it belongs to or those after it, never an earlier one', async () => {
  const gate: {open: () => void} = {open: () => {}}
  const {change, settled, end} = follow(
    (step, signal) =>
      new Promise(resolve => {
        if (step === 'portal') return resolve(true)
        gate.open = () => resolve(true)
        signal.addEventListener('abort', () => resolve(false), {once: true})
      }),
  )
  await settled('land')
  change('portal/src/index.ts')
  change('warehouse/src/build/build.ts')
  await settled()
  gate.open()
  await settled('release')
  change('warehouse/src/build/build.ts')
  await settled('release aborted', 'release')
  change('datasets/appeals/dataset.ts')
  await settled('release aborted', 'land')
  gate.open()
  await settled('release')
  gate.open()
  await settled('portal', 'serve 1')
  expect(await end()).toEqual(['stop serve 1'])
})

test('what fails at first is passed over if something can be served; later it leaves the old server where it is', async () => {
  const broken = new Set<Step>(['land', 'release'])
  const {change, settled, end} = follow(step => Promise.resolve(!broken.has(step)))
  await settled('land', 'release', 'portal', 'serve 1')
  change('datasets/appeals/dataset.ts')
  await settled('land', 'release', 'wait')
  broken.clear()
  change('warehouse/models/marts/appeals/appeals.ts')
  await settled('release', 'portal', 'stop serve 1', 'serve 2')
  broken.add('portal')
  change('portal/src/index.ts')
  await settled('portal', 'wait')
  // It may be anything that mends it.
  change('api/src/contract/index.ts')
  await settled('portal', 'wait')
  broken.delete('portal')
  change('portal/src/index.ts')
  await settled('portal', 'stop serve 2', 'serve 3')
  expect(await end()).toEqual(['stop serve 3'])
})

/** A folder that goes away with the test. */
function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'hromada-dev-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  return root
}

test('files that change are told of, also new ones, replaced ones and those in new folders', async () => {
  const root = folder()
  mkdirSync(join(root, 'api/src/routes'), {recursive: true})
  mkdirSync(join(root, 'portal/src'), {recursive: true})
  writeFileSync(join(root, 'api/src/routes/health.ts'), '1')
  const abort = new AbortController()
  const told: string[][] = []
  watchFiles(root, ['api/src', 'portal/src'], paths => told.push(paths), abort.signal)
  const change = async (expected: string[], edit: () => void) => {
    await sleep(50)
    edit()
    await vi.waitFor(() => expect(told.flat()).toEqual(expect.arrayContaining(expected)), {timeout: 5000})
    await sleep(200)
    told.length = 0
  }
  await change(['api/src/routes/health.ts', 'portal/src/index.ts'], () => {
    writeFileSync(join(root, 'api/src/routes/health.ts'), '2')
    writeFileSync(join(root, 'portal/src/index.ts'), '1')
  })
  // Twice, as editors save: the watch must survive the file it began with.
  for (const text of ['3', '4'])
    await change(['api/src/routes/health.ts'], () => {
      writeFileSync(join(root, 'api/src/routes/health.new'), text)
      renameSync(join(root, 'api/src/routes/health.new'), join(root, 'api/src/routes/health.ts'))
    })
  await change(['portal/src/pages'], () => mkdirSync(join(root, 'portal/src/pages')))
  await change(['portal/src/pages/index.ts'], () =>
    writeFileSync(join(root, 'portal/src/pages/index.ts'), '1'),
  )
  abort.abort()
  writeFileSync(join(root, 'portal/src/index.ts'), '2')
  await sleep(400)
  expect(told).toEqual([])
})

test('a server answers, and after a change its new code answers at the same address', async () => {
  const root = folder()
  const file = join(root, 'api/src/server.ts')
  mkdirSync(join(root, 'api/src'), {recursive: true})
  const write = (answer: string) =>
    writeFileSync(
      file,
      `import {createServer} from 'node:http'
       const answer: string = ${JSON.stringify(answer)}
       createServer((_, response) => response.end(answer)).listen(Number(process.argv[2]), '127.0.0.1')`,
    )
  write('first')
  const port = await freePort()
  const abort = new AbortController()
  const ended = followChanges({
    signal: abort.signal,
    print: () => {},
    watch: onChange => watchFiles(root, ['api/src'], onChange, abort.signal),
    prepare: () => Promise.resolve(true),
    serve: () => startScript(file, [String(port)], abort.signal),
  })
  const answers = (expected: string) =>
    vi.waitFor(async () => expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe(expected), {
      timeout: 20_000,
      interval: 100,
    })
  await answers('first')
  write('second')
  await answers('second')
  abort.abort()
  await ended
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed')
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const {port} = server.address() as AddressInfo
  await new Promise(closed => server.close(closed))
  return port
}

test('a script that ends by itself says how, and stopping it again does nothing', async () => {
  const file = join(folder(), 'script.ts')
  writeFileSync(file, 'process.exitCode = Number(process.argv[2])')
  const script = startScript(file, ['3'], new AbortController().signal)
  expect(await script.ended).toBe(3)
  await script.stop()
})

test('while everything ends, a script that ends by itself is not told a second time', async () => {
  const file = join(folder(), 'script.ts')
  writeFileSync(
    file,
    `process.on('SIGTERM', () => process.exit(9))
     setTimeout(() => process.exit(0), 400)`,
  )
  const abort = new AbortController()
  const script = startScript(file, [], abort.signal)
  await sleep(200)
  abort.abort()
  await script.stop()
  expect(await script.ended).toBe(0)
})
