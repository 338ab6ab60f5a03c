import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Load} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {killTest} from './kill-test.ts'
import {loadedBy} from './town.ts'

test('ten kills cost nothing: all is as if undisturbed, and nobody who read has seen them', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hromada-kill-'))
  try {
    const {kills, differences, faults, asked, releases} = await killTest(
      {kills: 10, seed: 1, rows: 200, folder},
      {signal: new AbortController().signal, onKill: () => {}},
    )
    expect(differences).toEqual([])
    expect(faults).toEqual([])
    expect(Object.values(kills).reduce((sum, times) => sum + times)).toBe(10)
    // It was read, and what was read changed meanwhile.
    expect(asked).toBeGreaterThan(50)
    expect(releases).toBeGreaterThan(1)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})

test('the town has a dataset for each way of loading', () => {
  for (const [mode, {load}] of Object.entries(loadedBy)) expect((load as Load).mode).toBe(mode)
})
