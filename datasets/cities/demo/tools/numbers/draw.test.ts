import {expect, test} from 'vitest'
import {chooser} from './chooser.ts'
import {Draw} from './draw.ts'
import {hash, unitOf} from './hash.ts'
import {layeredNoise, noise} from './noise.ts'

const many = 200_000
const moments = (next: () => number) => {
  let sum = 0
  let squares = 0
  for (let index = 0; index < many; index++) {
    const value = next()
    sum += value
    squares += value * value
  }
  return {mean: sum / many, variance: squares / many - (sum / many) ** 2}
}

test('a stream belongs to its keys', () => {
  const first = new Draw(7, 'appeals', 19_000)
  const again = new Draw(7, 'appeals', 19_000)
  const other = new Draw(7, 'appeals', 19_001)
  const draws = Array.from({length: 5}, () => first.bits())
  expect(Array.from({length: 5}, () => again.bits())).toEqual(draws)
  expect(Array.from({length: 5}, () => other.bits())).not.toEqual(draws)
})

test('the first draws are these on every platform', () => {
  const draw = new Draw(1, 'Pryklad')
  expect([draw.bits(), draw.bits(), draw.bits()]).toMatchInlineSnapshot(`
    [
      189169087,
      684039501,
      3904471755,
    ]
  `)
  expect([hash(1, 2), hash(2, 1), hash('a', 1), hash(2 ** 40)]).toMatchInlineSnapshot(`
    [
      243505790,
      216397621,
      2924707405,
      1499470144,
    ]
  `)
})

test('uniform, normal, lognormal and Poisson draws have the moments of their distributions', () => {
  const draw = new Draw(1, 'moments')
  const uniform = moments(() => draw.unit())
  expect(uniform.mean).toBeCloseTo(1 / 2, 2)
  expect(uniform.variance).toBeCloseTo(1 / 12, 2)
  const normal = moments(() => draw.normal(10, 2))
  expect(normal.mean).toBeCloseTo(10, 1)
  expect(normal.variance).toBeCloseTo(4, 1)
  // A lognormal's mean is median · exp(σ²/2).
  expect(moments(() => draw.lognormal(3, 0.5)).mean).toBeCloseTo(3 * Math.exp(0.125), 1)
  for (const mean of [0.3, 5, 70]) {
    const poisson = moments(() => draw.poisson(mean))
    expect(poisson.mean / mean).toBeCloseTo(1, 1)
    expect(poisson.variance / mean).toBeCloseTo(1, 1)
  }
})

test('keys that differ anywhere give other numbers, evenly spread', () => {
  const seen = new Set<number>()
  let sum = 0
  for (let a = 0; a < 300; a++)
    for (let b = 0; b < 300; b++) {
      seen.add(hash(a, b))
      sum += unitOf(a, b)
    }
  // Of 90,000 hashes of 32 bits, one pair is expected to coincide.
  expect(seen.size).toBeGreaterThan(89_990)
  expect(sum / 90_000).toBeCloseTo(0.5, 2)
  expect(hash('ab', 'c')).not.toBe(hash('a', 'bc'))
  expect(() => hash(0.5)).toThrow('0.5 is not')
})

test('a chooser keeps to its weights, and refuses what are none', () => {
  const choose = chooser([
    ['a', 1],
    ['b', 0],
    ['c', 3],
  ])
  const draw = new Draw(1, 'chooser')
  const counts = {a: 0, b: 0, c: 0}
  for (let index = 0; index < many; index++) counts[choose(draw) as 'a']++
  expect(counts.b).toBe(0)
  expect(counts.c / counts.a).toBeCloseTo(3, 0)
  expect(() => chooser([['a', 0]])).toThrow('all weights are 0')
  expect(() => chooser([['a', -1]])).toThrow('A weight is -1')
})

test('noise is smooth, about even and within its bounds', () => {
  let largest = 0
  let step = 0
  for (let index = 0; index < 20_000; index++) {
    const x = index * 0.0371
    const y = index * 0.0193
    const value = noise(3, x, y)
    largest = Math.max(largest, Math.abs(value))
    step = Math.max(step, Math.abs(noise(3, x + 0.001, y) - value))
  }
  expect(largest).toBeLessThan(1.5)
  expect(largest).toBeGreaterThan(0.6)
  expect(step).toBeLessThan(0.01)
  expect(layeredNoise(3, 0.3, 0.4, 1)).toBe(noise(3, 0.3, 0.4))
})
