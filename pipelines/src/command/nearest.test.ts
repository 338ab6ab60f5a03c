import {expect, test} from 'vitest'
import {nearest} from './nearest.ts'

const words = ['city', 'sources', 'data', 'port', 'host', 'help']

test.each([
  ['prot', 'port'],
  ['citty', 'city'],
  ['source', 'sources'],
  ['DATA', 'data'],
  ['hots', 'host'],
  ['verbose', null],
  ['x', null],
])('%s → %s', (word, meant) => {
  expect(nearest(word, words)).toBe(meant)
})
