import fc from 'fast-check'
import {expect, test} from 'vitest'
import {Turns} from './turns.ts'

test('what has to be alone is alone, all else goes on together, and everything is done in the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({alone: fc.boolean(), steps: fc.nat(4), fails: fc.boolean()}), {maxLength: 20}),
      async jobs => {
        const turns = new Turns()
        const running = new Set<number>()
        let together = 0
        const results = await Promise.allSettled(
          jobs.map(({alone, steps, fails}, index) =>
            turns[alone ? 'alone' : 'beside'](async () => {
              running.add(index)
              for (let step = 0; step <= steps; step++) {
                if (alone) expect([...running]).toEqual([index])
                else for (const other of running) expect(jobs[other]!.alone).toBe(false)
                together = Math.max(together, running.size)
                await Promise.resolve()
              }
              running.delete(index)
              if (fails) throw new Error(String(index))
              return index
            }),
          ),
        )
        expect(results.map(({status}) => status)).toEqual(
          jobs.map(({fails}) => (fails ? 'rejected' : 'fulfilled')),
        )
        if (jobs.length > 1 && jobs.every(({alone}) => !alone)) expect(together).toBe(jobs.length)
      },
    ),
  )
})
