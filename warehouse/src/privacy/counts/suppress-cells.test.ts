import {describe, expect, test} from 'vitest'
import {type CountSystem, type CountTable, countSystem} from './count-system.ts'
import {loadSolver} from './load-solver.ts'
import {suppressCells} from './suppress-cells.ts'

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A table over some dimensions with all of its totals. `draw` gives the count of a cell. */
function cube(sizes: number[], draw: () => number, name = 'cube'): CountTable {
  const names = sizes.map((_, index) => `d${index}`)
  const leaves: {key: Record<string, string>; count: number}[] = [{key: {}, count: 0}]
  for (const [index, size] of sizes.entries())
    leaves.splice(
      0,
      leaves.length,
      ...leaves.flatMap(({key}) =>
        Array.from({length: size}, (_, value) => ({key: {...key, [names[index]!]: `v${value}`}, count: 0})),
      ),
    )
  for (const leaf of leaves) leaf.count = draw()
  return tableOf(
    name,
    names.map(one => [one]),
    leaves,
  )
}

/** A table of counts with every total over its dimensions. */
function tableOf(
  name: string,
  dimensions: string[][],
  leaves: {key: Record<string, string>; count: number}[],
): CountTable {
  const sums = new Map<string, {key: Record<string, string>; count: number}>()
  for (const {key, count} of leaves) {
    let keys = [key]
    for (const levels of dimensions)
      keys = keys.flatMap(one =>
        // Levels are given up from the narrowest on.
        Array.from({length: levels.length + 1}, (_, kept) => ({
          ...one,
          ...Object.fromEntries(levels.slice(kept).map(column => [column, ''])),
        })),
      )
    for (const one of keys) {
      const id = JSON.stringify(dimensions.flat().map(column => one[column]))
      const sum = sums.get(id) ?? {key: one, count: 0}
      sums.set(id, {key: one, count: sum.count + count})
    }
  }
  return {
    name,
    counts: {of: 'persons', measures: ['n'], dimensions},
    rows: [...sums.values()].map(({key, count}) => ({table: name, key, counts: {n: count}})),
  }
}

/** What somebody can know of a cell who solves the least and the greatest that it can be. */
async function attack({cells, equations}: CountSystem, hidden: ReadonlySet<number>) {
  const {withModel} = await loadSolver()
  const all = cells.map((_, cell) => cell)
  const indices = equations.flatMap(({total, parts}) => [total, ...parts])
  const starts = [0]
  for (const {parts} of equations) starts.push(starts.at(-1)! + parts.length + 1)
  return withModel(
    {
      numCols: all.length,
      numRows: equations.length,
      colCost: new Float64Array(all.length),
      colLower: all.map(cell => (hidden.has(cell) ? 1 : cells[cell]!.count)),
      colUpper: all.map(cell => (hidden.has(cell) ? Number.POSITIVE_INFINITY : cells[cell]!.count)),
      rowLower: new Float64Array(equations.length),
      rowUpper: new Float64Array(equations.length),
      matrix: {
        format: 'csr',
        numRows: equations.length,
        numCols: all.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: equations.flatMap(({parts}) => [-1, ...parts.map(() => 1)]),
      },
    },
    model => {
      model.options.set({output_flag: false})
      const bounds = new Map<number, [low: number, high: number]>()
      for (const cell of hidden) {
        const ends = [1, -1].map(sign => {
          model.changeColCost(cell, sign)
          model.run()
          const isOpen = Number(model.getModelStatus()) !== 7
          const value = isOpen ? Number.POSITIVE_INFINITY : model.getSolution().colValue[cell]!
          model.changeColCost(cell, 0)
          return value
        })
        bounds.set(cell, [ends[0]!, ends[1]!])
      }
      return bounds
    },
  )
}

/**
 * Every table of whole numbers that agrees with what is shown, by elimination and trying; per hidden cell all that it
 * can be. Null where there are more than three degrees of freedom: too many to try.
 */
