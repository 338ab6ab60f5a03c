import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {DemoManifest} from '@hromada/datasets/demo'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {putDemoSources} from '../datasets/cities/demo/test/demo-sources.fixture.ts'
import {runToEnd, startCommand} from './test/start-command.fixture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-demo-city-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

test.each([
  ['--scale', '0', '--scale is "0"; it is a number from 0.01 to 1000.'],
  ['--scale', 'ten', '--scale is "ten"; it is a number from 0.01 to 1000.'],
  ['--seed', '-1', '--seed needs a value.'],
  ['--seed', '1.5', '--seed is "1.5"; it is a whole number from 0.'],
  ['--today', '2026-02-30', '--today is "2026-02-30"; a day is written 2026-11-21.'],
])('%s %s is refused', async (flag, value, message) => {
  const own = join(folder, 'refused')
  const {code, said} = await runToEnd('demo-city', [flag, value, '--data', own])
  expect(said).toContain(message)
  expect(code).toBe(2)
  expect(await readdir(folder)).not.toContain('refused')
})

test('what was generated is told, stays what it is, and is told again where the generator has changed', async () => {
  const own = join(folder, 'small')
  const options = {seed: 2, scale: 0.02, today: '2026-03-01'}
  const generated = await runToEnd('demo-city', [
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    '--data',
    own,
  ])
  expect(generated.said).toMatch(/^city +Pryklad, seed 2, scale 0.02, told up to the day before 2026-03-01$/m)
  expect(generated.said).toMatch(/^records +[\d,]+, [\d,]+ a second$/m)
  const manifest = async () =>
    JSON.parse(await readFile(join(own, 'sources/demo/manifest.json'), 'utf8')) as DemoManifest
  const first = await manifest()
  expect(first.options).toEqual(options)
  const listed = await readdir(join(own, 'sources/demo'), {recursive: true, withFileTypes: true})
  expect(listed.filter(one => one.isFile()).length).toBe(first.files.length + 1)

  const land = () => runToEnd('land', ['--data', own, '--dataset', 'appeals,shelters'])
  const landed = await land()
  expect(landed.code, landed.said).toBe(0)
  expect(landed.said).not.toContain('generate the demo city')
  expect(await manifest()).toEqual(first)

  const path = join(own, 'sources/demo/manifest.json')
  await writeFile(path, JSON.stringify({...first, generator: 'of an earlier version'}))
  const again = await land()
  expect(again.said).toContain('generate the demo city')
  expect(again.said).toMatch(/^sources +0 landed, 2 unchanged, 0 failed$/m)
  expect(await manifest()).toEqual(first)
}, 240_000)

test('interrupted, it leaves what was there', async () => {
  const own = join(folder, 'interrupted')
  await putDemoSources(own)
  const before = await readFile(join(own, 'sources/demo/manifest.json'), 'utf8')
  await using running = startCommand('demo-city', ['--data', own, '--scale', '2'])
  await expect
    .poll(() => readdir(join(own, 'sources')), {interval: 20, timeout: 20_000})
    .toContain('.demo-being-made')
  running.signal('SIGINT')
  expect(await running.exit).toBe(130)
  expect(running.said()).toContain('demo-city: Interrupted before it was done.')
  expect(await readdir(join(own, 'sources'))).toEqual(['demo'])
  expect(await readFile(join(own, 'sources/demo/manifest.json'), 'utf8')).toBe(before)
})
