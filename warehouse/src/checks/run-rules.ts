import {type Check, columnsOf} from '@hromada/datasets'
import {literal} from '@hromada/pipelines'
import type {Warehouse} from '../warehouse.ts'
import {askOfAll, type WholeCheck} from './ask-of-all.ts'
import {askOfRows} from './ask-of-rows.ts'
import {countFound, isFoundCheck} from './count-found.ts'
import type {OwnRule} from './define-rule.ts'
import {describeRule} from './describe-rule.ts'
import {findPlaces} from './find-places.ts'
import {type Answer, allowedOf, type Counted, type RuleResult, type Subject} from './rule-result.ts'

/**
 * Asks every rule of a dataset of one city's rows, in the order of the declaration, then those in SQL of their own.
 * @param tableOf a city's rows of another dataset, as what can stand after `from`; null where it has not landed
 */
export async function runRules(
  subject: Subject,
  own: OwnRule[],
  tableOf: (dataset: string) => string | null,
  warehouse: Warehouse,
): Promise<RuleResult[]> {
  const {dataset, city} = subject
  const counted = await askOfRows(subject, warehouse)
  const found = new Map<Check, Answer>()
  for (const rule of dataset.checks)
    if (isFoundCheck(rule)) found.set(rule, countFound(rule, subject))
    else if (!counted.has(rule))
      counted.set(rule, await askOfAll(rule as WholeCheck, subject, tableOf, warehouse))

  // Rows at fault are looked for in what has landed only where there are any, all at once.
  const first = [...new Set([...counted.values()].flatMap(one => one.first))]
  const quoted = [...counted].flatMap(([rule, one]) =>
    one.first.length > 0 ? columnsOf(rule).slice(0, 1) : [],
  )
  const places = await findPlaces(subject, first, [...new Set(quoted)], warehouse)
  const placed = (rule: Check, {first: rows, ...count}: Counted): Answer => {
    const at = rows.flatMap(row => places.get(row) ?? [])
    return {...count, rows: at.map(({record}) => record), example: at[0]?.texts[columnsOf(rule)[0]!] ?? null}
  }

  const results = dataset.checks.map((rule): RuleResult => {
    const answer = found.get(rule) ?? placed(rule, counted.get(rule)!)
    return {
      rule: rule.id,
      column: columnsOf(rule).join(', ') || null,
      severity: rule.severity,
      ...describeRule(rule, dataset),
      allowed: allowedOf(rule.allow, answer.asked),
      ...answer,
    }
  })
  for (const {name, column, severity, holds, broken, allow, sql} of own) {
    const [{faults} = {faults: 0}] = await warehouse.rows<{faults: number}>(
      `select count(*) as faults from (${sql}) where city = ${literal(city.id)}`,
    )
    const answer = {asked: subject.rows, faults, rows: [], example: null}
    const allowed = allowedOf(allow, answer.asked)
    results.push({rule: name, column, severity, holds, broken, allowed, ...answer})
  }
  return results
}
