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
const picture = {width: 500, height: 300}
const touch = (a: Room, b: Room) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

test('a name that is free stays where it belongs; one on another moves, the one that matters less', () => {
  const names = [label('small', 100, 100, 1), label('large', 160, 105, 9), label('far', 400, 100, 2)]
  const placed = placeLabels(names, picture)
  expect(placed.get('large')).toEqual({x: 0, y: 0})
  expect(placed.get('far')).toEqual({x: 0, y: 0})
  expect(placed.get('small')).toEqual({x: 0, y: -20})
})

test('where there is no room for all, those that matter more stay', () => {
  const heap = Array.from({length: 40}, (_, index) => label(String(index), 250, 150, index))
  const placed = placeLabels(heap, picture)
  expect(placed.size).toBeLessThan(20)
  expect(placed.get('39')).toEqual({x: 0, y: 0})
  expect(placed.has('0')).toBe(false)
})

test('a name makes way for dots', () => {
  const dot = {x: 210, y: 100, width: 20, height: 20}
  const move = placeLabels([label('name', 200, 100)], picture, [dot]).get('name')!
  expect(touch(dot, {x: 200 + move.x, y: 100 + move.y, width: 100, height: 20})).toBe(false)
})

test('a name never goes under what covers the picture', () => {
  const controls = {x: 470, y: 100, width: 44, height: 200}
  expect(placeLabels([label('beside', 430, 100)], picture, [], [controls]).get('beside')).toEqual({
    x: -50,
    y: 0,
  })
  const wall = {x: 250, y: 150, width: 500, height: 300}
  expect(placeLabels([label('hidden', 250, 150)], picture, [], [wall]).size).toBe(0)
})

test('a name at an edge moves into the picture; one that belongs outside is left out', () => {
  const placed = placeLabels([label('edge', 495, 150), label('corner', 2, 1), label('out', 501, 20)], picture)
  expect(placed.get('edge')).toEqual({x: -45, y: 0})
  expect(placed.get('corner')).toEqual({x: 48, y: 9})
  expect(placed.has('out')).toBe(false)
})

test('whatever is given: none that stay touch or are cut', () => {
  const some = fc.array(
    fc.record({
      x: fc.integer({min: -50, max: 550}),
      y: fc.integer({min: -50, max: 350}),
      width: fc.integer({min: 10, max: 120}),
      height: fc.constant(18),
      weight: fc.integer({min: 0, max: 5}),
    }),
  )
  fc.assert(
    fc.property(some, drawn => {
      const labels = drawn.map((one, index) => ({...one, key: String(index)}))
      const placed = placeLabels(labels, picture)
      const staying = labels.flatMap(one => {
        const move = placed.get(one.key)
        return move ? [{...one, x: one.x + move.x, y: one.y + move.y}] : []
      })
      for (const one of staying) {
        expect(staying.filter(other => other !== one && touch(one, other))).toEqual([])
        expect(Math.abs(one.x - 250) + one.width / 2).toBeLessThanOrEqual(250)
        expect(Math.abs(one.y - 150) + one.height / 2).toBeLessThanOrEqual(150)
      }
    }),
  )
})
