import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {generateDemoCity} from './generate.ts'

const options = {seed: 1, scale: 0.05, today: '2026-11-21'}

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'demo-generate-'))
})
afterEach(() => rm(home, {recursive: true, force: true}))

test.each([
  [{...options, scale: 0}, 'The scale is 0; it is a number from 0.01 to 1000.'],
  [{...options, scale: Number.NaN}, 'The scale is NaN'],
  [{...options, seed: 0.5}, 'The seed is 0.5; it is a whole number from 0.'],
  [{...options, today: '2026-02-30'}, '"2026-02-30" is no date'],
])('%o is refused before anything is written', async (wrong, message) => {
  await expect(generateDemoCity(wrong, join(home, 'demo'), quietly())).rejects.toThrow(message)
  expect(await readdir(home)).toEqual([])
})

test('aborted in the middle, the files that were there stay, and nothing else is left', async () => {
  const folder = join(home, 'demo')
  await mkdir(folder)
  await writeFile(join(folder, 'manifest.json'), 'an earlier city')
  const controller = new AbortController()
  const generating = generateDemoCity(options, folder, {
    signal: controller.signal,
    onFile: () => controller.abort(new Error('told to stop')),
  })
  await expect(generating).rejects.toThrow('told to stop')
  expect(await readdir(home)).toEqual(['demo'])
  expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('an earlier city')
})

const quietly = () => ({signal: new AbortController().signal, onFile: () => {}})
