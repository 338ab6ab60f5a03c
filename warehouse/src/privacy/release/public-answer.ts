import type {Model} from '../../model.ts'
import type {Warehouse} from '../../warehouse.ts'
import type {Flows} from '../flows/flow.ts'
import type {WarehouseFlows} from '../flows/model-flows.ts'
import type {ColumnPolicies} from '../policy/column-policies.ts'

/** Asks the database which tables there are, and nothing of what is in them. */
const namesOfTables = /^\s*select\s+table_name\s+from\s+information_schema\.tables\s*$/i

/**
 * Answers queries over the warehouse for files of a release that are no tables, such as tiles. A query is followed as
 * a model's is, and refused where its answer would hold what is not public, or texts and counts that are looked through
 * on their way into a table: such files have no such way.
 */
export function publicAnswer(
  flows: WarehouseFlows,
  policies: ColumnPolicies,
  published: readonly Model[],
  warehouse: Warehouse,
): (sql: string) => Promise<Record<string, unknown>[]> {
  const counted = new Set(published.flatMap(({name, counts}) => (counts ? [name] : [])))
  return async sql => {
    if (namesOfTables.test(sql)) return warehouse.rows(sql)
    const {columns, rows, order} = await flows.ofQuery(sql).catch((error: Error) => {
      throw new Error(
        `What a file of the release asks for cannot be followed: ${error.message}. It asked: ${sql}`,
      )
    })
    const shown: [string, Flows][] = [...columns, ['its order', order]]
    for (const [column, of] of shown)
      for (const [origin, {path}] of of) {
        const policy = policies.of(origin)
        const isOpen = policy === 'public' || policy === 'public_by_law'
        const why = !isOpen
          ? `which is ${policy}`
          : policies.column(origin)?.freeText
            ? 'which people write'
            : path.some(step => counted.has(step.slice(0, step.indexOf('.'))))
              ? 'which is counted'
              : null
        if (why)
          throw new Error(
            `A file of the release asks for ${origin}, ${why}, in ${column} (${path.join(' ← ')}). Only tables show it.`,
          )
      }
    for (const [origin, {way, path}] of rows)
      if (policies.of(origin) === 'aggregate_only' && (way === 'value' || way === 'joined'))
        throw new Error(
          `A file of the release has rows by ${origin}, which may only be counted (${path.join(' ← ')}).`,
        )
    return warehouse.rows(sql)
  }
}
