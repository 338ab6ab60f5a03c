import type {DuckDBConnection} from '@duckdb/node-api'
import type {Column, ColumnSource, Feed} from '@hromada/datasets'
import {rowsOf} from '../duckdb.ts'
import {textSql} from '../typing/text-sql.ts'
import {valueSql} from '../typing/value-sql.ts'
import type {Rows} from './find-vanished.ts'

/** From what share of the values on a way of reading is worth offering. */
const good = 0.9

const days = ['%d.%m.%Y', '%Y-%m-%d', '%d/%m/%Y', '%m/%d/%Y', '%d-%m-%Y', '%Y/%m/%d', '%Y%m%d', '%d.%m.%y']
const clocks = ['%H:%M', '%H:%M:%S', '%H:%M:%S.%f', '%I:%M:%S %p', '%I:%M %p']

/**
 * Ways of reading a column that suit values which the declared one does not: another date format, a decimal comma,
 * a word that means "nothing". Each is what a city's profile would say.
 */
export async function suggestReadings(
  name: string,
  {dataset, columns: sources, nulls}: Feed,
  now: Rows,
  duck: DuckDBConnection,
): Promise<{columns: ColumnSource[]; nulls: string | null}> {
  const column = dataset.columns[name]!
  const source = sources[name] ?? {}
  const text = textSql(column, source, nulls, new Set(now.columns))
  const candidates = candidatesFor(column, source)
  const counts = candidates.map(
    (candidate, index) => `count(${valueSql('t', column, candidate)}) as c${index}`,
  )
  const [found] = await rowsOf<Record<string, number>>(
    duck,
    `select ${['count(t) as filled', ...counts].join(', ')} from (select ${text} as t from ${now.relation})`,
  )
  const filled = found?.filled ?? 0
  const suited = candidates
    .map((candidate, index) => ({candidate, share: (found?.[`c${index}`] ?? 0) / filled}))
    .filter(({share}) => share >= good)
  const most = Math.max(...suited.map(({share}) => share))
  const best = suited.filter(({share}) => share === most).map(({candidate}) => candidate)
  // One word for most of what cannot be read stands for "nothing".
  const [word] = await rowsOf<{t: string; share: number}>(
    duck,
    `select t, count(*) / ${filled} as share from (select ${text} as t from ${now.relation})
     where t is not null and ${valueSql('t', column, source)} is null group by t order by 2 desc, 1 limit 1`,
  )
  const isWord = word && word.share >= 0.5 && /^[\p{L}\p{P}\s]{1,20}$/u.test(word.t)
  return {
    // What is ISO 8601 needs no pattern of its own.
    columns: best[0]?.format?.includes('iso') ? best.slice(0, 1) : best,
    nulls: isWord && column.type !== 'text' && column.type !== 'boolean' ? word.t : null,
  }
}

function candidatesFor(column: Column, source: ColumnSource): ColumnSource[] {
  const declared = [source.format ?? column.format].flat()
  const withFormat = (format: string) => ({...source, format: [...declared, format]})
  switch (column.type) {
    case 'date':
    case 'timestamp':
      return [
        'iso',
        ...days,
        ...days.flatMap(day => clocks.flatMap(clock => [`${day} ${clock}`, `${day}T${clock}`])),
      ]
        .filter(format => !declared.includes(format))
        .map(withFormat)
    case 'integer':
    case 'number':
    case 'decimal':
      return source.decimal === ',' ? [] : [{...source, decimal: ','}]
    default:
      return []
  }
}
