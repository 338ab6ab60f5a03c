import {identifier} from '@hromada/pipelines'
import type {Build, BuiltModel} from '../../build/build.ts'
import {codeFingerprint} from '../../build/code-fingerprint.ts'
import {fingerprintOf, type Model} from '../../model.ts'
import type {Warehouse} from '../../warehouse.ts'
import {brokenCounts} from '../counts/broken-counts.ts'
import {countFamilies} from '../counts/count-families.ts'
import {type HiddenCounts, hideCounts} from '../counts/hide-counts.ts'
import {leastCountOf} from '../counts/least-count.ts'
import {modelFlows, type WarehouseFlows} from '../flows/model-flows.ts'
import {brokenPolicies} from '../policy/broken-policies.ts'
import {ColumnPolicies} from '../policy/column-policies.ts'
import {freeTextKeys, textColumns} from '../texts/text-columns.ts'
import {policyEntries} from './policy-entries.ts'
import {describeRule, type PrivacyEntry} from './privacy-entry.ts'
import {publicAnswer} from './public-answer.ts'
import {publicSql, type Shown} from './public-sql.ts'
import {scanTexts} from './scan-texts.ts'

/** How a table passes the gate. */
export type Passage = {
  /** What stands after `select *` for its columns and their types. */
  described: string
  /** Hash of how it passes: equal, with equal rows, means equal files. */
  fingerprint: string
  /** Looks through its values, and answers what stands after `select *` for what of them is shown. */
  open: () => Promise<string>
  /** What the report says of it; null where it was not opened. */
  entries: PrivacyEntry[] | null
}

/** What stands between the warehouse and a release. */
export type Gate = {
  /** Why nothing may be released; empty where all is as the datasets let it be. */
  reasons: string[]
  passage: (model: Model) => Promise<Passage>
  /** What the report says besides what is in the passages. */
  entries: () => Promise<PrivacyEntry[]>
  /** Answers a query over the warehouse for a file of the release. @throws Error where the answer would be private */
  ask: (sql: string) => Promise<Record<string, unknown>[]>
}

const machinery = codeFingerprint(new URL('../', import.meta.url))

/**
 * Opens the gate of a release: follows every column of what was built down to the datasets, finds what they do not let
 * be published, and makes the query by which each table is shown. Nothing else reaches a release's files.
 */
export async function openGate(built: Build, published: BuiltModel[], warehouse: Warehouse): Promise<Gate> {
  const models = built.models.map(({model}) => model)
  const shown = published.map(({model}) => model)
  const policies = new ColumnPolicies(models)
  const code = await machinery
  let flows: WarehouseFlows
  try {
    flows = await modelFlows(models, warehouse)
  } catch (error) {
    return closedGate([(error as Error).message])
  }
  const reasons = [
    ...brokenPolicies(models, flows, policies),
    ...brokenCounts(shown, models, flows, policies),
    ...freeTextKeys(shown, flows, policies),
  ]
  if (reasons.length > 0) return closedGate(reasons)

  const families = countFamilies(shown.filter(({counts}) => counts))
  const hidden = new Map<Model[], Promise<HiddenCounts[]>>()
  const familyOf = (model: Model) => families.find(family => family.includes(model)) ?? []
  const hiddenIn = (family: Model[]) => {
    if (!hidden.has(family)) hidden.set(family, hideCounts(family, warehouse))
    return hidden.get(family)!
  }

  const passage = async (model: Model): Promise<Passage> => {
    const types = await columnTypes(model, warehouse)
    const texts = textColumns(model, types, flows, policies)
    const family = familyOf(model)
    const plain: Shown = {model, types, texts: [], leavesRowsOut: tellsByRows(model, flows, policies)}
    const made = new Map(built.models.map(one => [one.model, one.fingerprint]))
    const opened: Passage = {
      described: `from (select ${[...types.keys()].map(identifier).join(', ')} from ${identifier(model.name)})`,
      fingerprint: fingerprintOf(
        code,
        publicSql(plain),
        JSON.stringify([texts, family.map(one => [made.get(one), one.counts, leastCountOf(one)])]),
      ),
      open: async () => {
        const found = await scanTexts(model, texts, types.has('city'), warehouse)
        const counts = model.counts ? await hiddenIn(family) : []
        opened.entries = [...found, ...countEntries(model, counts, flows, policies)]
        const touched = new Set(found.map(({column}) => column))
        return `from (${publicSql({...plain, texts: texts.filter(({column}) => touched.has(column))})})`
      },
      entries: null,
    }
    return opened
  }
  return {
    reasons: [],
    passage,
    entries: () => policyEntries(built, flows, policies, warehouse),
    ask: publicAnswer(flows, policies, shown, warehouse),
  }
}

function closedGate(reasons: string[]): Gate {
  const closed = () => Promise.reject(new Error('The gate is closed.'))
  return {reasons, passage: closed, entries: closed, ask: closed}
}

async function columnTypes({name}: Model, warehouse: Warehouse): Promise<Map<string, string>> {
  const columns = await warehouse.rows<{column_name: string; column_type: string}>(
    `describe select * from ${identifier(name)}`,
  )
  return new Map(columns.map(({column_name, column_type}) => [column_name, column_type]))
}

/** Do rows of counts tell of somebody by being there? Then those with a hidden count are left out. */
function tellsByRows(model: Model, {tables}: WarehouseFlows, policies: ColumnPolicies): boolean {
  if (!model.counts) return false
  const {columns, rows} = tables.get(model.name)!
  const keys = model.counts.dimensions.flat().flatMap(column => [...(columns.get(column) ?? [])])
  return [...keys, ...rows].some(
    ([origin]) => policies.of(origin) === 'aggregate_only' && !origin.endsWith('.*'),
  )
}

function countEntries(
  model: Model,
  hidden: readonly HiddenCounts[],
  {tables}: WarehouseFlows,
  policies: ColumnPolicies,
): PrivacyEntry[] {
  return hidden
    .filter(({table}) => table === model.name)
    .flatMap(({city, column, small, complementary}) => {
      const counted = [...(tables.get(model.name)!.columns.get(column) ?? [])]
        .map(([origin]) => origin)
        .filter(origin => policies.of(origin) === 'aggregate_only')
      const dataset = [...new Set(counted.map(origin => policies.dataset(origin)!.id))].sort().join(', ')
      const entry = (rule: 'small_count' | 'complementary_count', cells: number): PrivacyEntry => ({
        city,
        dataset,
        table: model.name,
        column,
        rule,
        policy: 'aggregate_only',
        action: 'suppressed',
        cells,
        description: describeRule(rule),
      })
      return [entry('small_count', small), entry('complementary_count', complementary)].filter(
        ({cells}) => cells > 0,
      )
    })
}
