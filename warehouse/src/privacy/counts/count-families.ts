import type {Model} from '../../model.ts'

/** Published tables of counts, those together of which one holds totals of another. */
export function countFamilies(counting: readonly Model[]): Model[][] {
  const families = counting.map(model => [model])
  for (const model of counting) {
    const other = counting.find(({name}) => name === model.counts?.totalsOf)
    const own = families.findIndex(family => family.includes(model))
    const its = families.findIndex(family => other !== undefined && family.includes(other))
    if (its >= 0 && its !== own) {
      families[its]!.push(...families[own]!)
      families.splice(own, 1)
    }
  }
  return families
}
