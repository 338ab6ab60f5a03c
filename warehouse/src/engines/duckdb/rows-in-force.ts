import type {Dataset} from '@hromada/datasets'
import {identifier} from '@hromada/pipelines'
import {instant, type StagingSql, stagingColumns} from './staging-sql.ts'

/**
 * Takes the records out of their table for which another with the same key stands: of those that have every value they
 * must have the last stays. Nothing where rows have no key, or where every state of a row is kept.
 * @param records table of typed records
 */
export function withoutReplaced(dataset: Dataset, {required}: StagingSql, records: string): string[] {
  if (dataset.key.length === 0 || dataset.load.mode === 'snapshot') return []
  const turn = `row_number() over (partition by ${keyOf(dataset)} order by _landing desc, _record desc)`
  const replaced = `select rowid as place from ${records} where ${filledSql(required)} qualify ${turn} > 1`
  return [`delete from ${records} where rowid in (select place from (${replaced}))`]
}

/**
 * The rows of a dataset's staging table out of its typed records, in DuckDB's SQL and in the order in which they lie,
 * which is that in which they came. Rows without a value they must have are left out; with snapshots a row has each
 * state of it, from the landing that brought it to the one that had it no more.
 * @param records table of typed records, none replaced by another
 */
export function rowsInForce(dataset: Dataset, {required, retrieved}: StagingSql, records: string): string {
  const filled = filledSql(required)
  const columns = ['city', ...stagingColumns(dataset)].map(identifier).join(', ')
  return dataset.load.mode === 'snapshot'
    ? snapshots(dataset, columns, filled, retrieved, records)
    : `select ${columns} from ${records} where ${filled}`
}

/** That a row has every value it must have. */
export const filledSql = (required: string[]): string =>
  required.map(name => `${identifier(name)} is not null`).join(' and ') || 'true'

/** What tells rows apart, the city first. */
export const keyOf = ({key}: Dataset): string => ['city', ...key].map(identifier).join(', ')

/** Successive landings in which a row is the same make one state. */
function snapshots(
  dataset: Dataset,
  columns: string,
  filled: string,
  retrieved: string[],
  records: string,
): string {
  const key = keyOf(dataset)
  const values = Object.keys(dataset.columns).filter(name => !dataset.key.includes(name))
  const state = values.length > 0 ? `row(${values.map(identifier).join(', ')})` : 'true'
  const times = retrieved.map((at, number) => `(${number}, ${instant(at)})`).join(', ')
  return `
with landings(landing, retrieved_at) as (values ${times}),
kept as (
  select *, ${state} as _state from ${records} where ${filled}
  qualify row_number() over (partition by ${key}, _landing order by _record desc) = 1
),
compared as (
  select *, coalesce(lag(_landing) over in_turn = _landing - 1 and lag(_state) over in_turn is not distinct from _state, false) as _is_same
  from kept window in_turn as (partition by ${key} order by _landing)
),
counted as (
  select *, count(*) filter (where not _is_same) over (partition by ${key} order by _landing) as _turn from compared
),
spans as (select *, max(_landing) over (partition by ${key}, _turn) as _until from counted)
select ${columns} from (
  select spans.*, begun.retrieved_at as valid_from, ended.retrieved_at as valid_to, ended.retrieved_at is null as is_current
  from spans join landings begun on begun.landing = _landing left join landings ended on ended.landing = _until + 1
  where not _is_same
) order by _landing, _record`
}
