import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  type QueryCompiler,
  type SelectQueryBuilder,
} from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: it compiles queries over any tables and runs none
type Compiler = Kysely<any>
// biome-ignore lint/suspicious/noExplicitAny: a query over whatever tables, which only `any` stands for in Kysely's types
type AnyQuery = SelectQueryBuilder<any, any, any>

/** Makes and compiles queries for an engine, without one. */
export const compilerFor = (createQueryCompiler: () => QueryCompiler): Compiler =>
  new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler,
    },
  })

/** A query as an engine's SQL with its values in place: what a table is made from, and what people are shown. */
export const sqlOf = (query: AnyQuery, compiler: Compiler): string =>
  compiler.schema
    .createView('v')
    .as(query)
    .compile()
    .sql.replace(/^create view "v" as /, '')
