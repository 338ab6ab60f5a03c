import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Label, labelsThatFit} from './labels.ts'

const label = (key: string, x: number, y: number, weight = 1): Label => ({
  key,
  x,
  y,
  width: 100,
  height: 20,
  weight,
})

test('the one that matters more stays, the one it covers goes', () => {
  expect([
    ...labelsThatFit([label('small', 0, 0, 1), label('large', 60, 5, 9), label('far', 300, 0, 2)]),
  ]).toEqual(['large', 'far'])
})

test('side by side and one above the other they fit', () => {
  expect(labelsThatFit([label('a', 0, 0), label('b', 100, 0), label('c', 0, 20)]).size).toBe(3)
})

test('whatever is given: none that stay touch, and each that goes touches one that stays', () => {
  const some = fc.array(
    fc.record({
      x: fc.integer({min: 0, max: 500}),
      y: fc.integer({min: 0, max: 300}),
      width: fc.integer({min: 10, max: 120}),
      height: fc.constant(18),
      weight: fc.integer({min: 0, max: 5}),
    }),
  )
  fc.assert(
    fc.property(some, drawn => {
      const labels = drawn.map((one, index) => ({...one, key: String(index)}))
      const kept = labelsThatFit(labels)
      const touches = (a: Label, b: Label) =>
        Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
      const staying = labels.filter(({key}) => kept.has(key))
      for (const one of labels) {
        const near = staying.filter(other => other !== one && touches(one, other))
        expect(kept.has(one.key) ? near.length === 0 : near.length > 0).toBe(true)
      }
    }),
  )
})
