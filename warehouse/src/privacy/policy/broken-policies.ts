import type {Model} from '../../model.ts'
import type {Flow, Flows} from '../flows/flow.ts'
import type {WarehouseFlows} from '../flows/model-flows.ts'
import type {ColumnPolicies} from './column-policies.ts'

/**
 * What models would publish that their datasets do not let them, in words; empty where all is as it may be.
 *
 * | policy | in values | as a group's key | in sums and counts | deciding rows | deciding their order |
 * |---|---|---|---|---|---|
 * | `forbidden` | no model at all | – | – | – | – |
 * | `internal` | no | no | no | yes | no |
 * | `aggregate_only` | no | a dimension of `counts` | a measure of `counts` | in a table of `counts` | no |
 */
export const brokenPolicies = (
  models: readonly Model[],
  {tables}: WarehouseFlows,
  policies: ColumnPolicies,
): string[] =>
  models.flatMap(model => {
    const relation = tables.get(model.name)
    if (!relation || model.kind !== 'model') return []
    const columns = [...relation.columns]
    const forbidden = [...columns.map(([, flows]) => flows), relation.rows, relation.order].flatMap(flows =>
      // The model that reads it is at fault, not those that read the model.
      [...flows].filter(([origin, {path}]) => policies.of(origin) === 'forbidden' && path.length === 2),
    )
    const reasons = forbidden.map(
      ([origin, {path}]) =>
        `${model.name} reads ${origin}, which is forbidden: it stays in the landed file (${told(path)}).`,
    )
    if (!model.publish || forbidden.length > 0) return [...new Set(reasons)]
    return [
      ...columns.flatMap(([column, flows]) => columnFaults(model, column, flows, policies)),
      ...rowFaults(model, relation.rows, policies),
      ...orderFaults(model, relation.order, policies),
      ...needlessExceptions(model, new Map(columns)),
    ]
  })

function columnFaults(model: Model, column: string, flows: Flows, policies: ColumnPolicies): string[] {
  const excepted = new Set(model.releases[column]?.of)
  return [...flows].flatMap(([origin, flow]) => {
    const policy = policies.of(origin)
    if (excepted.has(origin) || policy === 'public' || policy === 'public_by_law') return []
    if (policy === 'forbidden')
      return [`${model.name}.${column} comes from ${origin}, which is forbidden (${told(flow.path)}).`]
    const what = `${model.name}.${column} ${verbs[flow.way]} ${named(origin)}`
    if (policy === 'internal')
      return flow.way === 'counted'
        ? []
        : [
            `${what}, which is internal and not to be published (${told(flow.path)}). Leave it out of the model, or say ` +
              `in its "releases" why it may be.`,
          ]
    return countedFault(model, column, flow)
      ? [`${what}, which may only be counted (${told(flow.path)}). ${countedFault(model, column, flow)}`]
      : []
  })
}

const verbs: Record<Flow['way'], string> = {
  value: 'shows',
  joined: 'stands beside, and so tells of,',
  group: 'shows groups of',
  aggregate: 'is counted or added up from',
  counted: 'is counted by',
}

/** What is wrong with the way in which something that may only be counted is in a column; null: nothing. */
function countedFault({counts}: Model, column: string, {way}: Flow): string | null {
  if (way === 'value' || way === 'joined') return 'Count it, or leave it out.'
  if (!counts) return 'Say in "counts" of the model whom it counts, so that small numbers are not shown.'
  if (way === 'group')
    return counts.dimensions.flat().includes(column)
      ? null
      : 'Name the column among the dimensions of "counts".'
  return [...counts.measures, ...(counts.with ?? [])].includes(column)
    ? null
    : 'Name the column among the measures of "counts", or in "with".'
}

function rowFaults(model: Model, rows: Flows, policies: ColumnPolicies): string[] {
  return [...rows].flatMap(([origin, {way, path}]) => {
    if (policies.of(origin) !== 'aggregate_only') return []
    const what = `${model.name} has rows by ${named(origin)}, which may only be counted (${told(path)}).`
    if (way === 'value' || way === 'joined') return [`${what} Group them, or leave it out.`]
    return model.counts ? [] : [`${what} Say in "counts" of the model whom it counts.`]
  })
}

function orderFaults(model: Model, order: Flows, policies: ColumnPolicies): string[] {
  return [...order].flatMap(([origin, {way, path}]) => {
    const policy = policies.of(origin)
    const isOpen = policy === 'public' || policy === 'public_by_law'
    const isCounted =
      policy === 'aggregate_only' && way !== 'value' && way !== 'joined' && model.counts !== null
    return isOpen || isCounted
      ? []
      : [
          `${model.name} lies in the order of ${named(origin)}, which is ${policy}: who reads the rows learns it ` +
            `(${told(path)}). Order by what is published.`,
        ]
  })
}

/** What nobody needs any more nobody reviews. */
const needlessExceptions = ({name, releases}: Model, columns: ReadonlyMap<string, Flows>): string[] =>
  Object.entries(releases).flatMap(([column, {of}]) =>
    of
      .filter(origin => !columns.get(column)?.has(origin))
      .map(origin => `${name}: "releases" lets ${origin} into ${column}, and it is not in it. Take it out.`),
  )

const named = (origin: string) => (origin.endsWith('.*') ? `rows of ${origin.slice(0, -2)}` : origin)

/** petitions.key ← int_keys.key ← petitions.creator */
const told = (path: readonly string[]) => path.join(' ← ')
