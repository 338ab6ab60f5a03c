import {identifier, literal} from '@hromada/pipelines'
import type {Model} from '../model.ts'
import type {Warehouse} from '../warehouse.ts'

/** What the parts of a partitioned table were made from. */
export type PartitionState = {
  /** Of the query and of all inputs but the partitioned one: when it changes every part is made anew. */
  rest: string
  /** Hash of the input's rows, by part. */
  parts: Record<string, string>
}

type Partitioned = Extract<Model['materialise'], {as: 'partitions'}>

/** Hashes of the rows of each part of the input, whatever their order. */
export async function partHashes(
  {by, of}: Partitioned,
  warehouse: Warehouse,
): Promise<Record<string, string>> {
  const rows = await warehouse.rows<{part: string; hash: string}>(
    `select ${partText(by)} as part, concat(count(*), '-', sum(hash(t)::hugeint), '-', bit_xor(hash(t))) as hash ` +
      `from ${identifier(of)} t group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map(({part, hash}) => [part, hash]))
}

/**
 * The statements that make anew only the parts whose input changed; null where all have to be. The query reads its
 * input under its own name, narrowed to those parts.
 */
export function partStatements(
  model: Model,
  {by, of}: Partitioned,
  before: PartitionState | null,
  now: PartitionState,
): string[] | null {
  if (!before || before.rest !== now.rest) return null
  const changed = [...new Set([...Object.keys(before.parts), ...Object.keys(now.parts)])].filter(
    part => before.parts[part] !== now.parts[part],
  )
  if (changed.length === 0) return []
  // Where most has changed one query is cheaper than two.
  if (changed.length * 2 > Object.keys(now.parts).length) return null
  const isChanged = `${partText(by)} in (${changed.map(literal).join(', ')})`
  const input = `${identifier(of)} as (select * from main.${identifier(of)} where ${isChanged})`
  return [
    `delete from ${identifier(model.name)} where ${isChanged}`,
    `insert into ${identifier(model.name)} by name with ${input} select * from (${model.sql})`,
  ]
}

const partText = (by: string) => `coalesce(cast(${identifier(by)} as varchar), '')`
