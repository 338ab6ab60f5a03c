import {availableParallelism} from 'node:os'
import type {City} from '@hromada/datasets'
import {findingsInUse, identifier} from '@hromada/pipelines'
import {type Checked, chooseLandings, type HeldBack, type UsedLanding} from '../checks/choose-landings.ts'
import type {OwnRule} from '../checks/define-rule.ts'
import {type Fault, faultsOf} from '../checks/faults-of.ts'
import {makeLocalTime} from '../engines/duckdb/local-time.ts'
import {seedSql} from '../engines/duckdb/seed-sql.ts'
import {zonesOf} from '../engines/duckdb/staging-sql.ts'
import {fingerprintOf, type Model, staging} from '../model.ts'
import {forbiddenReads} from '../privacy/policy/forbidden-reads.ts'
import {shieldedSql} from '../privacy/staging/shielded-sql.ts'
import type {Warehouse} from '../warehouse.ts'
import {atOnce} from './at-once.ts'
import {type AuditResult, runAudits} from './audit.ts'
import {BuildState, type BuiltState} from './build-state.ts'
import {codeFingerprint} from './code-fingerprint.ts'
import {inGraphOrder} from './in-graph-order.ts'
import {materialise, removal} from './materialise.ts'
import {inOrder} from './order.ts'
import {type PartitionState, partHashes, partStatements} from './partitions.ts'
import {plainTables} from './plain-table.ts'
import {selectModels, withMissingInputs} from './select-models.ts'
import {type Landing, type Staged, stage, stagingQueries} from './stage.ts'
import {Turns} from './turns.ts'

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
  /** Processing took so long in this run, audits included; 0 where it was there already. */
  seconds: number
  audits: AuditResult[]
}

export type Build = {
  /** Those whose tables there are, made now or before. */
  models: BuiltModel[]
  staged: Staged[]
  cities: City[]
  /** What the tables are made of. */
  landings: UsedLanding[]
  /** What came of the rules about these. */
  checked: Checked[]
  /** Newer landings that are not used, because a rule that blocks is broken in them. */
  heldBack: HeldBack[]
  /** Models that have changed and were left as they are, because a selection did not name them. */
  stale: string[]
}

export type BuildInput = {
  models: Model[]
  /** Rules in SQL of their own. */
  rules?: OwnRule[]
  cities: City[]
  /** The newest of each city and dataset. */
  landings: Landing[]
  data: string
  /** What to build, as `selectModels` reads it, and what that reads and is not there yet; absent: everything that has changed. */
  select?: string
}

/** Functions of ours that SQL calls, and what is derived rather than written: tables are made anew when they change. */
const machinery = codeFingerprint(
  new URL('../engines/', import.meta.url),
  new URL('../geometry/', import.meta.url),
  new URL('../crs/', import.meta.url),
)

/** How the database begins to say that its memory is full. */
const outOfMemory = 'Out of Memory Error'

/** The code that judges: rules are asked again when it changes. */
const judgement = codeFingerprint(new URL('../checks/', import.meta.url))

/**
 * Brings the warehouse up to date: rules choose the landings that tables are made of; then comes every model after its
 * inputs, several at once, and only those whose SQL, inputs or landed files have changed. A landed dataset that no model
 * reads is a table of its own. Audits run on every table that was made; their results are kept with it. A build that is
 * broken off is taken up where it was left.
 */
