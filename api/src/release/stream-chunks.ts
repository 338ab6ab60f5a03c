import type {DuckDBDataChunk, DuckDBInstance} from '@duckdb/node-api'
import type {Statement} from '../sql/select-rows.ts'

/** A statement's values and their types, as the database takes them. */
export const bindings = ({parameters}: Statement) => ({
  values: parameters.map(parameter => parameter.value),
  types: parameters.map(parameter => parameter.type),
})

/**
 * The chunks of a query's result, as fast as they are taken. The database ends a stream that fails half-way
 * as if it were complete, so the rows are counted: throws unless `expectedRows` came.
 */
export async function* streamChunks(
  instance: DuckDBInstance,
  statement: Statement,
  expectedRows: number,
): AsyncGenerator<DuckDBDataChunk> {
  const connection = await instance.connect()
  let isOver = false
  try {
    const {values, types} = bindings(statement)
    const result = await connection.stream(statement.sql, values, types)
    let rows = 0
    for (;;) {
      const chunk = await result.fetchChunk()
      if (!chunk || chunk.rowCount === 0) break
      rows += chunk.rowCount
      yield chunk
    }
    isOver = true
    if (rows !== expectedRows)
      throw new Error(`A stream of ${expectedRows} rows ended after ${rows}. SQL: ${statement.sql}`)
  } finally {
    if (!isOver) connection.interrupt()
    connection.closeSync()
  }
}
