import type {Check, City, Dataset} from '@hromada/datasets'
import {identifier, literal} from '@hromada/pipelines'
import {type Area, type Squares, widened} from '../../geometry/city-area.ts'
import {chosenRows} from './chosen-rows.ts'

/** What a rule is asked of, besides the rows. */
export type Asked = {
  city: City
  dataset: Dataset
  /** ISO instant at which the newest of the rows were fetched. */
  retrievedAt: string
  /** The ground of the city, and the key by which SQL asks for it; null where only its box is known. */
  ground: (marginMetres: number) => {key: string; area: Area} | null
}

/** A question about one row at a time: which rows it is asked of, and which of these are at fault. */
export type RowQuestion = {asked: string; isAtFault: string}

export type RowCheck = Extract<
  Check,
  {kind: 'range' | 'pattern' | 'order' | 'filled' | 'past' | 'in-city' | 'shape-in-city'}
>

export const isRowCheck = (rule: Check): rule is RowCheck =>
  ['range', 'pattern', 'order', 'filled', 'past', 'in-city', 'shape-in-city'].includes(rule.kind)

/** A rule about single rows, in DuckDB's SQL. Neither text is ever null. */
export function rowQuestion(rule: RowCheck, about: Asked): RowQuestion {
  const {columns, isAtFault} = rowTest(rule, about)
  const filled = columns.map(column => `${identifier(column)} is not null`)
  const asked = [...filled, ...chosenRows(rule)].join(' and ') || 'true'
  return {asked, isAtFault: `${asked} and coalesce(${isAtFault}, false)`}
}

/** The columns that must be filled for the question to have an answer, and the question. */
function rowTest(
  rule: RowCheck,
  {city, dataset, retrievedAt, ground}: Asked,
): {columns: string[]; isAtFault: string} {
  const column = identifier(rule.column)
  const {type} = dataset.columns[rule.column]!
  switch (rule.kind) {
    case 'range': {
      const bound = (value: number | string) =>
        type === 'date'
          ? `date ${literal(String(value))}`
          : type === 'timestamp'
            ? `timestamptz ${literal(String(value))}`
            : String(value)
      const tests = [
        ...(rule.from === null ? [] : [`${column} < ${bound(rule.from)}`]),
        ...(rule.to === null ? [] : [`${column} > ${bound(rule.to)}`]),
      ]
      return {columns: [rule.column], isAtFault: `(${tests.join(' or ')})`}
    }
    case 'pattern':
      return {
        columns: [rule.column],
        isAtFault: `not regexp_matches(${column}, ${literal(rule.pattern)}${rule.ignoresCase ? `, 'i'` : ''})`,
      }
    case 'order': {
      const [a, b] = comparable(rule.column, rule.than, dataset, city)
      return {columns: [rule.column, rule.than], isAtFault: `not (${a} ${rule.isStrict ? '<' : '<='} ${b})`}
    }
    case 'filled':
      return {columns: [], isAtFault: `${column} is null`}
    case 'past': {
      const zone = literal(city.zone)
      const today = `cast(timestamptz ${literal(retrievedAt)} at time zone ${zone} as date)`
      const isAhead =
        type === 'date'
          ? `${column} > ${today}`
          : `${column} >= cast(${today} + 1 as timestamp) at time zone ${zone}`
      return {columns: [rule.column], isAtFault: isAhead}
    }
    case 'in-city': {
      const lat = identifier(rule.lat)
      const known = ground(rule.marginMetres)
      const [west, south, east, north] = widened(city.bbox)
      const isInside = known
        ? isOnGround(column, lat, known.key, known.area.squares)
        : `${column} between ${west} and ${east} and ${lat} between ${south} and ${north}`
      return {columns: [rule.column, rule.lat], isAtFault: `not (${isInside})`}
    }
    case 'shape-in-city':
      return {
        columns: [rule.column],
        isAtFault: `not is_shape_in_box(${column}, ${widened(city.bbox).join(', ')})`,
      }
  }
}

/** A day and an instant are compared as days of the city's calendar. */
function comparable(a: string, b: string, {columns}: Dataset, {zone}: City): [string, string] {
  const types = [columns[a]!.type, columns[b]!.type]
  const isMixed = types.includes('date') && types.includes('timestamp')
  const text = (name: string) =>
    isMixed && columns[name]!.type === 'timestamp'
      ? `cast(${identifier(name)} at time zone ${literal(zone)} as date)`
      : identifier(name)
  return [text(a), text(b)]
}

/** Most places are answered by the square in which they lie: a function of ours is called for the others alone. */
function isOnGround(
  lon: string,
  lat: string,
  key: string,
  {perLon, perLat, west, south, side, columns, rows, answers}: Squares,
): string {
  const [x, y] = [`(${lon} * ${perLon} - ${west})`, `(${lat} * ${perLat} - ${south})`]
  // The database would work each of them out again wherever it stands, so the grid's edges are asked in metres.
  const isOnGrid = `${x} between 0 and ${columns * side} and ${y} between 0 and ${rows * side}`
  const column = `least(floor(${x} / ${side}), ${columns - 1})`
  const row = `least(floor(${y} / ${side}), ${rows - 1})`
  const square = `cast(${row} * ${columns} + ${column} + 1 as bigint)`
  return (
    // A letter of a long text is found in a fraction of the time of an item of a long list.
    `case when not (${isOnGrid}) then false else case substr(${literal(answers.join(''))}, ${square}, 1) ` +
    `when '1' then true when '2' then false else is_in_area(${lon}, ${lat}, ${literal(key)}) end end`
  )
}
