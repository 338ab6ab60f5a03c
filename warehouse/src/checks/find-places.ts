import {identifier} from '@hromada/pipelines'
import type {Warehouse} from '../warehouse.ts'
import type {Subject} from './rule-result.ts'

/** Where a staged row lies in what has landed, and what the publisher wrote there. */
export type Place = {record: number; texts: Record<string, string | null>}

/**
 * Finds staged rows again in what has landed: by their key, or, where nothing can take another's place by its key, by how
 * many rows are before them. Texts are read again only of the records that come into question.
 * @param rows their `_row`
 * @param columns whose texts are wanted
 */
export async function findPlaces(
  subject: Subject,
  rows: number[],
  columns: string[],
  warehouse: Warehouse,
): Promise<Map<number, Place>> {
  if (rows.length === 0) return new Map()
  const candidates = await warehouse.rows<{_row: number; _landing: number; _record: number}>(
    subject.dataset.key.length > 0 ? byKey(subject, rows) : byNumber(subject, rows),
  )
  if (candidates.length === 0) return new Map()
  const texts = columns.map((name, index) => `, ${identifier(`raw:${name}`)} as t${index}`).join('')
  const records = await warehouse.rows<Record<string, unknown>>(
    `select _landing, _record, _is_kept${texts} from ${subject.typed} ` +
      `where _record in (${[...new Set(candidates.map(({_record}) => _record))].join(', ')})`,
  )
  const known = new Map(records.map(one => [`${one._landing} ${one._record}`, one]))
  const places = new Map<number, Place>()
  // Later records come later here: of those with one key the last is the one that was kept.
  for (const {_row, _landing, _record} of candidates) {
    const record = known.get(`${_landing} ${_record}`)
    if (!record?._is_kept) continue
    const written = columns.map((name, index) => [name, (record[`t${index}`] as string | null) ?? null])
    places.set(_row, {record: _record, texts: Object.fromEntries(written)})
  }
  return places
}

function byKey({dataset, table, typed}: Subject, rows: number[]): string {
  const key = dataset.key.map(identifier)
  return (
    `with wanted as (select _row, ${key.join(', ')} from ${table} where _row in (${rows.join(', ')})), ` +
    `landed as (select _landing, _record, ${key.map((name, index) => `${name} as k${index}`).join(', ')} from ${typed}) ` +
    `select _row, _landing, _record from landed join wanted on ` +
    `${key.map((name, index) => `k${index} is not distinct from wanted.${name}`).join(' and ')} order by _landing, _record`
  )
}

const byNumber = ({table, typed}: Subject, rows: number[]) =>
  `with staged as (select _row, row_number() over (order by _row) as _number from ${table}), ` +
  `landed as (select _landing, _record, row_number() over (order by _landing, _record) as _number from ${typed} where _is_kept) ` +
  `select _row, _landing, _record from landed join staged using (_number) where _row in (${rows.join(', ')})`