export async function build(
  warehouse: Warehouse,
  {models, rules = [], cities, landings: newest, data, select}: BuildInput,
  effects: BuildEffects,
): Promise<Build> {
  const state = await BuildState.read(warehouse)
  const landed = newest.map(({feed}) => feed.dataset)
  // What nothing is made of yet is typed all the same: its findings are for whoever publishes it.
  const ordered = inOrder([
    ...models,
    ...plainTables(models, landed),
    ...landed.map(dataset => staging(dataset) as unknown as Model),
  ])
  const forbidden = forbiddenReads(ordered)
  if (forbidden.length > 0)
    throw new Error(`Nothing was built.\n${forbidden.map(one => `  – ${one}`).join('\n')}`)
  await makeLocalTime(
    [...cities.map(({zone}) => zone), ...newest.flatMap(({feed}) => zonesOf(feed))],
    warehouse,
  )
  const chosen = select === undefined ? null : selectModels(select, ordered)
  const needed = chosen && withMissingInputs(chosen, ordered, name => state.of(name) !== undefined)
  const engine = await machinery
  const fingerprints = new Map<string, string>()
  const results = new Map<string, BuiltModel & {staged: Staged[]}>()
  const stale = new Set<string>()
  const before = new Map(state.names.map(name => [name, state.of(name)!.fingerprint]))
  // What a selection leaves out and nobody has made yet stays unmade; files that have landed are typed, for their rules.
  const isLeftUnmade = ({name}: Model) => needed !== null && !needed.has(name) && !state.of(name)
  const total = ordered.filter(model => model.kind === 'staging' || !isLeftUnmade(model)).length
  const begun = new Set<string>()
  const turns = new Turns()

  const wantedOf = (model: Model, sql: string, own: Landing[]) =>
    fingerprintOf(
      engine,
      sql,
      JSON.stringify([model.grain, model.audits, model.materialise]),
      ...own.flatMap(({manifest, earlier}) => [...earlier, manifest].map(({sha256}) => sha256)),
      ...model.inputs.map(({name}) => fingerprints.get(name) ?? ''),
    )

  /** @param own landings that a staging model is made of */
  const make = async (model: Model, own: Landing[]): Promise<void> => {
    effects.signal.throwIfAborted()
    effects.onModel(model.name, begun.size, total)
    begun.add(model.name)
    const sql = sqlOf(model, cities, own)
    const wanted = wantedOf(model, sql, own)
    const kept = state.of(model.name)
    const isLeft = kept !== undefined && needed !== null && !needed.has(model.name)
    if (isLeft && kept.fingerprint !== wanted) stale.add(model.name)
    else stale.delete(model.name)
    let seconds = 0
    const makeIt = async () => {
      const began = performance.now()
      const made = await makeTable(model, sql, wanted, own).catch((error: Error) => {
        throw new Error(`The model "${model.name}" could not be built: ${error.message}`)
      })
      seconds = (performance.now() - began) / 1000
      return made
    }
    const now =
      kept?.fingerprint === wanted || isLeft
        ? kept
        : await turns.beside(makeIt).catch((error: Error) => {
            if (!error.message.includes(outOfMemory)) throw error
            // What had no room beside others may have it alone.
            return turns.alone(makeIt)
          })
    // What reads a table that was left behind is made from what is there.
    fingerprints.set(model.name, now.fingerprint)
    results.set(model.name, {...now, model, isNew: now.fingerprint !== before.get(model.name), seconds})
  }

  const makeTable = async (
    model: Model,
    sql: string,
    fingerprint: string,
    own: Landing[],
  ): Promise<BuiltState> => {
    const before = state.of(model.name)?.partitions ?? null
    const partitions = await partitionsOf(model, sql)
    // Staging takes several statements: a run that is killed on the way leaves a table that nobody believes.
    if (model.kind === 'staging') await warehouse.run(state.forgetting(model.name))
    const staged = model.kind === 'staging' ? await stage(model, own, data, warehouse) : []
    if (model.kind !== 'staging') {
      const statements =
        (partitions && model.materialise.as === 'partitions'
          ? partStatements(model, model.materialise, before, partitions)
          : null) ?? (await materialise(model, sql, warehouse))
      await warehouse.run(state.forgetting(model.name), ...statements)
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

  const many = availableParallelism()
  const stagings = new Map(
    ordered.filter(({kind}) => kind === 'staging').map(model => [model.dataset!.id, model]),
  )
  const makeAll = async () => {
    const choice = await chooseLandings(
      newest,
      rules,
      engine + (await judgement),
      data,
      {
        has: dataset => stagings.has(dataset),
        fingerprint: (dataset, own) => {
          const model = stagings.get(dataset)!
          return wantedOf(model, sqlOf(model, cities, own), own)
        },
        stage: async (dataset, own) => {
          const {name} = stagings.get(dataset)!
          await make(stagings.get(dataset)!, own)
          return stale.has(name) ? null : results.get(name)!.staged
        },
        atOnce: (items, work) => atOnce(many, items, work),
      },
      warehouse,
    )
    await inGraphOrder(ordered, many, async model => {
      if (isLeftUnmade(model)) return
      const own = choice.landings.filter(({feed}) => feed.dataset.id === model.dataset?.id)
      await make(model, own)
    })
    return choice
  }
  const {landings, checked, heldBack} = await makeAll().catch(error => {
    // Of what breaks because it was stopped, the reason for stopping is told.
    effects.signal.throwIfAborted()
    throw error
  })

  // Tables of models that are gone go too.
  const known = new Set(ordered.map(({name}) => name))
  for (const name of state.names)
    if (!known.has(name)) await warehouse.run(state.forgetting(name), ...(await removal(name, warehouse)))
  const built = ordered.flatMap(({name}) => results.get(name) ?? [])
  return {
    models: built.map(({model, rows, fingerprint, isNew, audits, seconds}) => ({
      model,
      rows,
      fingerprint,
      isNew,
      audits,
      seconds,
    })),
    staged: built.flatMap(({staged}) => staged),
    cities,
    landings,
    checked,
    heldBack,
    stale: [...stale].sort(),
  }
}

/** What makes a model, as text. Landed files go by their place below the data folder, wherever that is. */
function sqlOf(model: Model, cities: City[], own: Landing[]): string {
  if (model.kind === 'seed') return seedSql(model, model.rows?.(cities) ?? [])
  if (model.kind === 'staging')
    return shieldedSql(model.dataset!, JSON.stringify(stagingQueries(own, '').map(({sql}) => sql)))
  return model.sql
}

/** All that is wrong with one city's rows of a dataset: found while landing, while typing, and by its rules. */
export function faultsIn({checked, landings, staged}: Build, city: string, dataset: string): Fault[] {
  const judged = checked.find(one => one.city === city && one.dataset === dataset)
  if (judged) return judged.faults
  const landing = landings.find(one => one.city.id === city && one.feed.dataset.id === dataset)
  if (!landing) return []
  const {feed, manifest, earlier} = landing
  const typed = staged.find(one => one.city === city && one.dataset === dataset)?.findings ?? []
  return faultsOf(feed.dataset, [...findingsInUse([...earlier, manifest], feed.dataset.load), ...typed], [])
}
