import type {Check} from '@hromada/datasets'
import {identifier, placesShown} from '@hromada/pipelines'
import {isRowCheck, rowQuestion} from '../engines/duckdb/row-rule-sql.ts'
import type {Warehouse} from '../warehouse.ts'
import type {Answer, Subject} from './rule-result.ts'

/**
 * Asks the rules about single rows, all in one pass over the table. Records at fault are found again in what has landed,
 * and only where there are any: places count records of the file, also those of which a later one was kept.
 */
export async function askOfRows(subject: Subject, warehouse: Warehouse): Promise<Map<Check, Answer>> {
  const questions = subject.dataset.checks
    .filter(isRowCheck)
    .map(rule => ({rule, ...rowQuestion(rule, subject)}))
  if (questions.length === 0) return new Map()
  const counts = questions.flatMap(({asked, isAtFault}, index) => [
    `count(*) filter (where ${asked}) as a${index}`,
    `count(*) filter (where ${isAtFault}) as f${index}`,
  ])
  const [counted = {}] = await warehouse.rows<Record<string, number>>(
    `select ${counts.join(', ')} from ${subject.table}`,
  )
  const answers = questions.map(({rule, isAtFault}, index) => ({
    rule,
    isAtFault,
    answer: {
      asked: counted[`a${index}`]!,
      faults: counted[`f${index}`]!,
      rows: [] as number[],
      example: null as string | null,
    },
  }))

  const atFault = answers.filter(({answer}) => answer.faults > 0)
  if (atFault.length > 0 && subject.typed) {
    const places = atFault.flatMap(({rule, isAtFault}, index) => [
      `min(_record, ${placesShown}) filter (where ${isAtFault}) as r${index}`,
      `arg_min(${identifier(`raw:${rule.column}`)}, _record) filter (where ${isAtFault}) as e${index}`,
    ])
    const [found = {}] = await warehouse.rows<Record<string, unknown>>(
      `select ${places.join(', ')} from ${subject.typed}`,
    )
    for (const [index, {answer}] of atFault.entries()) {
      const records = (found[`r${index}`] as unknown[] | null) ?? []
      answer.rows = records.map(Number).slice(0, answer.faults)
      answer.example = (found[`e${index}`] as string | null) ?? null
    }
  }
  return new Map(answers.map(({rule, answer}) => [rule, answer]))
}
