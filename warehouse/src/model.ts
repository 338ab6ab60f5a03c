import {createHash} from 'node:crypto'
import type {City, Dataset, RowOf, Text, Validity} from '@hromada/datasets'
import type {Kysely, SelectQueryBuilder} from 'kysely'
import {compilerFor, sqlOf} from './engines/compile.ts'
import {DuckDBQueryCompiler} from './engines/duckdb/query-compiler.ts'
import {type ColumnLineage, columnLineage} from './lineage/column-lineage.ts'
import type {Counts} from './privacy/counts/counts.ts'
import type {Exception} from './privacy/policy/exception.ts'

/** What a reader must know of a column: its meaning and unit. */
export type ColumnNote = Text & {unit?: string}

/** Where a row is: a point from two columns, or a column of GeoJSON texts. */
/** Where a row is: two columns of degrees, a column of GeoJSON text, or one of cells of the H3 grid. */
export type Place =
  | {kind: 'point'; lon: string; lat: string}
  | {kind: 'geometry'; column: string}
  | {kind: 'h3'; column: string}

/** A question whose every answer row is a fault. `block` keeps the last release; `warn` is shown. */
export type Audit = {name: string; describe: Text; severity: 'block' | 'warn'; sql: string}

/** A change of a published column that readers were told of: it may be gone, or another, from this day on. */
export type Notice = Text & {
  /** ISO date. */
  on: string
  column: string
}

/** Share of its rows that a published table may lose from one release to the next without a reason given. */
const usualLargestDrop = 0.2

/**
 * How a model's rows are kept. `table`: made anew when something it reads has changed. `view`: not kept, asked anew each
 * time. `partitions`: a table whose rows with one value of column `by` come from the rows of the input `of` with that
 * value and no others, so that only parts whose input has changed are made anew.
 */
export type Materialise = {as: 'table'} | {as: 'view'} | {as: 'partitions'; by: string; of: string}

/** A table of the warehouse whose rows are `Row`. */
export type Model<Name extends string = string, Row = unknown> = {
  name: Name
  kind: 'seed' | 'staging' | 'model'
  title: Text
  describe: Text
  grain: string[]
  inputs: Model[]
  publish: boolean
  columns: Record<string, ColumnNote>
  place: Place | null
  audits: Audit[]
  notices: Notice[]
  largestDrop: number
  materialise: Materialise
  /** What it counts of persons or households; null: neither. */
  counts: Counts | null
  /** By column: private columns that are published in it all the same, and why. */
  releases: Record<string, Exception>
  /** Words by which it is chosen together with others: `tag:budget`. */
  tags: string[]
  /** Of a model's columns: those of its inputs that they come from. */
  lineage: ColumnLineage
  /** The query as a tree; null for seeds and staging. */
  query: AnyQuery | null
  /** The query that makes it, in DuckDB's SQL. Empty for seeds and staging, whose rows come from profiles and landed files. */
  sql: string
  dataset?: Dataset
  /** Rows of a seed. */
  rows?: (cities: City[]) => Record<string, SeedValue>[]
  types?: Record<string, string>
  /** Carries the row type only; never read. */
  row?: Row
}

/** A row of a model's table. */
export type RowIn<M extends Model> = NonNullable<M['row']>

type Tables<Inputs extends readonly Model[]> = {
  [M in Inputs[number] as M['name']]: RowIn<M>
}

const compiler = compilerFor(() => new DuckDBQueryCompiler())
const compiledSql = (query: AnyQuery) => sqlOf(query, compiler)

// biome-ignore lint/suspicious/noExplicitAny: a query over whatever tables, which only `any` stands for in Kysely's types
export type AnyQuery = SelectQueryBuilder<any, any, any>
type Result<Query> = Query extends {execute(): Promise<(infer Row)[]>} ? Row : never

type AuditSpec<Inputs extends readonly Model[], Name extends string, Row> = {
  describe: Text
  severity?: 'block' | 'warn'
  /** Rows that are at fault. */
  faults: (db: Kysely<Tables<Inputs> & Record<Name, Row>>) => AnyQuery
}

/**
 * A model: the models it reads, what one row is, and the query. `ref()` is `import`: the query is typed by exactly
 * the models listed in `inputs`. Its file bears its name.
 */
export function defineModel<
  const Name extends string,
  const Inputs extends readonly Model[],
  Query extends AnyQuery,
>(spec: {
  name: Name
  title: Text
  describe: Text
  inputs: Inputs
  query: (db: Kysely<Tables<Inputs>>) => Query
  grain: (keyof Result<NoInfer<Query>> & string)[]
  publish?: boolean
  /** Notes on columns that do not come unchanged from an input, where they are already described. */
  columns?: Partial<Record<keyof Result<NoInfer<Query>> & string, ColumnNote>>
  place?: Place
  audits?: Record<string, AuditSpec<Inputs, Name, Result<NoInfer<Query>>>>
  notices?: Notice[]
  largestDrop?: number
  tags?: string[]
  /** Where it counts persons or households: how, so that small numbers are not shown. */
  counts?: Counts<keyof Result<NoInfer<Query>> & string>
  /** Private columns that are published all the same, by the column that holds them; told in the privacy report. */
  releases?: Partial<Record<keyof Result<NoInfer<Query>> & string, Exception>>
  materialise?:
    | {as: 'table'}
    | {as: 'view'}
    | {as: 'partitions'; by: keyof Result<NoInfer<Query>> & string; of: Inputs[number]['name']}
}): Model<Name, Result<Query>> {
  const {name, title, describe, grain, publish = false, place = null} = spec
  const query = spec.query(compiler)
  const audits = Object.entries(spec.audits ?? {}).map(([auditName, audit]) => ({
    name: auditName,
    describe: audit.describe,
    severity: audit.severity ?? 'block',
    sql: compiledSql(audit.faults(compiler)),
  }))
  return {
    name,
    kind: 'model',
    title,
    describe,
    grain,
    inputs: [...spec.inputs],
    publish,
    columns: {...inherited(spec.inputs), ...(spec.columns as Record<string, ColumnNote>)},
    place,
    audits,
    notices: spec.notices ?? [],
    largestDrop: spec.largestDrop ?? usualLargestDrop,
    materialise: spec.materialise ?? {as: 'table'},
    tags: spec.tags ?? [],
    counts: (spec.counts as Counts | undefined) ?? null,
    releases: (spec.releases as Record<string, Exception> | undefined) ?? {},
    lineage: columnLineage(
      query.toOperationNode(),
      new Map(spec.inputs.map(one => [one.name, columnsOf(one)])),
    ),
    query,
    sql: compiledSql(query),
  }
}

