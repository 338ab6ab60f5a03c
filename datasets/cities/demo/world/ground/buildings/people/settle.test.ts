import {beforeAll, describe, expect, test} from 'vitest'
import type {Building, BuildingKind, Residents} from '../../ground.ts'
import {cityResidents, settle, vacantShare} from './settle.ts'

/** 56,000 dwellings, one a building, so that a building's residents are one household. */
const homes: Building[] = Array.from({length: 56_000}, (_, index) => {
  const [kind, year] = (
    [
      ['house', 1930],
      ['house', 2010],
      ['tenement', 1899],
      ['slab5', 1963],
      ['slab9', 1984],
      ['tower', 2015],
    ] as [BuildingKind, number][]
  )[index % 6]!
  return {kind, year, dwellings: 1} as Building
})

const sum = (residents: Residents) => residents[0] + residents[1] + residents[2] + residents[3]
const total = (all: Residents[]) => all.reduce((count, residents) => count + sum(residents), 0)

let settled: Residents[]
beforeAll(() => {
  settled = settle(homes, 1, 1)
})

describe('households', () => {
  test('the city has its residents, and as many empty dwellings as it should', () => {
    expect(Math.abs(total(settled) - cityResidents)).toBeLessThan(10)
    const empty = settled.filter(one => sum(one) === 0).length / homes.length
    expect(Math.abs(empty - vacantShare)).toBeLessThan(0.004)
  })

  test('sizes are one and a Poisson number more: its variance is its mean', () => {
    for (const kind of ['slab9', 'slab5'] as const) {
      const more = settled
        .filter((one, index) => homes[index]!.kind === kind && sum(one) > 0)
        .map(one => sum(one) - 1)
      const mean = more.reduce((a, b) => a + b, 0) / more.length
      const variance = more.reduce((a, b) => a + (b - mean) * (b - mean), 0) / more.length
      expect(variance / mean).toBeGreaterThan(0.94)
      expect(variance / mean).toBeLessThan(1.06)
    }
  })

  test('nobody below 18 lives alone', () => {
    for (const [infants, pupils, adults, elderly] of settled)
      if (infants + pupils > 0) expect(adults + elderly).toBeGreaterThan(0)
  })

  test('new houses are fuller and younger than old ones', () => {
    const group = (kind: BuildingKind, year: number) =>
      settled.filter((_, index) => homes[index]!.kind === kind && homes[index]!.year === year)
    const old = group('house', 1930)
    const fresh = group('house', 2010)
    expect(total(fresh) / fresh.length).toBeGreaterThan(1.2 * (total(old) / old.length))
    const elderly = (list: Residents[]) => list.reduce((count, one) => count + one[3], 0) / total(list)
    expect(elderly(fresh)).toBeLessThan(0.5 * elderly(old))
  })
})

describe('scale', () => {
  test('ten times: every building has exactly ten times its residents', () => {
    const tenfold = settle(homes, 1, 10)
    expect(tenfold).toEqual(settled.map(residents => residents.map(count => count * 10)))
  })

  test('a tenth: one in ten stays, none comes', () => {
    const tenth = settle(homes, 1, 0.1)
    expect(Math.abs(total(tenth) - cityResidents / 10)).toBeLessThan(400)
    tenth.forEach((residents, index) => {
      if (sum(settled[index]!) === 0) expect(sum(residents)).toBe(0)
    })
  })
})

test('the same seed settles the same people, another one others', () => {
  const few = homes.slice(0, 600)
  expect(settle(few, 7, 1)).toEqual(settle(few, 7, 1))
  expect(settle(few, 8, 1)).not.toEqual(settle(few, 7, 1))
})
