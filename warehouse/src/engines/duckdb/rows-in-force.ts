import type {Dataset} from '@hromada/datasets'
import {identifier} from '@hromada/pipelines'
import {instant, type StagingSql} from './staging-sql.ts'

/** The column of a table of typed records that says of each where it comes from and what is wrong with it. */
export const source = '_source'

/** Takes the records out of their table that lack a value they must have. */
export const withoutLacking = (records: string): string =>
  `delete from ${records} where not ${source}.is_filled`

/** Takes the records out of their table for which another with the same key stands: the last does. */
export function withoutReplaced(dataset: Dataset, records: string): string {
  const turn = `row_number() over (partition by ${keyOf(dataset)} order by ${source}.landing desc, ${source}.record desc)`
  const replaced = `select rowid as place from ${records} qualify ${turn} > 1`
  return `delete from ${records} where rowid in (select place from (${replaced}))`
}

/**
 * Turns a table of typed records, none of them lacking a value, into the states of a dataset's rows, in DuckDB's SQL and
 * in the order in which they came: each from the landing that brought it to the one that had it no more.
 * @param names the dataset's columns that records have
 */
export function statesSql(
  dataset: Dataset,
  names: string[],
  {retrieved}: StagingSql,
  records: string,
): string {
  const key = keyOf(dataset)
  const values = names.filter(name => !dataset.key.includes(name)).map(identifier)
  const state = values.length > 0 ? `row(${values.join(', ')})` : 'true'
  const times = retrieved.map((at, number) => `(${number}, ${instant(at)})`).join(', ')
  return `
with landings(landing, retrieved_at) as (values ${times}),
kept as (
  select *, ${source}.landing as _landing, ${source}.record as _record, ${state} as _state from ${records}
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
select city, ${names.map(identifier).join(', ')}, valid_from, valid_to, is_current from (
  select spans.*, begun.retrieved_at as valid_from, ended.retrieved_at as valid_to, ended.retrieved_at is null as is_current
  from spans join landings begun on begun.landing = _landing left join landings ended on ended.landing = _until + 1
  where not _is_same
) order by _landing, _record`
}

/** That a row has every value it must have. */
export const filledSql = (required: string[]): string =>
  required.map(name => `${identifier(name)} is not null`).join(' and ') || 'true'

/** What tells rows apart, the city first. */
export const keyOf = ({key}: Dataset): string => ['city', ...key].map(identifier).join(', ')
