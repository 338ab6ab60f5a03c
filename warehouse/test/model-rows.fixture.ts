import {defineCity} from '@hromada/datasets'
import {identifier, literal} from '@hromada/pipelines'
import type {Model} from '../src/model.ts'
import {builtCity} from './city.fixture.ts'

/** A row as a test writes it: dates and instants as ISO texts, money as a text or a number. */
export type GivenRow = Record<string, string | number | boolean | null>

const nowhere = defineCity({
  id: 'nowhere',
  name: {uk: 'Ніде', en: 'Nowhere'},
  nameOf: {uk: 'Ніде', en: 'Nowhere'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [30, 50, 31, 51],
  feeds: [],
})

/**
 * What a model makes of these rows of its inputs, by their tables, and of no others: three rows in, two rows out. A
 * column that is left out is empty. The answer's rows come as the model orders them.
 * @param through models between, in their order: their tables are made of the given rows as the model's is
 * @throws Error for a table that no model here reads or a column that it has not
 */
export async function modelRows(
  model: Model,
  given: Record<string, GivenRow[]>,
  through: Model[] = [],
): Promise<Record<string, unknown>[]> {
  const made = new Set(through.map(({name}) => name))
  const inputs = new Map(
    [...through, model]
      .flatMap(one => one.inputs)
      .flatMap(one => (made.has(one.name) ? [] : [[one.name, one] as const])),
  )
  const other = Object.keys(given).find(name => !inputs.has(name))
  if (other)
    throw new Error(`${model.name} does not read ${other}; it reads ${[...inputs.keys()].join(', ')}.`)
  const {warehouse} = await builtCity([nowhere], null, {models: [...through, model]})
  const drop = ({name, materialise}: Model) =>
    `drop ${materialise.as === 'view' ? 'view' : 'table'} ${identifier(name)}`
  try {
    for (const [name, input] of inputs) {
      const table = identifier(name)
      await warehouse.run(
        // An input that is a view is a table here.
        `create table _given as select * from ${table} limit 0`,
        drop(input),
        `alter table _given rename to ${table}`,
        ...alike(given[name] ?? []).map(
          rows => `insert into ${table} ${columnsOf(rows[0]!)} values ${rows.map(valuesOf).join(', ')}`,
        ),
      )
    }
    for (const one of through)
      await warehouse.run(drop(one), `create table ${identifier(one.name)} as ${one.sql}`)
    return await warehouse.rows(model.sql)
  } finally {
    await warehouse.close()
  }
}

/** Rows by their columns: those of one kind go in by one statement. */
const alike = (rows: GivenRow[]): GivenRow[][] =>
  Object.values(Object.groupBy(rows, row => Object.keys(row).join(' '))).map(group => group!)

const columnsOf = (row: GivenRow) => `(${Object.keys(row).map(identifier).join(', ')})`
const valuesOf = (row: GivenRow) =>
  `(${Object.values(row)
    .map(value => (typeof value === 'string' ? literal(value) : String(value)))
    .join(', ')})`