function enumerate({cells, equations}: CountSystem, hidden: ReadonlySet<number>, limit: number) {
  const open = [...hidden]
  // Rows of the hidden cells' coefficients and of what the shown ones leave for them.
  const rows = equations.map(({total, parts}) => {
    const row = new Array<number>(open.length + 1).fill(0)
    for (const [cell, sign] of [[total, -1] as const, ...parts.map(part => [part, 1] as const)])
      if (hidden.has(cell)) row[open.indexOf(cell)]! += sign
      else row[open.length]! -= sign * cells[cell]!.count
    return row
  })
  const pivots: number[] = []
  for (let column = 0; column < open.length; column++) {
    const at = rows.findIndex((row, index) => index >= pivots.length && Math.abs(row[column]!) > 1e-9)
    if (at < 0) continue
    const pivot = rows.splice(at, 1)[0]!.map((value, _, all) => value / all[column]!)
    for (const row of rows) {
      const times = row[column]!
      if (times !== 0) for (const [index, value] of pivot.entries()) row[index]! -= times * value
    }
    rows.splice(pivots.length, 0, pivot)
    pivots.push(column)
  }
  const free = open.map((_, column) => column).filter(column => !pivots.includes(column))
  if (free.length > 3) return null
  const seen = new Map(open.map(cell => [cell, new Set<number>()]))
  const values = new Array<number>(open.length).fill(0)
  const tryFrom = (index: number): void => {
    if (index < free.length) {
      for (let count = 1; count <= limit; count++) {
        values[free[index]!] = count
        tryFrom(index + 1)
      }
      return
    }
    for (const [at, column] of pivots.entries()) {
      const row = rows[at]!
      const rest = free.reduce((sum, other) => sum + row[other]! * values[other]!, 0)
      const value = row[open.length]! - rest
      if (value < 1 - 1e-9 || Math.abs(value - Math.round(value)) > 1e-9) return
      values[column] = Math.round(value)
    }
    for (const [at, cell] of open.entries()) seen.get(cell)!.add(values[at]!)
  }
  tryFrom(0)
  return seen
}

const suppress = async (tables: CountTable[], least = 5) => {
  const system = countSystem(tables)
  const {small, complementary} = await suppressCells(
    {counts: system.cells.map(({count}) => count), equations: system.equations},
    least,
  )
  return {system, small, complementary, hidden: new Set([...small, ...complementary])}
}

test('a single small cell takes another with it, in its row and in its column', async () => {
  // Rows and columns add up; 2 is small.
  const counts = [2, 40, 30, 20, 50, 60, 10, 70, 80]
  let next = 0
  const {system, small, complementary} = await suppress([cube([3, 3], () => counts[next++]!)])
  const name = (cell: number) => Object.values(system.cells[cell]!.row.key).join()
  expect([...small].map(name)).toEqual(['v0,v0'])
  // The cheapest corner of a rectangle: 10 in its column, 30 in its row, and 80 where these meet, or 20, 40, 50.
  expect([...complementary]).toHaveLength(3)
})

test('two small cells whose sum could be worked out take a third', async () => {
  const counts = [1, 2, 30, 40]
  let next = 0
  const {system, complementary} = await suppress([cube([4], () => counts[next++]!)])
  expect([...complementary].map(cell => system.cells[cell]!.count)).toEqual([30])
})

test('where nothing is small everything is shown, and zeros always are', async () => {
  const counts = [0, 5, 6, 0]
  let next = 0
  expect((await suppress([cube([2, 2], () => counts[next++]!)])).hidden.size).toBe(0)
})