/** The typed table of a dataset: derived from its declaration, never written by hand. */
export function staging<const Id extends string, D extends Dataset>(
  dataset: D & {id: Id},
): Model<`stg_${Snake<Id>}`, RowOf<D>> {
  return {
    name: stagingName(dataset.id) as `stg_${Snake<Id>}`,
    kind: 'staging',
    title: dataset.title,
    describe: dataset.describe,
    grain: stagingGrain(dataset),
    inputs: [],
    publish: false,
    columns: {
      city: cityNote,
      ...Object.fromEntries(
        Object.entries((dataset as Dataset).columns).map(([name, {describe, unit}]) => [
          name,
          {...describe, ...(unit === undefined ? {} : {unit})},
        ]),
      ),
      ...(dataset.load.mode === 'snapshot' ? validityNotes : {}),
    },
    place: null,
    audits: [],
    notices: [],
    largestDrop: usualLargestDrop,
    materialise: {as: 'table'},
    tags: [],
    counts: null,
    releases: {},
    lineage: noLineage,
    query: null,
    sql: '',
    dataset,
  }
}

/** What one row of a dataset's staging table is; empty where nothing tells its rows apart. */
export const stagingGrain = ({key, load}: Dataset): string[] =>
  key.length === 0 ? [] : ['city', ...key, ...(load.mode === 'snapshot' ? ['valid_from'] : [])]

/** Columns that a table of snapshots has besides the dataset's own. */
const validityNotes: Record<keyof Validity, ColumnNote> = {
  valid_from: {
    uk: 'Від якого часу рядок такий: коли отримано файл, у якому він уперше такий',
    en: 'Since when the row is so: when the file was fetched in which it first was',
  },
  valid_to: {
    uk: 'До якого часу рядок був такий; порожньо, якщо він такий і досі',
    en: 'Until when the row was so; empty if it still is',
  },
  is_current: {uk: 'Чи рядок такий і досі', en: 'Is the row still so'},
}

type SeedValue = string | number | boolean | null
const seedTypes = {
  text: 'varchar',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamptz',
} as const
type SeedColumn = ColumnNote & {type: keyof typeof seedTypes; nullable?: boolean}
type SeedRow<C extends Record<string, SeedColumn>> = {
  [K in keyof C]:
    | (C[K]['type'] extends 'text' | 'date' | 'timestamp'
        ? string
        : C[K]['type'] extends 'boolean'
          ? boolean
          : number)
    | (C[K]['nullable'] extends true ? null : never)
}

/** A table whose rows are known without a source: the cities' profiles, a code list. */
export function defineSeed<const Name extends string, const C extends Record<string, SeedColumn>>(spec: {
  name: Name
  title: Text
  describe: Text
  grain: (keyof C & string)[]
  columns: C
  rows: (cities: City[]) => SeedRow<C>[]
  publish?: boolean
  place?: Place
  largestDrop?: number
}): Model<Name, SeedRow<C>> {
  const notes = Object.entries(spec.columns).map(([name, {uk, en, unit}]) => [
    name,
    {uk, en, ...(unit === undefined ? {} : {unit})},
  ])
  return {
    ...spec,
    kind: 'seed',
    inputs: [],
    publish: spec.publish ?? false,
    place: spec.place ?? null,
    audits: [],
    notices: [],
    largestDrop: spec.largestDrop ?? usualLargestDrop,
    materialise: {as: 'table'},
    tags: [],
    counts: null,
    releases: {},
    lineage: noLineage,
    query: null,
    sql: '',
    columns: Object.fromEntries(notes),
    types: Object.fromEntries(Object.entries(spec.columns).map(([name, {type}]) => [name, seedTypes[type]])),
  }
}

type Snake<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : S

const stagingName = (datasetId: string) => `stg_${datasetId.replaceAll('-', '_')}`

/** Names of a table's columns. */
const columnsOf = ({kind, columns, lineage}: Model): string[] =>
  Object.keys(kind === 'model' ? lineage.columns : columns)

const noLineage: ColumnLineage = {columns: {}, rows: []}

/** Every table has it, so it is described once. */
const cityNote: ColumnNote = {uk: 'Місто', en: 'City'}

const inherited = (inputs: readonly Model[]): Record<string, ColumnNote> =>
  Object.assign({city: cityNote}, ...[...inputs].reverse().map(({columns}) => columns))

/** Short hash of a text: fingerprints of SQL and inputs. */
export const fingerprintOf = (...parts: string[]) =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16)
