import {identifier, literal} from '@hromada/pipelines'
import type {Model} from '../../model.ts'
import type {Warehouse} from '../../warehouse.ts'
import type {TextRuleName} from '../texts/rules.ts'
import type {TextColumn} from '../texts/text-columns.ts'
import {describeTextRule, type PrivacyEntry} from './privacy-entry.ts'

/** What the rules for every text need at the least: a sign of an address, or five digits near each other. */
const worthALook = String.raw`@|собака|\(at\)|\[at\]|[0-9](?:[^0-9]{0,3}[0-9]){4}`

/** Finds what the texts of a table must not tell: a line of the report for each city, column and rule. */
export async function scanTexts(
  model: Model,
  columns: readonly TextColumn[],
  hasCity: boolean,
  warehouse: Warehouse,
): Promise<PrivacyEntry[]> {
  if (columns.length === 0) return []
  const rows = await warehouse.rows<{place: number; city: string; rules: string; cells: number}>(
    `${columns.map((column, place) => scanSql(model, column, place, hasCity)).join(' union all ')} order by place, city, rules`,
  )
  const entries = new Map<string, PrivacyEntry>()
  for (const {place, city, rules, cells} of rows)
    for (const rule of rules.split(',') as TextRuleName[]) {
      const {column, handling, datasets, policy} = columns[place]!
      const action = handling === 'redact' ? 'redacted' : 'withheld'
      const key = JSON.stringify([place, city, rule])
      const before = entries.get(key)?.cells ?? 0
      entries.set(key, {
        city,
        dataset: datasets.join(', '),
        table: model.name,
        column,
        rule,
        policy,
        action,
        cells: before + cells,
        description: describeTextRule(rule, action),
      })
    }
  return [...entries.values()]
}

/** Most columns say the same things again and again: each is looked at once. */
function scanSql({name}: Model, {column, scrutiny}: TextColumn, place: number, hasCity: boolean): string {
  const cell = `cast(${identifier(column)} as varchar)`
  const isWorthIt =
    scrutiny === 'anywhere' ? `regexp_matches(cell, ${literal(worthALook)})` : 'cell is not null'
  const from = hasCity ? 'city' : `'' as city`
  return (
    `select ${place} as place, city, rules, sum(cells)::bigint as cells from (` +
    // Kept apart, or the database looks at every row before it puts equal ones together.
    `with different as materialized (select ${from}, ${cell} as cell, count(*) as cells from ${identifier(name)} group by all) ` +
    `select city, personal_rules(cell, ${literal(scrutiny)}) as rules, cells from different where ${isWorthIt}` +
    `) where rules is not null group by all`
  )
}
