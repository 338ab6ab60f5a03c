import type {Model} from 'highs'
import type {CountSystem} from './count-system.ts'
import {loadSolver} from './load-solver.ts'

/** Cells that are not shown: the small ones, and those without which the small ones could be worked out. */
export type Suppression = {small: Set<number>; complementary: Set<number>}

type System = {counts: readonly number[]; equations: CountSystem['equations']}

/**
 * Which cells of tables that add up must not be shown, so that nobody who knows all the others, that those not shown
 * are not zero, and how everything adds up, can tell any of them closer than `least`: for each there are whole numbers
 * in all of them that agree with what is shown and by which it is at least `least` more or less than it is. Cells from
 * 1 to `least` − 1 are never shown; zeros always are.
 *
 * For each cell not shown the cheapest change of cells by which it grows by `least` while every sum stays is a linear
 * programme; the cells it changes are not shown either (Kelly, Golden and Assad, Cell suppression: disclosure
 * protection for sensitive tabular data, Networks 22, 1992; Hundepool et al., Statistical Disclosure Control, 2012,
 * §4.4). One in which every cell stays as it is or grows is always there, so all cells find theirs.
 */
export async function suppressCells({counts, equations}: System, least: number): Promise<Suppression> {
  const small = new Set(counts.flatMap((count, cell) => (count > 0 && count < least ? [cell] : [])))
  const hidden = new Set(small)
  if (small.size === 0) return {small, complementary: new Set()}
  const solver = await loadSolver()
  const filled = counts.flatMap((count, cell) => (count > 0 ? [cell] : []))
  const model = solver.createModel(changesOf(counts, filled, equations))
  try {
    model.options.set({output_flag: false, random_seed: 0, presolve: 'off'})
    const places = new Map(filled.map((cell, place) => [cell, place]))
    const safe = new Set<number>()
    const waiting = [...small].sort((a, b) => counts[b]! - counts[a]! || a - b)
    const free = (cell: number) => changeCost(model, places.get(cell)!, 0)
    for (const cell of hidden) free(cell)
    for (const cell of waiting) {
      if (safe.has(cell)) continue
      const change = cheapestChange(model, places.get(cell)!, counts[cell]!, least)
      for (const [place, by] of change.entries()) {
        if (by === 0) continue
        const changed = filled[place]!
        if (Math.abs(by) >= least) safe.add(changed)
        if (hidden.has(changed)) continue
        hidden.add(changed)
        waiting.push(changed)
        free(changed)
      }
    }
  } finally {
    model.dispose()
  }
  return {small, complementary: new Set([...hidden].filter(cell => !small.has(cell)))}
}

/** By how much each cell may grow and shrink while all sums stay: two variables a cell, one row an equation. */
function changesOf(counts: readonly number[], filled: readonly number[], equations: System['equations']) {
  const places = new Map(filled.map((cell, place) => [cell, place]))
  const columns = 2 * filled.length
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const {total, parts} of equations) {
    for (const [cell, sign] of [[total, -1] as const, ...parts.map(part => [part, 1] as const)]) {
      const place = places.get(cell)
      if (place === undefined) continue
      indices.push(2 * place, 2 * place + 1)
      values.push(sign, -sign)
    }
    starts.push(indices.length)
  }
  return {
    numCols: columns,
    numRows: equations.length,
    colCost: Float64Array.from({length: columns}, (_, column) => costOf(counts[filled[column >> 1]!]!)),
    colLower: new Float64Array(columns),
    // What is not shown is at least one, and nobody knows how large.
    colUpper: Float64Array.from({length: columns}, (_, column) =>
      column % 2 === 0 ? Number.POSITIVE_INFINITY : counts[filled[column >> 1]!]! - 1,
    ),
    rowLower: new Float64Array(equations.length),
    rowUpper: new Float64Array(equations.length),
    matrix: {
      format: 'csr' as const,
      numRows: equations.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}

/** Small numbers are missed less than large ones, and totals are large. */
const costOf = (count: number) => 1 + Math.log2(count)

function changeCost(model: Model, place: number, cost: number): void {
  model.changeColCost(2 * place, cost)
  model.changeColCost(2 * place + 1, cost)
}

/** The change, by place, with which a cell grows by `least` at the least cost; whole numbers. */
function cheapestChange(model: Model, place: number, count: number, least: number): number[] {
  model.changeColBounds(2 * place, least, least)
  model.changeColBounds(2 * place + 1, 0, 0)
  let change = solved(model)
  if (!change.every(Number.isInteger)) {
    // Where three dimensions meet, the cheapest change may be one of halves: whole ones are asked for.
    const columns = 2 * change.length
    model.changeColsIntegrality({kind: 'range', from: 0, to: columns - 1}, new Int32Array(columns).fill(1))
    change = solved(model)
    model.clearIntegrality()
  }
  model.changeColBounds(2 * place, 0, Number.POSITIVE_INFINITY)
  model.changeColBounds(2 * place + 1, 0, count - 1)
  return change
}

const optimal = 7

function solved(model: Model): number[] {
  model.run()
  const status = model.getModelStatus()
  if (Number(status) !== optimal)
    throw new Error(`No change of the counts was found (HiGHS status ${status}).`)
  const {colValue} = model.getSolution()
  return Array.from({length: colValue.length / 2}, (_, place) => {
    const by = colValue[2 * place]! - colValue[2 * place + 1]!
    const whole = Math.round(by)
    return Math.abs(by - whole) < 1e-6 ? whole : by
  })
}
