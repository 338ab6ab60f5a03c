import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Model} from '../model.ts'
import {inGraphOrder} from './in-graph-order.ts'

/** Models of which each reads some of those before it. */
const graph = fc.array(fc.array(fc.nat(), {maxLength: 3}), {minLength: 1, maxLength: 20}).map(reads => {
  const models: Model[] = []
  for (const [index, inputs] of reads.entries())
    models.push({
      name: `m${index}`,
      inputs: index === 0 ? [] : [...new Set(inputs.map(n => models[n % index]!))],
    } as unknown as Model)
  return models
})

test('each is worked on once, after all it reads, and never more than so many at once', async () => {
  await fc.assert(
    fc.asyncProperty(graph, fc.integer({min: 1, max: 4}), async (models, atOnce) => {
      const done = new Set<string>()
      let running = 0
      let most = 0
      await inGraphOrder(models, atOnce, async ({name, inputs}) => {
        for (const input of inputs) expect(done).toContain(input.name)
        expect(done).not.toContain(name)
        most = Math.max(most, ++running)
        await new Promise(next => setImmediate(next))
        running--
        done.add(name)
      })
      expect(done.size).toBe(models.length)
      expect(most).toBeLessThanOrEqual(atOnce)
    }),
  )
})

test('after a failure nothing new begins, and what runs is waited for', async () => {
  const models = ['a', 'b', 'c', 'd'].map(name => ({name, inputs: []}) as unknown as Model)
  const ended: string[] = []
  const work = async ({name}: Model) => {
    if (name === 'a') throw new Error('a broke')
    await new Promise(next => setTimeout(next, 20))
    ended.push(name)
  }
  await expect(inGraphOrder(models, 2, work)).rejects.toThrow('a broke')
  expect(ended).toEqual(['b'])
})
