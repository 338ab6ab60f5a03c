import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

const here = import.meta.dirname
const modules = join(here, '../node_modules')

/** Runs vitest with our reporter in a folder of its own that holds these files. */
function runTests(files: Record<string, string>, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hromada-reporter-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  symlinkSync(modules, join(folder, 'node_modules'))
  mkdirSync(join(folder, 'records'))
  const realData = relative(folder, join(here, 'real-data.ts'))
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name), text.replace('REAL_DATA', realData))
  const {CI: _, ...environment} = process.env
  const {status, stdout} = spawnSync(
    process.execPath,
    [
      join(modules, 'vitest/vitest.mjs'),
      'run',
      '--root',
      folder,
      '--reporter',
      join(here, 'summary-reporter.ts'),
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {...environment, HROMADA_REAL_DATA: join(folder, 'records'), ...env},
    },
  )
  return {status, stdout, lastLine: stdout.trimEnd().split('\n').at(-1)}
}

test('the last line counts tests, files that do not load and errors outside tests', () => {
  const {status, lastLine} = runTests({
    'a.test.ts': `import {test} from 'vitest'
      test('fine', () => {})
      test('broken', () => { throw new Error('no') })
      test.skip('later', () => {})
      test.todo('some day')
      test('stray', () => { setTimeout(() => { throw new Error('late') }); return new Promise(r => setTimeout(r, 50)) })`,
    'b.test.ts': `import './not-there.ts'`,
  })
  expect(lastLine).toBe('2 passed, 3 failed, 2 skipped')
  expect(status).toBe(1)
})

const skipsOnRealData = {
  'helper.ts': `export {realData} from 'REAL_DATA'`,
  'a.test.ts': `import {test} from 'vitest'
    import {realData} from './helper.ts'
    test.skipIf(realData())('a control figure', () => {})
    test('fine', () => {})`,
}

test('in CI, a skipped test on real records that exist fails the run', () => {
  const {status, stdout, lastLine} = runTests(skipsOnRealData, {CI: '1'})
  expect(stdout).toContain(
    'Real records are here, yet these tests were skipped:\n  a.test.ts: a control figure',
  )
  expect(lastLine).toBe('1 passed, 1 failed, 0 skipped')
  expect(status).toBe(1)
})

test('elsewhere it is counted as skipped', () => {
  const {status, lastLine} = runTests(skipsOnRealData)
  expect(lastLine).toBe('1 passed, 0 failed, 1 skipped')
  expect(status).toBe(0)
})
