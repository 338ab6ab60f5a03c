import type {Column, ColumnType} from '../contract/index.ts'
import type {OpenTable} from '../release/open-release.ts'
import {h3ShapeName} from './h3-function.ts'
import {identifier, literal} from './identifier.ts'

// Rows become text inside the database: it formats a million rows a second, JavaScript a tenth of that.

/** One CSV line with its line end. Missing is empty, the empty text is `""`. */
export const csvLine = (columns: Column[]): string =>
  `concat(${columns.map(column => csvValue(column)).join(", ',', ")}, chr(10))`

/** One cell of a CSV line; missing is null. `at` says where the column's value is found. */
export const csvValue = ({name, type}: Column, at: Expression = identifier): string => csvCell[type](at(name))

/** One JSON object, between the given texts. */
export const jsonLine = (columns: Column[], before: string, after: string): string =>
  `concat(${literal(before)}, ${jsonMembers(columns)}, ${literal(after)})`

/** A JSON object as SQL expressions to be concatenated. `at` says where a column's value is found. */
export function jsonMembers(columns: Column[], at: Expression = identifier): string {
  if (columns.length === 0) return literal('{}')
  const members = columns.map(
    (column, index) =>
      `${literal(`${index === 0 ? '{' : ','}${JSON.stringify(column.name)}:`)}, ` +
      `coalesce(${jsonValue[column.type](at(column.name))}, 'null')`,
  )
  return `${members.join(', ')}, '}'`
}

type Expression = (name: string) => string

const asText: Expression = name => `${name}::varchar`

// Seconds are enough where nothing follows them: casting leaves out a fraction of zero.
const timestampText: Expression = name =>
  `replace(make_timestamp(epoch_us(${name}))::varchar, ' ', 'T') || 'Z'`

const quotedCell: Expression = name => {
  const special = ["','", `'"'`, 'chr(10)', 'chr(13)'].map(mark => `contains(${name}, ${mark})`)
  return `case when ${name} = '' or ${special.join(' or ')} then '"' || replace(${name}, '"', '""') || '"' else ${name} end`
}

const csvCell: Record<ColumnType, Expression> = {
  text: quotedCell,
  integer: asText,
  number: asText,
  decimal: asText,
  date: asText,
  timestamp: timestampText,
  boolean: asText,
  json: quotedCell,
  geometry: quotedCell,
}

const quotedJson: Expression = name => `to_json(${name})::varchar`

// Line ends between the tokens of valid JSON are spaces to a reader, but would tear a line of NDJSON.
const oneLine: Expression = name => `translate(${name}, chr(10) || chr(13), '  ')`

// The database takes NaN, infinities and commas before a bracket for JSON; readers do not. Where a text could hold
// one of them, its strings are emptied and what remains is looked at.
const laxities = String.raw`(?i)nan|inf|,\s*[\]}]`
const strings = String.raw`"(?:[^"\\]|\\.)*"`

const isJson: Expression = name =>
  `json_valid(${name}) and (not regexp_matches(${name}, '${laxities}') ` +
  `or not regexp_matches(regexp_replace(${name}, '${strings}', '""', 'g'), '${laxities}'))`

const embeddedJson: Expression = name =>
  `case when ${isJson(name)} then ${oneLine(name)} else ${quotedJson(name)} end`

const jsonValue: Record<ColumnType, Expression> = {
  text: quotedJson,
  integer: asText,
  // JSON has no NaN and no infinity.
  number: name => `case when isfinite(${name}) then ${name}::varchar end`,
  decimal: asText,
  date: name => `'"' || ${name}::varchar || '"'`,
  timestamp: name => `'"' || ${timestampText(name)} || '"'`,
  boolean: asText,
  json: embeddedJson,
  geometry: embeddedJson,
}

/** One GeoJSON feature after the given text. Its id is the grain, `kyiv/12345`; the place may lie outside `properties`. */
export function featureLine(
  place: NonNullable<OpenTable['place']>,
  grain: string[],
  properties: Column[],
  before: string,
): string {
  const id =
    grain.length === 0
      ? []
      : [`'"id":'`, `to_json(concat_ws('/', ${grain.map(identifier).join(', ')}))::varchar`, `','`]
  const parts = [
    literal(`${before}{"type":"Feature",`),
    ...id,
    `'"geometry":'`,
    `coalesce(${geometryOf(place)}, 'null')`,
    `',"properties":'`,
    jsonMembers(properties),
    `'}'`,
  ]
  return `concat(${parts.join(', ')})`
}

function geometryOf(place: NonNullable<OpenTable['place']>): string {
  if (place.kind === 'point') return point(place.lon, place.lat)
  return place.kind === 'h3' ? `${h3ShapeName}(${identifier(place.column)})` : geometry(place.column)
}

const geometry = (column: string): string =>
  `case when ${isJson(identifier(column))} then ${oneLine(identifier(column))} end`

function point(lon: string, lat: string): string {
  const [x, y] = [identifier(lon), identifier(lat)]
  const isKnown = `isfinite(${x}) and isfinite(${y})`
  return `case when ${isKnown} then '{"type":"Point","coordinates":[' || ${x}::varchar || ',' || ${y}::varchar || ']}' end`
}
