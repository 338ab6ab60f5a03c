import type {DuckDBConnection} from '@duckdb/node-api'
import {identifier, rowsOf} from '../duckdb.ts'

/** A column of a relation whose key, as text, is the relation's column `_key` (null where it is not known). */
export type Sample = {relation: string; header: string}

/** By what two columns are alike, and how much: a share from 0 to 1. */
export type Likeness = {by: 'key' | 'values' | 'writing'; share: number}

/** Pairs of rows with the same key that are enough to judge by. */
const enoughPairs = 5

/** From what share on two columns are taken for one. */
const alike = {key: 0.8, values: 0.5, writing: 0.9}

/**
 * Are two columns the same one under another name? Rows with the same key that hold the same value say it best; then
 * values that are in both; then how they are written, digits and letters apart. Null where they are not.
 */
export async function likeness(
  duck: DuckDBConnection,
  before: Sample,
  now: Sample,
): Promise<Likeness | null> {
  const [a, b] = [identifier(before.header), identifier(now.header)]
  const [pairs] = await rowsOf<{pairs: number; same: number}>(
    duck,
    `select count(*) as pairs, count(*) filter (where b.${a} = n.${b}) as same
     from (select _key, any_value(${a}) as ${a} from ${before.relation} group by _key having count(*) = 1) b
     join (select _key, any_value(${b}) as ${b} from ${now.relation} group by _key having count(*) = 1) n using (_key)
     where b.${a} is not null and n.${b} is not null`,
  )
  if (pairs && pairs.pairs >= enoughPairs) {
    const share = pairs.same / pairs.pairs
    return share >= alike.key ? {by: 'key', share} : null
  }
  const values = await overlap(duck, {...before, as: a}, {...now, as: b}, true)
  // A handful of words, as in yes and no, is in many columns.
  if (values.kinds >= 10 && values.share >= alike.values) return {by: 'values', share: values.share}
  // Words alone look like other words: only what has digits is known again by how it is written.
  const shape = (name: string, side: string) =>
    `case when ${name} is not null then if(regexp_matches(${name}, '[0-9]'), ` +
    `regexp_replace(regexp_replace(${name}, '[0-9]', '9', 'g'), '[\\p{L}]+', 'a', 'g'), '${side}') end`
  const writing = await overlap(
    duck,
    {...before, as: shape(a, 'before')},
    {...now, as: shape(b, 'now')},
    false,
  )
  return writing.share >= alike.writing ? {by: 'writing', share: writing.share} : null
}

/** How much of the new column's rows hold texts of the old one: of its different texts, or weighed by how often they are. */
async function overlap(
  duck: DuckDBConnection,
  before: Sample & {as: string},
  now: Sample & {as: string},
  isByKind: boolean,
): Promise<{share: number; kinds: number}> {
  const counts = ({relation, as}: Sample & {as: string}) =>
    `(select ${as} as text, count(*) / sum(count(*)) over () as share from ${relation} where ${as} is not null group by 1)`
  const [found] = await rowsOf<{share: number | null; kinds: number}>(
    duck,
    `select ${isByKind ? 'count(b.text) / nullif(count(*), 0)' : 'sum(least(n.share, coalesce(b.share, 0)))'} as share,
       count(*) as kinds
     from ${counts(now)} n left join ${counts(before)} b using (text)`,
  )
  return {share: Number(found?.share ?? 0), kinds: found?.kinds ?? 0}
}
