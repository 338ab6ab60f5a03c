import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {corpus} from '../torture/corpus.ts'
import {feedMutant, mutantOf} from '../torture/feed-mutant.ts'

// `npm run torture` feeds ten thousand, and watches them from another process.
const files = 300

test(`${files} broken files of all formats: each lands, with findings, or is refused in words`, async () => {
  const all = await corpus()
  const folder = await mkdtemp(join(tmpdir(), 'fuzzed-'))
  try {
    const became = new Map<string, number>()
    for (let number = 0; number < files; number++) {
      const outcome = await feedMutant(mutantOf(all, 1, number), join(folder, String(number)))
      expect(outcome.fault, `file ${number} of seed 1, ${outcome.reader}`).toBeNull()
      expect(outcome.ms).toBeLessThan(10_000)
      became.set(outcome.became, (became.get(outcome.became) ?? 0) + 1)
    }
    // Not every one is refused, or the readers would not be tried.
    expect(became.get('landing')).toBeGreaterThan(20)
    expect(became.get('findings')).toBeGreaterThan(20)
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(1024)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}, 180_000)

test('a broken file is the same for the same seed, and another for another', async () => {
  const all = await corpus()
  const bytes = (seed: number, number: number) => mutantOf(all, seed, number).bytes.toString('base64')
  expect(bytes(1, 7)).toBe(bytes(1, 7))
  expect(new Set([bytes(1, 7), bytes(2, 7), bytes(1, 7 + all.size)]).size).toBe(3)
})
