import type {Model} from '../../model.ts'
import type {WarehouseFlows} from '../flows/model-flows.ts'
import type {ColumnPolicies} from '../policy/column-policies.ts'
import {countFamilies} from './count-families.ts'

/**
 * What is wrong with how models say what they count, in words; empty where nothing is.
 * @param models that are shown @param all with those that have no rows this time
 */
export function brokenCounts(
  models: readonly Model[],
  all: readonly Model[],
  flows: WarehouseFlows,
  policies: ColumnPolicies,
): string[] {
  const counting = models.filter(({publish, counts}) => publish && counts)
  const known = all.filter(({publish, counts}) => publish && counts)
  return [
    ...counting.flatMap(model => declarationFaults(model, known, flows)),
    ...unlinked(counting, flows, policies),
  ]
}

function declarationFaults(model: Model, known: readonly Model[], {tables}: WarehouseFlows): string[] {
  const {name, grain} = model
  const counts = model.counts!
  const columns = tables.get(name)!.columns
  const dimensions = counts.dimensions.flat()
  const summed = Object.entries(counts.sums ?? {}).flatMap(([total, parts]) => [total, ...parts!])
  const faults: string[] = []
  const rest = grain.filter(column => column !== 'city')
  if ([...dimensions].sort().join() !== [...rest].sort().join() || !grain.includes('city'))
    faults.push(
      `the dimensions (${dimensions.join(', ')}) must be the columns of the grain besides the city (${rest.join(', ')})`,
    )
  if (counts.measures.length === 0) faults.push('it has no measures')
  for (const column of [...counts.measures, ...(counts.with ?? [])]) {
    if (!columns.has(column)) faults.push(`there is no column ${column}`)
    if (grain.includes(column)) faults.push(`${column} is in the grain, so it can be no measure`)
  }
  for (const column of summed)
    if (!counts.measures.includes(column)) faults.push(`"sums" names ${column}, which is no measure`)
  if (
    counts.totalsOf !== undefined &&
    !known.some(other => other.name === counts.totalsOf && other !== model)
  )
    faults.push(`"totalsOf" names ${counts.totalsOf}, which is no other published table of counts`)
  return faults.map(fault => `${name}: in "counts" ${fault}.`)
}

/** Tables that count the same people are looked at together, or one gives away what the other does not show. */
function unlinked(counting: readonly Model[], {tables}: WarehouseFlows, policies: ColumnPolicies): string[] {
  const counted = (model: Model) => {
    const {columns, rows} = tables.get(model.name)!
    const origins = [...columns.values(), rows].flatMap(flows => [...flows.keys()])
    return new Set(
      origins
        .filter(origin => policies.of(origin) === 'aggregate_only')
        .map(origin => policies.dataset(origin)!.id),
    )
  }
  const familyOf = new Map(countFamilies(counting).flatMap(family => family.map(({name}) => [name, family])))
  return counting.flatMap((model, index) =>
    counting.slice(index + 1).flatMap(other => {
      const common = [...counted(model)].filter(id => counted(other).has(id))
      return common.length === 0 || familyOf.get(model.name) === familyOf.get(other.name)
        ? []
        : [
            `${model.name} and ${other.name} both count ${common.join(', ')}: what one does not show could be worked out ` +
              `from the other. Let one be the totals of the other ("totalsOf"), or make them one table.`,
          ]
    }),
  )
}
