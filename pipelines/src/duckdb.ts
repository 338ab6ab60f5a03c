import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'

/** A text as an SQL string literal. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A name as an SQL identifier. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A name as the database compares it: Latin letters whatever their case, all others as they are. */
export const foldedName = (name: string) => name.replace(/[A-Z]/g, letter => letter.toLowerCase())

/** Names of columns that come together in one table: of those that are one name to the database, the first. */
export function distinctNames(names: readonly string[]): string[] {
  const spellings = new Map<string, string>()
  for (const name of names) if (!spellings.has(foldedName(name))) spellings.set(foldedName(name), name)
  return [...spellings.values()]
}

/**
 * Whether a value is one of several texts. The database makes a join of an `in` with more than four of them, and rows leave
 * a join in any order.
 */
export const isOneOf = (value: string, texts: readonly string[]) =>
  `list_contains([${texts.map(literal).join(', ')}], ${value})`

/** Rows of a query as plain objects; counts and other 64-bit integers as numbers. */
export async function rowsOf<R = Record<string, unknown>>(duck: DuckDBConnection, sql: string): Promise<R[]> {
  const reader = await duck.runAndReadAll(sql)
  return reader.getRowObjectsJS().map(row => {
    for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = Number(value)
    return row as R
  })
}

/**
 * Opens a DuckDB in memory, hands it over and closes it. Never reaches for the network; clocks are UTC. An aborted
 * signal interrupts the query that runs.
 */
export async function withDuckDB<T>(
  spill: string,
  signal: AbortSignal,
  use: (duck: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: spill,
    // With a gigabyte, writing a gigabyte of CSV waits for room.
    memory_limit: '1500MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const duck = await instance.connect()
  const interrupt = () => duck.interrupt()
  signal.addEventListener('abort', interrupt)
  try {
    await duck.run(`set timezone = 'UTC'`)
    return await use(duck)
  } finally {
    signal.removeEventListener('abort', interrupt)
    duck.closeSync()
    instance.closeSync()
  }
}
