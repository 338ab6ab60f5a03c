import type {City, Column, Dataset, Feed, Validity} from '@hromada/datasets'
import {identifier, literal, sqlTypes, textSql, valueSql} from '@hromada/pipelines'

/** A landed Parquet file, and what of it the SQL must know. */
export type LandedFile = {
  path: string
  columns: string[]
  /** ISO instant at which it was fetched; what it tells of the past cannot be later. */
  retrievedAt: string
}

/** How one city's landed files become typed rows, in DuckDB's SQL. */
export type StagingSql = {
  /**
   * Every record: `_landing` (its file: 0 is the oldest), `_record` (its number there), `raw:<column>` (the publisher's
   * text) and `<column>` (its meaning).
   */
  typed: string
  /** Columns whose meaning can fail to be found in the text. */
  checked: string[]
  /** Columns of the past: `read:<column>` is what was read, before what cannot have happened then was taken out. */
  past: string[]
  required: string[]
  /** Instants at which the files were fetched, the oldest first. */
  retrieved: string[]
}

/**
 * The staging query of one city and dataset over its landed files, the oldest first. Bad values become null, never an
 * error. A column that a file has not is empty there. Shapes are turned into degrees of WGS 84 here, and nowhere else.
 */
export function stagingSql(city: City, feed: Feed, files: LandedFile[]): StagingSql {
  const columns = Object.entries(feed.dataset.columns)
  const present = new Set(files.flatMap(file => file.columns))
  const raw = columns.map(
    ([name, column]) =>
      `${textSql(column, feed.columns[name], feed.nulls, present)} as ${identifier(`raw:${name}`)}`,
  )
  // What a reader says of a file's shapes; where it says nothing, they are in degrees.
  const system = identifier('landed:crs')
  const isPlaced = present.has('crs') && columns.some(([, column]) => column.type === 'geometry')
  if (isPlaced) raw.push(`crs as ${system}`)
  const {rows, landing, retrievedAt} = recordsOf(files)
  const typed = columns.map(([name, column]) => {
    const text = identifier(`raw:${name}`)
    const value = valueSql(text, column, feed.columns[name])
    const read =
      column.type === 'geometry' && isPlaced
        ? `case when ${system} is null then ${value} else shape_in_degrees(${value}, ${system}) end`
        : value
    if (!column.isPast) return `${text}, ${read} as ${identifier(name)}`
    const early = identifier(`read:${name}`)
    // Clocks differ and dates have no hour, so a day is allowed for.
    const isPast = `not ${isBeforeClocks(name)} and ${early} <= _at + interval 1 day`
    return `${text}, ${read} as ${early}, case when ${isPast} then ${early} end as ${identifier(name)}`
  })
  return {
    typed:
      `select _landing, _record, ${literal(city.id)} as city, ${typed.join(', ')} from (select ${landing} as _landing, ` +
      `file_row_number + 1 as _record, ${retrievedAt} as _at, ${raw.join(', ')} from ${rows})`,
    checked: columns.filter(([, column]) => column.type !== 'text' || column.allowed).map(([name]) => name),
    past: columns.filter(([, column]) => column.isPast).map(([name]) => name),
    required: columns.filter(([, column]) => !column.nullable).map(([name]) => name),
    retrieved: files.map(file => file.retrievedAt),
  }
}

/**
 * Was a column of the past read as a time that clocks say which were never set (1970), or spreadsheets of an empty cell
 * (1900)?
 */
export const isBeforeClocks = (name: string): string => `${identifier(`read:${name}`)} < '1971-01-01'`

/** Records of one file, or of several as one: a list of files is opened once, however long it is. */
function recordsOf(files: LandedFile[]): {rows: string; landing: string; retrievedAt: string} {
  const [first, ...more] = files
  if (more.length === 0)
    return {
      rows: `read_parquet(${literal(first!.path)}, file_row_number = true)`,
      landing: '0',
      retrievedAt: instant(first!.retrievedAt),
    }
  // Names that no publisher's header has.
  const [at, index] = [identifier('landing:at'), identifier('landing:index')]
  const times = files.map(({retrievedAt}, number) => `(${number}, ${instant(retrievedAt)})`).join(', ')
  return {
    rows:
      `read_parquet([${files.map(({path}) => literal(path)).join(', ')}], union_by_name = true, file_row_number = true) ` +
      `join (values ${times}) as landings(${index}, ${at}) on ${index} = file_index`,
    landing: index,
    retrievedAt: at,
  }
}

/** An ISO instant as SQL. */
export const instant = (text: string): string => `timestamptz ${literal(text)}`

/** What a table of snapshots says of a row besides its columns. */
const validity: Record<keyof Validity, string> = {
  valid_from: 'timestamptz',
  valid_to: 'timestamptz',
  is_current: 'boolean',
}

/** Columns of a dataset's staging table besides `city`, in order. */
export const stagingColumns = ({columns, load}: Dataset): string[] => [
  ...Object.keys(columns),
  ...(load.mode === 'snapshot' ? Object.keys(validity) : []),
]

/** An empty staging table of the right shape, for a dataset no chosen city has. */
export const emptyStagingSql = ({columns, load}: Dataset): string =>
  `select ${[
    'cast(null as varchar) as city',
    ...Object.entries<Column>(columns).map(
      ([name, {type}]) => `cast(null as ${sqlTypes[type]}) as ${identifier(name)}`,
    ),
    ...(load.mode === 'snapshot' ? Object.entries(validity) : []).map(
      ([name, type]) => `cast(null as ${type}) as ${identifier(name)}`,
    ),
  ].join(', ')} where false`
