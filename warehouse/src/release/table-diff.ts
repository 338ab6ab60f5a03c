import {identifier, literal} from '@hromada/pipelines'
import type {ReleaseTable} from './release-manifest.ts'

/** A table of a release, and where its file lies. */
export type TableAt = Pick<ReleaseTable, 'columns' | 'grain' | 'sha256'> & {path: string}

/** How the columns of a table differ. */
export type ColumnDiff = {
  added: string[]
  removed: string[]
  /** The name stayed, the type did not. */
  retyped: string[]
  /** In both, whatever their types: only these are compared. */
  common: string[]
}

export function diffColumns(before: TableAt, after: TableAt): ColumnDiff {
  const types = (table: TableAt) => new Map(table.columns.map(({name, type}) => [name, type]))
  const [old, now] = [types(before), types(after)]
  const common = [...now.keys()].filter(name => old.has(name))
  return {
    added: [...now.keys()].filter(name => !old.has(name)),
    removed: [...old.keys()].filter(name => !now.has(name)),
    retyped: common.filter(name => old.get(name) !== now.get(name)),
    common,
  }
}

/**
 * DuckDB's SQL for how the rows of a table differ between two releases. Rows are the same row where their grain is;
 * of a table whose grain is not the same in both, or that has none, equal rows are the same row, and none changes.
 *
 * - `counts`: one row: `added`, `removed`, `changed`, and a column per compared one with how many rows changed in it;
 * - `rows`: a row per difference in the order of the grain: `change` (added, removed, changed), `changed_columns`, and
 *   structs `before` and `after` of the whole row, null where there is none.
 */
export function tableDiffSql(before: TableAt, after: TableAt): {counts: string; rows: string} {
  const {common, retyped} = diffColumns(before, after)
  const isKeyed =
    after.grain.length > 0 &&
    before.grain.join() === after.grain.join() &&
    !after.grain.some(name => retyped.includes(name))
  return isKeyed ? keyed(before, after, common, new Set(retyped)) : unkeyed(before, after, common)
}

const fileOf = ({path}: TableAt) => `read_parquet(${literal(path)})`

function keyed(before: TableAt, after: TableAt, common: string[], retyped: Set<string>) {
  const {grain} = after
  const compared = common.filter(name => !grain.includes(name))
  const isOther = (name: string) => {
    const text = retyped.has(name) ? '::varchar' : ''
    return `a.r.${identifier(name)}${text} is distinct from b.r.${identifier(name)}${text}`
  }
  const match = grain
    .map(name => `a.r.${identifier(name)} is not distinct from b.r.${identifier(name)}`)
    .join(' and ')
  const joined = `from (select r from ${fileOf(before)} r) a full join (select r from ${fileOf(after)} r) b on ${match}`
  const isChanged = compared.map(isOther).join(' or ') || 'false'
  const both = 'a.r is not null and b.r is not null'
  const names = compared.map(name => `case when ${isOther(name)} then ${literal(name)} end`)
  return {
    counts: `select ${[
      'count(*) filter (where a.r is null) as added',
      'count(*) filter (where b.r is null) as removed',
      `count(*) filter (where ${both} and (${isChanged})) as changed`,
      ...compared.map(
        name => `count(*) filter (where ${both} and ${isOther(name)}) as ${identifier(`column:${name}`)}`,
      ),
    ].join(', ')} ${joined}`,
    rows:
      `select case when a.r is null then 'added' when b.r is null then 'removed' else 'changed' end as change, ` +
      `case when ${both} then list_filter([${names.join(', ')}]::varchar[], x -> x is not null) end as changed_columns, ` +
      `a.r as before, b.r as after ${joined} where a.r is null or b.r is null or ${isChanged} order by ` +
      grain.map(name => `coalesce(a.r.${identifier(name)}, b.r.${identifier(name)})`).join(', '),
  }
}

function unkeyed(before: TableAt, after: TableAt, common: string[]) {
  const columns = common.map(identifier).join(', ')
  // Equal rows are numbered, so that two of them are told apart from three.
  const numbered = (table: TableAt) =>
    `(select r, row(${columns}, row_number() over (partition by ${columns})) as k from ${fileOf(table)} r)`
  const joined = `from ${numbered(before)} a full join ${numbered(after)} b on a.k = b.k`
  return {
    counts:
      `select count(*) filter (where a.r is null) as added, count(*) filter (where b.r is null) as removed, ` +
      `0 as changed ${joined}`,
    rows:
      `select case when a.r is null then 'added' else 'removed' end as change, null::varchar[] as changed_columns, ` +
      `a.r as before, b.r as after ${joined} where a.r is null or b.r is null order by coalesce(a.k, b.k)`,
  }
}
