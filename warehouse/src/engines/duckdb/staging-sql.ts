import type {City, Column, Dataset, Feed, Validity} from '@hromada/datasets'
import {
  clockSql,
  identifier,
  instantSql,
  literal,
  sqlTypes,
  textSql,
  valueSql,
  zoneOf,
} from '@hromada/pipelines'

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
   * Every record: `city`, `_landing` (its file: 0 is the oldest), `_record` (its number there), `raw:<column>` (the
   * publisher's text) and `<column>` (its meaning), beside steps on the way.
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
  const {rows, landing, until} = recordsOf(files)
  const clocks = columns
    .filter(([, {type}]) => type === 'timestamp')
    .map(
      ([name, column]) =>
        `${clockSql(identifier(`raw:${name}`), column, feed.columns[name])} as ${clock(name)}`,
    )
  const values = columns.map(([name, column]) => {
    const text = identifier(`raw:${name}`)
    const source = feed.columns[name]
    const meaning = () => {
      if (column.type === 'timestamp')
        return instantSql(text, clock(name), source, shown => instantOf(shown, zoneOf(column, source)))
      const value = valueSql(text, column, source)
      return column.type === 'geometry' && isPlaced
        ? `case when ${system} is null then ${value} else shape_in_degrees(${value}, ${system}) end`
        : value
    }
    return `${meaning()} as ${column.isPast ? read(name) : identifier(name)}`
  })
  const past = columns
    .filter(([, {isPast}]) => isPast)
    .map(([name]) => {
      const isPast = `not ${isBeforeClocks(name)} and ${read(name)} <= _until`
      return `case when ${isPast} then ${read(name)} end as ${identifier(name)}`
    })
  // What is asked several times of one value is a column by then: the database would work it out each time.
  const steps = [clocks, values, past]
  return {
    typed: steps.reduce(
      (rows, step) => `select ${['*', ...step].join(', ')} from (${rows})`,
      `select ${landing} as _landing, file_row_number + 1 as _record, ${literal(city.id)} as city, ${until} as _until, ` +
        `${raw.join(', ')} from ${rows}`,
    ),
    checked: columns.filter(([, column]) => column.type !== 'text' || column.allowed).map(([name]) => name),
    past: columns.filter(([, column]) => column.isPast).map(([name]) => name),
    required: columns.filter(([, column]) => !column.nullable).map(([name]) => name),
    retrieved: files.map(file => file.retrievedAt),
  }
}

/** What was read in a column of the past, whether it can have happened or not. */
export const read = (name: string): string => identifier(`read:${name}`)

/**
 * Was a column of the past read as a time that clocks say which were never set (1970), or spreadsheets of an empty cell
 * (1900)?
 */
export const isBeforeClocks = (name: string): string => `${read(name)} < '1971-01-01'`

const clock = (name: string) => identifier(`clock:${name}`)

/** Zones of the clocks that a feed's times were read from. */
export const zonesOf = (feed: Feed): string[] =>
  Object.entries(feed.dataset.columns)
    .filter(([, {type}]) => type === 'timestamp')
    .map(([name, column]) => zoneOf(column, feed.columns[name]))

/** By a function that has to be made beforehand, for the feed's zones. */
const instantOf = (wall: string, zone: string) => `instant_of(${wall}, ${literal(zone)})`

/** Until when a file may tell of the past: clocks differ and dates have no hour, so a day more is allowed for. */
const untilOf = ({retrievedAt}: LandedFile) =>
  instant(new Date(Date.parse(retrievedAt) + 86_400_000).toISOString())

/** Records of one file, or of several as one: a list of files is opened once, however long it is. */
function recordsOf(files: LandedFile[]): {rows: string; landing: string; until: string} {
  const [first, ...more] = files
  if (more.length === 0)
    return {
      rows: `read_parquet(${literal(first!.path)}, file_row_number = true)`,
      landing: '0',
      until: untilOf(first!),
    }
  // Names that no publisher's header has.
  const [until, index] = [identifier('landing:until'), identifier('landing:index')]
  const times = files.map((file, number) => `(${number}, ${untilOf(file)})`).join(', ')
  return {
    rows:
      `read_parquet([${files.map(({path}) => literal(path)).join(', ')}], union_by_name = true, file_row_number = true) ` +
      `join (values ${times}) as landings(${index}, ${until}) on ${index} = file_index`,
    landing: index,
    until,
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
