import {expect, test} from 'vitest'
import {textWidth, ticksFromZero, wrap} from './plot.ts'

test.each([
  [3304, 4, [0, 1000, 2000, 3000]],
  [17_165, 4, [0, 5000, 10_000, 15_000]],
  [68, 3, [0, 25, 50]],
  [0.9, 4, [0, 0.25, 0.5, 0.75]],
])('ticks up to %d, at most %d steps', (max, count, expected) => {
  expect(ticksFromZero(max, count)).toEqual(expected)
})

test('a label is broken between words, never inside one', () => {
  expect(wrap('Житло і комунальне господарство', 150)).toEqual(['Житло і комунальне', 'господарство'])
  expect(wrap('Житло і комунальне господарство', 400)).toEqual(['Житло і комунальне господарство'])
  expect(wrap('Найдовшеслово', 10)).toEqual(['Найдовшеслово'])
})

test('wide letters are wider', () => {
  expect(textWidth('ЩЩ')).toBeGreaterThan(textWidth('іі') * 2)
})
