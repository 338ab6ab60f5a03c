import type {Check, Dataset} from '@hromada/datasets'
import {identifier, literal} from '@hromada/pipelines'
import {chosenRows} from './chosen-rows.ts'

export type SetCheck = Extract<Check, {kind: 'unique' | 'relation' | 'sum'}>

export const isSetCheck = (rule: Check): rule is SetCheck => ['unique', 'relation', 'sum'].includes(rule.kind)

export type SetQuestion = {
  /** One row: `asked`, of how many it is asked, and `faults`, how many of them are at fault. */
  counts: string
  /** The rows at fault, by their `_row`; null where none is to blame alone. */
  rows: string | null
}

/**
 * A rule about rows together, in DuckDB's SQL.
 * @param table the city's rows, told apart by `_row`: what can stand after `from`
 * @param others those of the dataset that a relation refers to
 */
export function setQuestion(
  rule: SetCheck,
  {key}: Pick<Dataset, 'key'>,
  table: string,
  others: string,
): SetQuestion {
  const where = (...conditions: string[]) =>
    ` where ${[...conditions, ...chosenRows(rule)].join(' and ') || 'true'}`
  switch (rule.kind) {
    case 'unique': {
      const names = rule.columns.map(identifier)
      const filled = where(`(${names.map(name => `${name} is not null`).join(' or ')})`)
      return {
        counts: `select coalesce(sum(n), 0) as asked, coalesce(sum(n - 1), 0) as faults from (select count(*) as n from ${table}${filled} group by ${names.join(', ')})`,
        rows: `select _row from ${table}${filled} qualify row_number() over (partition by ${names.join(', ')} order by _row) > 1`,
      }
    }
    case 'relation': {
      const column = identifier(rule.column)
      const known = `(select distinct ${identifier(rule.to.column)} as _known from ${others})`
      const joined = `${table} as r left join ${known} as o on r.${column} = o._known`
      const filled = where(`r.${column} is not null`)
      return {
        counts: `select count(*) as asked, count(*) filter (where o._known is null) as faults from ${joined}${filled}`,
        rows: `select _row from ${joined}${filled} and o._known is null`,
      }
    }
    case 'sum': {
      const rest = key.filter(name => name !== rule.by).map(identifier)
      const by = identifier(rule.by)
      const sum = (values: string[]) =>
        `coalesce(sum(${identifier(rule.column)}) filter (where ${by} in (${values.map(literal).join(', ')})), 0)`
      const groups =
        `select count(*) filter (where ${by} = ${literal(rule.whole)}) as wholes, ` +
        `${sum([rule.whole])} <> ${sum(rule.parts)} as is_other from ${table}${where()} group by ${rest.join(', ') || '()'}`
      return {
        counts: `select case when sum(wholes) > 0 then count(*) else 0 end as asked, case when sum(wholes) > 0 then count(*) filter (where is_other) else 0 end as faults from (${groups})`,
        rows: null,
      }
    }
  }
}
