import {identifier, literal} from '@hromada/pipelines'
import type {Model} from '../../model.ts'
import type {Warehouse} from '../../warehouse.ts'
import {type CountRow, type CountTable, countSystem} from './count-system.ts'
import {leastCountOf} from './least-count.ts'
import {suppressCells} from './suppress-cells.ts'

/** What is not shown of one city's table, in numbers. */
export type HiddenCounts = {table: string; city: string; column: string; small: number; complementary: number}

/** Cells that one city's tables of a family may have; more take too long to be protected, and nobody reads them. */
const mostCells = 200_000

/**
 * Works out what is not shown of tables that count the same people, city by city, and keeps it beside each of them:
 * `_hidden_<table>` has the columns of the grain and of each measure whether it is hidden.
 * @throws Error where counts do not add up as their models say
 */
export async function hideCounts(family: readonly Model[], warehouse: Warehouse): Promise<HiddenCounts[]> {
  const least = Math.max(...family.map(leastCountOf))
  const hidden: HiddenCounts[] = []
  for (const model of family)
    await warehouse.run(`create or replace table ${hiddenTable(model)} as ${emptySql(model)}`)
  for (const city of await citiesIn(family, warehouse)) {
    const tables: CountTable[] = []
    for (const model of family)
      tables.push({name: model.name, counts: model.counts!, rows: await countRows(model, city, warehouse)})
    const system = countSystem(tables)
    if (system.cells.length > mostCells)
      throw new Error(
        `${city} has ${system.cells.length} counts of the same people; publish fewer than ${mostCells}`,
      )
    const {small, complementary} = await suppressCells(
      {counts: system.cells.map(({count}) => count), equations: system.equations},
      least,
    )
    const rows = new Map<CountRow, Set<string>>()
    for (const cell of [...small, ...complementary].sort((a, b) => a - b)) {
      const {row, measure} = system.cells[cell]!
      rows.set(row, (rows.get(row) ?? new Set()).add(measure))
    }
    for (const model of family) {
      await keepHidden(model, city, rows, warehouse)
      for (const column of model.counts!.measures) {
        const of = (cells: Set<number>) =>
          [...cells].filter(
            cell => system.cells[cell]!.row.table === model.name && system.cells[cell]!.measure === column,
          ).length
        const found = {small: of(small), complementary: of(complementary)}
        if (found.small + found.complementary > 0) hidden.push({table: model.name, city, column, ...found})
      }
    }
  }
  return hidden
}

export const hiddenTable = ({name}: Model) => identifier(`_hidden_${name}`)

const emptySql = ({name, grain, counts}: Model) =>
  `select ${[...grain.map(identifier), ...counts!.measures.map(measure => `false as ${identifier(measure)}`)].join(', ')} ` +
  `from ${identifier(name)} where false`

async function citiesIn(family: readonly Model[], warehouse: Warehouse): Promise<string[]> {
  const every = family.map(({name}) => `select city from ${identifier(name)}`).join(' union ')
  const rows = await warehouse.rows<{city: string}>(`select distinct city from (${every}) order by city`)
  return rows.map(({city}) => city)
}

async function countRows(
  {name, grain, counts}: Model,
  city: string,
  warehouse: Warehouse,
): Promise<CountRow[]> {
  const dimensions = counts!.dimensions.flat()
  const keys = dimensions.map((column, index) => `cast(${identifier(column)} as varchar) as k${index}`)
  const measures = counts!.measures.map((column, index) => `${identifier(column)} as m${index}`)
  const rows = await warehouse.rows<Record<string, string | number | null>>(
    `select ${[...keys, ...measures].join(', ')} from ${identifier(name)} where city = ${literal(city)} ` +
      `order by ${grain.map(identifier).join(', ')}`,
  )
  return rows.map(row => ({
    table: name,
    key: Object.fromEntries(dimensions.map((column, index) => [column, String(row[`k${index}`])])),
    counts: Object.fromEntries(
      counts!.measures.map((column, index) => {
        const count = row[`m${index}`]
        return [column, count === null || count === undefined ? null : Number(count)]
      }),
    ),
  }))
}

/** Rows that one statement brings. */
const batch = 1000

async function keepHidden(
  model: Model,
  city: string,
  rows: ReadonlyMap<CountRow, ReadonlySet<string>>,
  warehouse: Warehouse,
): Promise<void> {
  const own = [...rows].filter(([{table}]) => table === model.name)
  for (let from = 0; from < own.length; from += batch) {
    const values = own.slice(from, from + batch).map(([{key}, measures]) => {
      const keys = model.grain.map(column => literal(column === 'city' ? city : key[column]!))
      return `(${[...keys, ...model.counts!.measures.map(measure => String(measures.has(measure)))].join(', ')})`
    })
    await warehouse.run(`insert into ${hiddenTable(model)} values ${values.join(', ')}`)
  }
}
