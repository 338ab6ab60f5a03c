import {availableParallelism} from 'node:os'
import type {City} from '@hromada/datasets'
import {type Finding, identifier} from '@hromada/pipelines'
import {seedSql} from '../engines/duckdb/seed-sql.ts'
import {fingerprintOf, type Model} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'
import {type AuditResult, runAudits} from './audit.ts'
import {BuildState, type BuiltState} from './build-state.ts'
import {codeFingerprint} from './code-fingerprint.ts'
import {inGraphOrder} from './in-graph-order.ts'
import {materialise, removal} from './materialise.ts'
import {inOrder} from './order.ts'
import {type PartitionState, partHashes, partStatements} from './partitions.ts'
import {plainTables} from './plain-table.ts'
import {selectModels} from './select-models.ts'
import {type Landing, type Staged, stage, stagingQueries} from './stage.ts'

export type BuildEffects = {
  now: () => Date
  signal: AbortSignal
  /** Called when a model is taken up; `index` of `total` are done or under way. */
  onModel: (name: string, index: number, total: number) => void
}

export type BuiltModel = {
  model: Model
  rows: number
  fingerprint: string
  isNew: boolean
  audits: AuditResult[]
}

export type Build = {
  models: BuiltModel[]
  staged: Staged[]
  cities: City[]
  landings: Landing[]
  /** Models that have changed and were left as they are, because a selection did not name them. */
  stale: string[]
}

export type BuildInput = {
  models: Model[]
  cities: City[]
  landings: Landing[]
  data: string
  /** What to build, as `selectModels` reads it; absent: everything that has changed. */
  select?: string
}

/** Functions of ours that SQL calls, and what is derived rather than written: tables are made anew when they change. */
const machinery = codeFingerprint(
  new URL('../engines/', import.meta.url),
  new URL('../geometry/', import.meta.url),
  new URL('../crs/', import.meta.url),
)

/**
 * Brings the warehouse up to date: every model after its inputs, several at once, and only those whose SQL, inputs or
 * landed files have changed. A landed dataset that no model reads is a table of its own. Audits run on every table that
 * was made; their results are kept with it. A build that is broken off is taken up where it was left.
 */
export async function build(
  warehouse: Warehouse,
  {models, cities, landings, data, select}: BuildInput,
  effects: BuildEffects,
): Promise<Build> {
  const state = await BuildState.read(warehouse)
  const landed = landings.map(({feed}) => feed.dataset)
  const ordered = inOrder([...models, ...plainTables(models, landed)])
  const chosen = select === undefined ? null : selectModels(select, ordered)
  const engine = await machinery
  const fingerprints = new Map<string, string>()
  const results = new Map<string, BuiltModel & {staged: Staged[]}>()
  const stale: string[] = []
  let begun = 0

  const make = async (model: Model): Promise<void> => {
    effects.signal.throwIfAborted()
    effects.onModel(model.name, begun++, ordered.length)
    const own = landings.filter(({feed}) => feed.dataset.id === model.dataset?.id)
    const sql = sqlOf(model, cities, own, data)
    const wanted = fingerprintOf(
      engine,
      sql,
      JSON.stringify([model.grain, model.audits, model.materialise]),
      ...own.map(({manifest}) => manifest.digest),
      ...model.inputs.map(({name}) => fingerprints.get(name)!),
    )
    const kept = state.of(model.name)
    const isLeft = kept !== undefined && chosen !== null && !chosen.has(model.name)
    if (isLeft && kept.fingerprint !== wanted) stale.push(model.name)
    const isNew = kept?.fingerprint !== wanted && !isLeft
    const now = isNew ? await makeTable(model, sql, wanted, own) : kept!
    // What reads a table that was left behind is made from what is there.
    fingerprints.set(model.name, now.fingerprint)
    results.set(model.name, {...now, model, isNew})
  }

  const makeTable = async (
    model: Model,
    sql: string,
    fingerprint: string,
    own: Landing[],
  ): Promise<BuiltState> => {
    const before = state.of(model.name)?.partitions ?? null
    const partitions = await partitionsOf(model, sql)
    const staged = model.kind === 'staging' ? await stage(model, own, data, warehouse) : []
    if (model.kind !== 'staging') {
      const statements =
        (partitions && model.materialise.as === 'partitions'
          ? partStatements(model, model.materialise, before, partitions)
          : null) ?? (await materialise(model, sql, warehouse))
      await warehouse.run(state.forgetting(model.name), ...statements).catch((error: Error) => {
        throw new Error(`The model "${model.name}" could not be built: ${error.message}`)
      })
    }
    const [{rows} = {rows: 0}] = await warehouse.rows<{rows: number}>(
      `select count(*) as rows from ${identifier(model.name)}`,
    )
    const audits = await runAudits(model, rows, warehouse)
    const made = {fingerprint, rows, audits, staged, partitions}
    await state.remember(model.name, made, effects.now())
    return made
  }

  const partitionsOf = async (model: Model, sql: string): Promise<PartitionState | null> => {
    const {materialise: how} = model
    if (how.as !== 'partitions') return null
    const others = model.inputs.filter(({name}) => name !== how.of).map(({name}) => fingerprints.get(name)!)
    return {rest: fingerprintOf(engine, sql, how.by, ...others), parts: await partHashes(how, warehouse)}
  }

  await inGraphOrder(ordered, availableParallelism(), make).catch(error => {
    // Of what breaks because it was stopped, the reason for stopping is told.
    effects.signal.throwIfAborted()
    throw error
  })

  // Tables of models that are gone go too.
  for (const name of state.names)
    if (!results.has(name)) await warehouse.run(state.forgetting(name), ...(await removal(name, warehouse)))
  const built = ordered.map(({name}) => results.get(name)!)
  return {
    models: built.map(({model, rows, fingerprint, isNew, audits}) => ({
      model,
      rows,
      fingerprint,
      isNew,
      audits,
    })),
    staged: built.flatMap(({staged}) => staged),
    cities,
    landings,
    stale: stale.sort(),
  }
}

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