describe('by differences of what is shown nobody comes closer to a cell than the least count', () => {
  const shapes: [string, number[], number][] = [
    ['a list', [7], 40],
    ['two dimensions', [5, 6], 40],
    ['two large dimensions', [12, 20], 6],
    ['three dimensions', [3, 4, 5], 20],
    ['four dimensions', [2, 3, 2, 3], 15],
  ]
  test.each(shapes)('%s', async (_, sizes, tries) => {
    for (let seed = 0; seed < tries; seed++) {
      const draw = seeded(seed)
      const scale = [3, 12, 60][seed % 3]!
      const table = cube(sizes, () => (draw() < 0.2 ? 0 : Math.floor(draw() ** 2 * scale)))
      const {system, hidden} = await suppress([table])
      for (const [cell, [low, high]] of await attack(system, hidden))
        expect(high - low, `seed ${seed}, cell ${cell}: ${low} to ${high}`).toBeGreaterThanOrEqual(5 - 1e-6)
    }
  })

  test('years, months and days; a city, its districts and streets; both together', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const draw = seeded(1000 + seed)
      const leaves = ['a', 'b', 'c'].flatMap(district =>
        Array.from({length: 2 + Math.floor(draw() * 4)}, (_, street) => street).flatMap(street =>
          ['2024', '2025'].flatMap(year =>
            ['01', '02', '03'].map(month => ({
              key: {district, street: `${district}${street}`, year, month: `${year}-${month}`},
              count: Math.floor(draw() ** 3 * 30),
            })),
          ),
        ),
      )
      const table = tableOf(
        't',
        [
          ['district', 'street'],
          ['year', 'month'],
        ],
        leaves,
      )
      const {system, hidden} = await suppress([table])
      expect(hidden.size).toBeGreaterThan(0)
      for (const [cell, [low, high]] of await attack(system, hidden))
        expect(high - low, `seed ${seed}, cell ${cell}`).toBeGreaterThanOrEqual(5 - 1e-6)
    }
  })

  test('a table of months and another of years, linked', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const draw = seeded(2000 + seed)
      const leaves = ['x', 'y', 'z'].flatMap(kind =>
        ['2024', '2025'].flatMap(year =>
          ['1', '2', '3', '4'].map(month => ({
            key: {kind, year, month: `${year}-${month}`},
            count: Math.floor(draw() ** 2 * 14),
          })),
        ),
      )
      const months: CountTable = {
        name: 'months',
        counts: {of: 'persons', measures: ['n'], dimensions: [['kind'], ['year', 'month']]},
        rows: leaves.map(({key, count}) => ({table: 'months', key, counts: {n: count}})),
      }
      const totals = new Map<string, number>()
      for (const {key, count} of leaves) {
        const id = `${key.kind}|${key.year}`
        totals.set(id, (totals.get(id) ?? 0) + count)
      }
      const years: CountTable = {
        name: 'years',
        counts: {of: 'persons', measures: ['n'], dimensions: [['kind'], ['year']], totalsOf: 'months'},
        rows: [...totals].map(([id, n]) => ({
          table: 'years',
          key: {kind: id.split('|')[0]!, year: id.split('|')[1]!},
          counts: {n},
        })),
      }
      const {system, hidden} = await suppress([months, years])
      expect(system.equations).toHaveLength(6)
      for (const [, [low, high]] of await attack(system, hidden))
        expect(high - low).toBeGreaterThanOrEqual(5 - 1e-6)
    }
  })

  test('measures that add up to another: women, men, residents', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const draw = seeded(3000 + seed)
      const rows = Array.from({length: 6}, (_, index) => {
        const [women, men] = [Math.floor(draw() * 12), Math.floor(draw() * 12)]
        return {table: 't', key: {block: String(index)}, counts: {women, men, residents: women + men}}
      })
      const table: CountTable = {
        name: 't',
        counts: {
          of: 'persons',
          measures: ['residents', 'women', 'men'],
          dimensions: [['block']],
          sums: {residents: ['women', 'men']},
        },
        rows,
      }
      const {system, hidden} = await suppress([table])
      for (const [, [low, high]] of await attack(system, hidden))
        expect(high - low).toBeGreaterThanOrEqual(5 - 1e-6)
    }
  })

  test('even who knows that all are whole numbers and tries every one of them', async () => {
    let tried = 0
    for (let seed = 0; seed < 150; seed++) {
      const draw = seeded(4000 + seed)
      const sizes = [[4], [2, 3], [3, 3], [2, 2, 2]][seed % 4]!
      const {system, hidden} = await suppress([
        cube(sizes, () => (draw() < 0.1 ? 0 : Math.floor(draw() * 12))),
      ])
      const possible = hidden.size > 0 ? enumerate(system, hidden, 60) : null
      if (!possible) continue
      tried++
      for (const [cell, values] of possible) {
        const span = Math.max(...values) - Math.min(...values)
        expect(span, `seed ${seed}, cell ${cell}: ${[...values]}`).toBeGreaterThanOrEqual(5)
        expect(values).toContain(system.cells[cell]!.count)
      }
    }
    expect(tried).toBeGreaterThan(40)
  })

  test('another least count', async () => {
    for (let seed = 0; seed < 10; seed++) {
      const draw = seeded(5000 + seed)
      const {system, small, hidden} = await suppress([cube([4, 5], () => Math.floor(draw() * 40))], 11)
      expect([...small].every(cell => system.cells[cell]!.count < 11)).toBe(true)
      for (const [, [low, high]] of await attack(system, hidden))
        expect(high - low).toBeGreaterThanOrEqual(11 - 1e-6)
    }
  })
})

test('the attack finds what complementary suppression is for', async () => {
  const counts = [2, 40, 30, 20, 50, 60, 10, 70, 80]
  let next = 0
  const {system, small} = await suppress([cube([3, 3], () => counts[next++]!)])
  const [[low, high]] = [...(await attack(system, small)).values()] as [[number, number]]
  expect([low, high]).toEqual([2, 2])
})

test('a cell is not hidden for nothing: few others go with it', async () => {
  let [small, complementary, shown] = [0, 0, 0]
  for (let seed = 0; seed < 20; seed++) {
    const draw = seeded(6000 + seed)
    const {system, ...found} = await suppress([cube([8, 10], () => Math.floor(draw() ** 2 * 100))])
    small += found.small.size
    complementary += found.complementary.size
    shown += system.cells.length - found.hidden.size
  }
  expect(complementary / small).toBeLessThan(1.2)
  expect(shown).toBeGreaterThan(small)
})

test('counts that do not add up are refused', () => {
  const table = cube([2, 2], () => 7)
  table.rows[0]!.counts.n = 8
  expect(() => countSystem([table])).toThrow(/and its parts make/)
})
