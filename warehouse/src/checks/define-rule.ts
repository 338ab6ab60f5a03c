import type {Check, Text} from '@hromada/datasets'
import type {Kysely} from 'kysely'
import {compilerFor, sqlOf} from '../engines/compile.ts'
import {DuckDBQueryCompiler} from '../engines/duckdb/query-compiler.ts'
import type {AnyQuery, Model} from '../model.ts'

/** A rule about a dataset that is asked in SQL of its own. */
export type OwnRule = Pick<Check, 'severity' | 'allow'> & {
  name: string
  /** Id of the dataset. */
  dataset: string
  /** The staged tables that it reads, the dataset's own first. */
  inputs: Model[]
  /** What holds where nothing is found, and what is wrong where something is. */
  holds: Text
  broken: Text
  /** Column that the findings are about; null where it is whole rows. */
  column: string | null
  query: AnyQuery
  /** The query in DuckDB's SQL: a row of it is a row at fault, and knows its city. */
  sql: string
}

type Tables<Inputs extends readonly Model[]> = {
  [M in Inputs[number] as M['name']]: NonNullable<M['row']>
}

const compiler = compilerFor(() => new DuckDBQueryCompiler())

/**
 * A rule that no kind in `datasets/src/check.ts` can say: a typed query over staged tables whose every row is a fault. It
 * must select `city`. Its file bears its name.
 */
export function defineRule<const Inputs extends readonly [Model, ...Model[]]>({
  severity = 'warn',
  allow = {rows: 0},
  ...spec
}: {
  name: string
  inputs: Inputs
  holds: Text
  broken: Text
  column?: string
  severity?: Check['severity']
  allow?: Check['allow']
  faults: (db: Kysely<Tables<Inputs>>) => AnyQuery
}): OwnRule {
  const {dataset} = spec.inputs[0]
  if (!dataset)
    throw new Error(`${spec.name}: the first input must be staging(…) of the dataset it is about.`)
  const query = spec.faults(compiler)
  return {
    name: spec.name,
    dataset: dataset.id,
    inputs: [...spec.inputs],
    holds: spec.holds,
    broken: spec.broken,
    column: spec.column ?? null,
    severity,
    allow,
    query,
    sql: sqlOf(query, compiler),
  }
}
