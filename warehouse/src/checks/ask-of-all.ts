import {type Check, durationMs} from '@hromada/datasets'
import {identifier, literal, placesShown} from '@hromada/pipelines'
import type {RowCheck} from '../engines/duckdb/row-rule-sql.ts'
import {isSetCheck, setQuestion} from '../engines/duckdb/set-rule-sql.ts'
import type {Warehouse} from '../warehouse.ts'
import type {FoundCheck} from './count-found.ts'
import type {Counted, Subject} from './rule-result.ts'

/** A rule about more than one row. */
export type WholeCheck = Exclude<Check, RowCheck | FoundCheck>

const unasked: Counted = {asked: 0, faults: 0, first: []}
const once = (isAtFault: boolean): Counted => ({...unasked, asked: 1, faults: isAtFault ? 1 : 0})

/**
 * Asks a rule about rows together, or about the landing.
 * @param tableOf the city's rows of another dataset, as what can stand after `from`; null where it has not landed
 */
export async function askOfAll(
  rule: WholeCheck,
  subject: Subject,
  tableOf: (dataset: string) => string | null,
  warehouse: Warehouse,
): Promise<Counted> {
  if (isSetCheck(rule)) {
    const others = rule.kind === 'relation' && rule.to.dataset ? tableOf(rule.to.dataset.id) : subject.table
    if (others === null) return unasked
    const {counts, rows} = setQuestion(rule, subject.dataset, subject.table, others)
    const [{asked, faults} = unasked] = await warehouse.rows<{asked: number; faults: number}>(counts)
    if (faults === 0 || !rows) return {...unasked, asked, faults}
    const first = await warehouse.rows<{_row: number}>(`${rows} order by _row limit ${placesShown}`)
    return {asked, faults, first: first.map(({_row}) => _row)}
  }
  switch (rule.kind) {
    case 'fresh':
      return askHowNew(rule, subject, warehouse)
    case 'rows':
      return once(
        (rule.from !== null && subject.rows < rule.from) || (rule.to !== null && subject.rows > rule.to),
      )
    case 'volume': {
      const usual = middleOf(subject.before.slice(-5))
      if (usual === null || usual === 0) return unasked
      const growth = subject.records.landed / usual - 1
      return once(
        (rule.drop !== null && -growth > rule.drop) || (rule.growth !== null && growth > rule.growth),
      )
    }
  }
}

async function askHowNew(
  {column, within}: Extract<Check, {kind: 'fresh'}>,
  {city, dataset, retrievedAt, table}: Subject,
  warehouse: Warehouse,
): Promise<Counted> {
  const isDay = dataset.columns[column]!.type === 'date'
  // A day is as new as its last instant by the city's clock.
  const newest = isDay
    ? `cast(max(${identifier(column)}) + 1 as timestamp) at time zone ${literal(city.zone)}`
    : `max(${identifier(column)})`
  const [{seconds} = {seconds: null}] = await warehouse.rows<{seconds: number | null}>(
    `select date_diff('second', ${newest}, timestamptz ${literal(retrievedAt)}) as seconds from ${table}`,
  )
  return seconds === null ? unasked : once(seconds * 1000 > durationMs(within)!)
}

function middleOf(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
