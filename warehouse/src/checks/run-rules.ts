import {columnsOf} from '@hromada/datasets'
import {literal} from '@hromada/pipelines'
import type {Warehouse} from '../warehouse.ts'
import {askOfAll, type WholeCheck} from './ask-of-all.ts'
import {askOfRows} from './ask-of-rows.ts'
import type {OwnRule} from './define-rule.ts'
import {describeRule} from './describe-rule.ts'
import {allowedOf, type RuleResult, type Subject} from './rule-result.ts'

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
  const results: RuleResult[] = []
  const ofRows = await askOfRows(subject, warehouse)
  for (const rule of dataset.checks) {
    const answer = ofRows.get(rule) ?? (await askOfAll(rule as WholeCheck, subject, tableOf, warehouse))
    results.push({
      rule: rule.id,
      column: columnsOf(rule).join(', ') || null,
      severity: rule.severity,
      ...describeRule(rule, dataset),
      allowed: allowedOf(rule.allow, answer.asked),
      ...answer,
    })
  }
  for (const {name, column, severity, holds, broken, allow, sql} of own) {
    const [{faults} = {faults: 0}] = await warehouse.rows<{faults: number}>(
      `select count(*) as faults from (${sql}) where city = ${literal(city.id)}`,
    )
    const asked = subject.rows
    results.push({
      rule: name,
      column,
      severity,
      holds,
      broken,
      allowed: allowedOf(allow, asked),
      asked,
      faults,
      rows: [],
      example: null,
    })
  }
  return results
}
