import {identifier} from '@hromada/pipelines'
import type {Audit, Model} from '../model.ts'
import type {ReleaseAudit} from '../release/release-manifest.ts'
import type {Warehouse} from '../warehouse.ts'

/** What an audit found, with the first rows at fault. */
export type AuditResult = ReleaseAudit & {
  severity: Audit['severity']
  examples: Record<string, unknown>[]
}

/** An audit with a question that costs less: where it has no answer the audit has none. */
type Sieved = Audit & {sieve?: string}

/** Runs a model's audits: its grain is filled and unique, then its own. */
export async function runAudits(model: Model, rows: number, warehouse: Warehouse): Promise<AuditResult[]> {
  const audits: Sieved[] = [...grainAudits(model), ...model.audits]
  const results: AuditResult[] = []
  const count = async (sql: string): Promise<number> =>
    (await warehouse.rows<{n: number}>(`select count(*) as n from (${sql}) as faults`))[0]!.n
  for (const {name, describe, severity, sql, sieve} of audits) {
    const failures = sieve !== undefined && (await count(sieve)) === 0 ? 0 : await count(sql)
    // The first faults are for whoever mends them; they are never published.
    const examples = failures > 0 ? await warehouse.rows(`select * from (${sql}) as faults limit 3`) : []
    results.push({name, description: describe, severity, checked: rows, failures, examples})
  }
  return results
}

function grainAudits({name, grain, dataset}: Model): Sieved[] {
  if (grain.length === 0) return []
  // A dataset may name a column in its key that its publisher leaves empty at times.
  const filled = grain.filter(column => !dataset?.columns[column]?.nullable)
  const table = identifier(name)
  const columns = grain.map(identifier)
  return [
    {
      name: 'grain_filled',
      describe: {uk: `Ключ заповнено: ${filled.join(', ')}`, en: `The key is filled: ${filled.join(', ')}`},
      severity: 'block',
      sql: `select 1 from ${table} where ${filled.map(column => `${identifier(column)} is null`).join(' or ')}`,
    },
    {
      name: 'grain_unique',
      describe: {
        uk: `Ключ не повторюється: ${grain.join(', ')}`,
        en: `The key is unique: ${grain.join(', ')}`,
      },
      severity: 'block',
      sql: `select ${columns.join(', ')} from ${table} group by all having count(*) > 1`,
      // Equal keys have equal hashes, and hashes are counted in half the time and a fraction of the memory.
      sieve: `select 1 from ${table} group by hash(${columns.join(', ')}) having count(*) > 1`,
    },
  ]
}
