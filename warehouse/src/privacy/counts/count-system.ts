import type {Counts} from './counts.ts'

/** A row of a table of counts: its columns as texts, by name, and its counts; null where it has none. */
export type CountRow = {table: string; key: Record<string, string>; counts: Record<string, number | null>}

/** One published number. */
export type Cell = {row: CountRow; measure: string; count: number}

/** Numbers that are published, and how they add up: in each equation the cells `parts` make the cell `total`. */
export type CountSystem = {cells: Cell[]; equations: {total: number; parts: number[]}[]}

/** A table of counts with its rows of one city. */
export type CountTable = {name: string; counts: Counts; rows: CountRow[]}

/**
 * Every way in which the published counts of a city add up: along each dimension, measures into measures, rows of a
 * table into those of another that holds their totals.
 * @throws Error where they do not add up, for then nothing can be said of what they give away
 */
export function countSystem(tables: readonly CountTable[]): CountSystem {
  const cells: Cell[] = []
  const places = new Map<CountRow, Map<string, number>>()
  for (const {rows, counts} of tables)
    for (const row of rows) {
      const own = new Map<string, number>()
      for (const measure of counts.measures) {
        const count = row.counts[measure]
        if (count === null || count === undefined) continue
        if (!Number.isSafeInteger(count) || count < 0)
          throw new Error(`${describe(row)}: ${measure} is ${count}, and a count is a whole number from 0`)
        own.set(measure, cells.push({row, measure, count}) - 1)
      }
      places.set(row, own)
    }
  const equations: CountSystem['equations'] = []
  const add = (total: number | undefined, parts: (number | undefined)[]) => {
    const known = parts.filter(part => part !== undefined)
    if (total === undefined || known.length === 0) return
    const sum = known.reduce((all, part) => all + cells[part]!.count, 0)
    if (sum !== cells[total]!.count) {
      const {row, measure, count} = cells[total]!
      throw new Error(`${describe(row)}: ${measure} is ${count}, and its parts make ${sum}`)
    }
    equations.push({total, parts: known})
  }
  const at = (row: CountRow, measure: string) => places.get(row)!.get(measure)

  for (const table of tables) {
    const {measures, sums = {}} = table.counts
    for (const {total, parts} of rowSums(table))
      for (const measure of measures)
        add(
          at(total, measure),
          parts.map(part => at(part, measure)),
        )
    for (const row of table.rows)
      for (const [total, parts] of Object.entries(sums))
        add(
          at(row, total),
          parts!.map(part => at(row, part)),
        )
    const finer = tables.find(({name}) => name === table.counts.totalsOf)
    if (finer)
      for (const {total, parts} of totalsIn(table, finer))
        for (const measure of measures.filter(one => finer.counts.measures.includes(one)))
          add(
            at(total, measure),
            parts.map(part => at(part, measure)),
          )
  }
  return {cells, equations}
}

type RowSum = {total: CountRow; parts: CountRow[]}

/** Rows of a table that are others added up: one step down each dimension, all else being equal. */
function rowSums({counts: {dimensions, all = ''}, rows}: CountTable): RowSum[] {
  const byKey = new Map(rows.map(row => [keyOf(dimensions.flat(), row), row]))
  return dimensions.flatMap(levels => {
    const parts = new Map<string, CountRow[]>()
    for (const row of rows) {
      const narrowest = levels.findLast(column => row.key[column] !== all)
      if (narrowest === undefined) continue
      // Its total has "all" there, and what was wider stays.
      const total = keyOf(dimensions.flat(), {key: {...row.key, [narrowest]: all}})
      parts.set(total, [...(parts.get(total) ?? []), row])
    }
    return [...parts].flatMap(([key, summed]) => {
      const total = byKey.get(key)
      return total ? [{total, parts: summed}] : []
    })
  })
}

/** Rows of a table that are totals of another's: where the columns that both have are equal and the rest is together. */
function totalsIn({counts, rows}: CountTable, finer: CountTable): RowSum[] {
  const all = finer.counts.all ?? ''
  const columns = finer.counts.dimensions.flat()
  const shared = counts.dimensions.flat()
  const wholes = new Map<string, CountRow>()
  const leaves = new Map<string, CountRow[]>()
  for (const row of finer.rows) {
    const key = keyOf(shared, row)
    const rest = columns.filter(column => !shared.includes(column))
    if (rest.every(column => row.key[column] === all)) wholes.set(key, row)
    if (columns.every(column => row.key[column] !== all)) leaves.set(key, [...(leaves.get(key) ?? []), row])
  }
  return rows.flatMap(total => {
    const key = keyOf(shared, total)
    const whole = wholes.get(key)
    const parts = whole ? [whole] : (leaves.get(key) ?? [])
    return parts.length > 0 ? [{total, parts}] : []
  })
}

const keyOf = (columns: readonly string[], {key}: Pick<CountRow, 'key'>) =>
  JSON.stringify(columns.map(column => key[column]))

const describe = ({table, key}: CountRow) =>
  `${table} (${Object.entries(key)
    .map(([name, value]) => `${name} "${value}"`)
    .join(', ')})`
