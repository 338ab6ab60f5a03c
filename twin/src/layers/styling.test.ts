import {expect, test} from 'vitest'
import {styleBy} from './styling.ts'

const by = (values: unknown[]) => new Map(values.map((value, index) => [`k${index}`, value]))
const quantiles = {method: 'quantiles', classes: 4} as const

test('numbers: classes with counts, open at both ends, and a colour of its own for what is missing', () => {
  const {legend, colourOf, isDiverging} = styleBy(
    by([1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, null]),
    quantiles,
  )
  expect(isDiverging).toBe(false)
  expect(legend).toEqual([
    {kind: 'range', colour: '--s2', count: 2, from: null, to: 3.25},
    {kind: 'range', colour: '--s4', count: 2, from: 3.25, to: 5},
    {kind: 'range', colour: '--s5', count: 2, from: 5, to: 6.75},
    {kind: 'range', colour: '--s7', count: 2, from: 6.75, to: null},
    {kind: 'none', colour: '--no-data', count: 1},
  ])
  expect(colourOf.get('k0')).toBe('--s2')
  expect(colourOf.get('k8')).toBe('--no-data')
})

test('a few whole numbers are a class each', () => {
  const {legend} = styleBy(by([1, 2, 2, 5]), quantiles)
  expect(legend.map(one => one.kind === 'range' && [one.from, one.to, one.count])).toEqual([
    [null, 2, 1],
    [2, 5, 2],
    [5, null, 1],
  ])
})

test('both signs: two ramps that meet at zero', () => {
  const {legend, isDiverging} = styleBy(by([-4, -3, -2, -1, 1, 2, 3, 4]), quantiles)
  expect(isDiverging).toBe(true)
  const zero = legend.findIndex(one => one.kind === 'range' && one.from === 0)
  expect(legend[zero - 1]).toMatchObject({to: 0})
  expect(legend.slice(0, zero).every(({colour}) => /--d[123]/.test(colour))).toBe(true)
  expect(legend.slice(zero).every(({colour}) => /--d[456]/.test(colour))).toBe(true)
  expect(new Set(legend.map(({colour}) => colour)).size).toBe(legend.length)
  expect(legend.reduce((sum, {count}) => sum + count, 0)).toBe(8)
})

test('words: the frequent ones have colours, the rare ones share one', () => {
  const words = [...'aaaabbbccddeeffgghi', '', null].map(word => word)
  const {legend, colourOf} = styleBy(by(words), quantiles)
  expect(legend.slice(0, 2)).toEqual([
    {kind: 'value', value: 'a', colour: '--c2', count: 4},
    {kind: 'value', value: 'b', colour: '--c3', count: 3},
  ])
  expect(legend.slice(7)).toEqual([
    {kind: 'other', colour: '--c0', count: 2},
    {kind: 'none', colour: '--no-data', count: 2},
  ])
  expect(colourOf.get('k17')).toBe('--c0')
})

test('truth values are words; without any value all is missing', () => {
  expect(styleBy(by([true, false, true]), quantiles).legend).toMatchObject([
    {value: true, count: 2},
    {value: false, count: 1},
  ])
  expect(styleBy(by([null, null]), quantiles).legend).toEqual([{kind: 'none', colour: '--no-data', count: 2}])
  expect(styleBy(by([]), quantiles).legend).toEqual([])
})
