import type {City} from '@hromada/datasets'
import type {Finding} from '@hromada/pipelines'
import {identifier, literal} from '@hromada/pipelines'
import {type AuditResult, runAudits} from './audit.ts'
import {codeFingerprint} from './code-fingerprint.ts'
import {seedSql} from './engines/duckdb/seed-sql.ts'
import {fingerprintOf, type Model} from './model.ts'
import {inOrder} from './order.ts'
import {plainTables} from './plain-table.ts'
import {type Landing, type Staged, stage, stagingQueries} from './stage.ts'
import type {Warehouse} from './warehouse.ts'

export type BuildEffects = {
  now: () => Date
  signal: AbortSignal
  /** Called before each model is looked at. */
  onModel: (name: string, index: number, total: number) => void
}

export type BuiltModel = {
  model: Model
  rows: number
  fingerprint: string
  isNew: boolean
  audits: AuditResult[]
}

export type Build = {models: BuiltModel[]; staged: Staged[]; cities: City[]; landings: Landing[]}

/** Functions of ours that SQL calls, and what is derived rather than written: tables are made anew when they change. */
const machinery = codeFingerprint(
  new URL('engines/', import.meta.url),
  new URL('geometry/', import.meta.url),
  new URL('crs/', import.meta.url),
)

/**
 * Brings the warehouse up to date: every model after its inputs, and only those whose SQL, inputs or landed files
 * have changed. A landed dataset that no model reads is a table of its own. Audits run on every table that was made; their results are kept with it.
 */
export async function build(
  warehouse: Warehouse,
  {models, cities, landings, data}: {models: Model[]; cities: City[]; landings: Landing[]; data: string},
  effects: BuildEffects,
): Promise<Build> {
  await warehouse.run(
    `create table if not exists _built (name varchar primary key, fingerprint varchar, "rows" bigint, built_at varchar, audits varchar, staged varchar)`,
  )
  const before = new Map(
    (await warehouse.rows<Kept>('select * from _built')).map(row => [row.name, row] as const),
  )
  const landed = landings.map(({feed}) => feed.dataset)
  const ordered = inOrder([...models, ...plainTables(models, landed)])
  const fingerprints = new Map<string, string>()
  const built: BuiltModel[] = []
  const staged: Staged[] = []

  for (const [index, model] of ordered.entries()) {
    effects.signal.throwIfAborted()
    effects.onModel(model.name, index, ordered.length)
    const own = landings.filter(({feed}) => feed.dataset.id === model.dataset?.id)
    const sql = sqlOf(model, cities, own, data)
    const fingerprint = fingerprintOf(
      await machinery,
      sql,
      JSON.stringify([model.grain, model.audits]),
      ...own.map(({manifest}) => manifest.digest),
      ...model.inputs.map(({name}) => fingerprints.get(name)!),
    )
    fingerprints.set(model.name, fingerprint)
    const kept = before.get(model.name)
    before.delete(model.name)
    if (kept?.fingerprint === fingerprint) {
      const results: Staged[] = JSON.parse(kept.staged)
      staged.push(...results)
      built.push({model, rows: kept.rows, fingerprint, isNew: false, audits: JSON.parse(kept.audits)})
      continue
    }

    await warehouse.run(`delete from _built where name = ${literal(model.name)}`)
    const results = model.kind === 'staging' ? await stage(model, own, data, warehouse) : []
    if (model.kind !== 'staging')
      await warehouse
        .run(`create or replace table ${identifier(model.name)} as ${sql}`)
        .catch((error: Error) => {
          throw new Error(`The model "${model.name}" could not be built: ${error.message}`)
        })
    const [{rows} = {rows: 0}] = await warehouse.rows<{rows: number}>(
      `select count(*) as rows from ${identifier(model.name)}`,
    )
    const audits = await runAudits(model, rows, warehouse)
    staged.push(...results)
    built.push({model, rows, fingerprint, isNew: true, audits})
    await warehouse.run(
      `insert into _built values (${[
        model.name,
        fingerprint,
        String(rows),
        effects.now().toISOString(),
        JSON.stringify(audits),
        JSON.stringify(results),
      ]
        .map(literal)
        .join(', ')})`,
    )
  }

  // Tables of models that are gone go too.
  for (const name of before.keys())
    await warehouse.run(
      `drop table if exists ${identifier(name)}`,
      `delete from _built where name = ${literal(name)}`,
    )
  return {models: built, staged, cities, landings}
}

type Kept = {name: string; fingerprint: string; rows: number; audits: string; staged: string}

function sqlOf(model: Model, cities: City[], own: Landing[], data: string): string {
  if (model.kind === 'seed') return seedSql(model, model.rows?.(cities) ?? [])
  if (model.kind === 'staging') return JSON.stringify(stagingQueries(own, data).map(({sql}) => sql))
  return model.sql
}

/** Everything found in one city's file of one dataset: while landing, then while typing. */
export const findingsOf = ({landings, staged}: Build, city: string, dataset: string): Finding[] => [
  ...(landings.find(one => one.city.id === city && one.feed.dataset.id === dataset)?.manifest.findings ?? []),
  ...(staged.find(one => one.city === city && one.dataset === dataset)?.findings ?? []),
]
