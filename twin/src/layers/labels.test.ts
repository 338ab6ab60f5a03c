import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Label, placeLabels, type Room} from './labels.ts'

const label = (key: string, x: number, y: number, weight = 1): Label => ({
  key,
  x,
  y,
  width: 100,
  height: 20,
  weight,
})
const touch = (a: Room, b: Room) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

test('a name that is free stays where it belongs; one on another moves, the one that matters less', () => {
  const placed = placeLabels([label('small', 0, 0, 1), label('large', 60, 5, 9), label('far', 300, 0, 2)])
  expect(placed.get('large')).toEqual({x: 0, y: 0})
  expect(placed.get('far')).toEqual({x: 0, y: 0})
  expect(placed.get('small')).toEqual({x: 0, y: -20})
})

test('where there is no room for all, those that matter more stay', () => {
  const heap = Array.from({length: 40}, (_, index) => label(String(index), 0, 0, index))
  const placed = placeLabels(heap)
  expect(placed.size).toBeLessThan(20)
  expect(placed.get('39')).toEqual({x: 0, y: 0})
  expect(placed.has('0')).toBe(false)
})

test('a name makes way for dots', () => {
  const dot = {x: 10, y: 0, width: 20, height: 20}
  const move = placeLabels([label('name', 0, 0)], [dot]).get('name')!
  expect(touch(dot, {x: move.x, y: move.y, width: 100, height: 20})).toBe(false)
})

test('whatever is given: none that stay touch', () => {
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
      const placed = placeLabels(labels)
      const staying = labels.flatMap(one => {
        const move = placed.get(one.key)
        return move ? [{...one, x: one.x + move.x, y: one.y + move.y}] : []
      })
      for (const one of staying)
        expect(staying.filter(other => other !== one && touch(one, other))).toEqual([])
    }),
  )
})
