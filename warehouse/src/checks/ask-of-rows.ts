import type {Check} from '@hromada/datasets'
import {placesShown} from '@hromada/pipelines'
import {isRowCheck, rowQuestion} from '../engines/duckdb/row-rule-sql.ts'
import type {Warehouse} from '../warehouse.ts'
import type {Counted, Subject} from './rule-result.ts'

/** Asks the rules about single rows, all in one pass over the table; what several of them ask is computed once. */
export async function askOfRows(subject: Subject, warehouse: Warehouse): Promise<Map<Check, Counted>> {
  const questions = subject.dataset.checks
    .filter(isRowCheck)
    .map(rule => ({rule, ...rowQuestion(rule, subject)}))
  if (questions.length === 0) return new Map()
  const columns = new Map<string, string>()
  const columnOf = (condition: string) => {
    const name = columns.get(condition) ?? `_c${columns.size}`
    columns.set(condition, name)
    return name
  }
  const counts = questions.flatMap(({asked, isAtFault}, index) => [
    `count(*) filter (where ${columnOf(asked)}) as a${index}`,
    `count(*) filter (where ${columnOf(isAtFault)}) as f${index}`,
    `min(_row, ${placesShown}) filter (where ${columnOf(isAtFault)}) as r${index}`,
  ])
  const computed = [...columns].map(([condition, name]) => `${condition} as ${name}`).join(', ')
  const [found = {}] = await warehouse.rows<Record<string, unknown>>(
    `select ${counts.join(', ')} from (select _row, ${computed} from ${subject.table})`,
  )
  return new Map(
    questions.map(({rule}, index) => [
      rule,
      {
        asked: Number(found[`a${index}`]),
        faults: Number(found[`f${index}`]),
        first: ((found[`r${index}`] as unknown[] | null) ?? []).map(Number),
      },
    ]),
  )
}
