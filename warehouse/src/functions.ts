import {type Expression, type RawBuilder, sql} from 'kysely'

/**
 * What models need beyond plain SQL, each in one place and with its type. Raw SQL lives here and in `engines/`
 * only, so that another engine can give a function another form.
 */

type Of<T> = Expression<T>

/** A literal of SQL that a function takes as it is; never a value from data. */
const word = (text: string) => sql.raw(`'${text.replaceAll("'", "''")}'`)

// Money: exact decimals, kopiykas included.
export const sumOfMoney = (value: Of<string | null>): RawBuilder<string> =>
  sql`cast(coalesce(sum(${value}), 0) as decimal(18, 2))`
export const sumOfMoneyWhere = (value: Of<string | null>, condition: Of<unknown>): RawBuilder<string> =>
  sql`cast(coalesce(sum(${value}) filter (where ${condition}), 0) as decimal(18, 2))`
export const minus = (a: Of<string>, b: Of<string>): RawBuilder<string> =>
  sql`cast(${a} - ${b} as decimal(18, 2))`
export const dividedExactly = (value: Of<string>, by: Of<number>): RawBuilder<string> =>
  sql`cast(${value} / ${by} as decimal(18, 2))`
export const zeroIfNull = (value: Of<string | null>): RawBuilder<string> =>
  sql`cast(coalesce(${value}, 0) as decimal(18, 2))`
/** How many times `part` goes into `whole`, to the nearest whole number; 1 where the part is zero. */
export const wholeRatio = (whole: Of<string>, part: Of<string>): RawBuilder<number> =>
  sql`case when ${part} = 0 then 1 else greatest(1, cast(round(cast(${whole} as double) / cast(${part} as double)) as integer)) end`

// Numbers and texts.
export const integer = (value: Of<unknown>): RawBuilder<number> => sql`cast(${value} as integer)`
export const rounded = (value: Of<number | null>, digits: number): RawBuilder<number | null> =>
  sql`round(${value}, ${sql.raw(String(digits))})`
export const left = (text: Of<string>, length: number): RawBuilder<string> =>
  sql`left(${text}, ${sql.raw(String(length))})`
export const right = (text: Of<string>, length: number): RawBuilder<string> =>
  sql`right(${text}, ${sql.raw(String(length))})`
export const joined = (separator: string, ...texts: Of<string | null>[]): RawBuilder<string | null> =>
  sql`nullif(concat_ws(${word(separator)}, ${sql.join(texts)}), '')`
/** Twelve hex digits that stay the same as long as the texts do. */
export const keyOf = (...texts: Of<string | null>[]): RawBuilder<string> =>
  sql`left(md5(concat_ws('|', ${sql.join(texts)})), 12)`
export const constant = (text: string): RawBuilder<string> => sql`${word(text)}`
export const trimmed = (text: Of<string | null>): RawBuilder<string | null> => sql`nullif(trim(${text}), '')`

// Time.
export const yearOf = (date: Of<string>): RawBuilder<number> => sql`cast(year(${date}) as integer)`
export const monthOf = (date: Of<string>): RawBuilder<number> => sql`cast(month(${date}) as integer)`
export const lastOfMonth = (year: Of<number>, month: Of<number>): RawBuilder<string> =>
  sql`last_day(make_date(${year}, ${month}, 1))`
/** First day of the month in which an instant falls by the city's clock. */
export const localMonth = (instant: Of<Date | null>, zone: Of<string>): RawBuilder<string> =>
  sql`cast(date_trunc('month', ${instant} at time zone ${zone}) as date)`
export const localDate = (instant: Of<Date>, zone: Of<string>): RawBuilder<string> =>
  sql`cast(${instant} at time zone ${zone} as date)`
export const localHour = (instant: Of<Date>, zone: Of<string>): RawBuilder<number> =>
  sql`cast(hour(${instant} at time zone ${zone}) as integer)`
export const hoursBetween = (from: Of<Date>, to: Of<Date | null>): RawBuilder<number> =>
  sql`date_diff('second', ${from}, ${to}) / 3600.0::double`
/** Beginnings of the hours that an interval touches, one row each. */
export const hoursTouched = (from: Of<Date>, to: Of<Date>): RawBuilder<Date> =>
  sql`unnest(generate_series(date_trunc('hour', ${from}), ${to}, interval 1 hour))`
/** Hours of an interval that fall into the hour beginning at `hour`. */
export const hoursWithin = (hour: Of<Date>, from: Of<Date>, to: Of<Date>): RawBuilder<number> =>
  sql`greatest(0, date_diff('second', greatest(${hour}, ${from}), least(${hour} + interval 1 hour, ${to}))) / 3600.0::double`

// Aggregates and windows.
export const countOf = (): RawBuilder<number> => sql`count(*)`
export const countWhere = (condition: Of<unknown>): RawBuilder<number> =>
  sql`count(*) filter (where ${condition})`
export const medianWhere = (value: Of<number | null>, condition: Of<unknown>): RawBuilder<number | null> =>
  sql`median(${value}) filter (where ${condition})`
export const newest = <T>(value: Of<T>, by: Of<unknown>): RawBuilder<T> => sql`arg_max(${value}, ${by})`
/** A running value over `partition` in the order of `order`, the row itself included. */
export const running = <T>(
  aggregate: 'sum' | 'product' | 'max' | 'min',
  value: Of<T>,
  partition: Of<unknown>[],
  order: Of<unknown>,
): RawBuilder<T> =>
  sql`${sql.raw(aggregate)}(${value}) over (partition by ${sql.join(partition)} order by ${order} rows between unbounded preceding and current row)`
/** The same over the rows before this one. */
export const runningBefore = <T>(
  aggregate: 'sum' | 'max',
  value: Of<T>,
  partition: Of<unknown>[],
  order: Of<unknown>,
): RawBuilder<T | null> =>
  sql`${sql.raw(aggregate)}(${value}) over (partition by ${sql.join(partition)} order by ${order} rows between unbounded preceding and 1 preceding)`
/** The value of the row before, or the fallback on the first one. */
export const before = (value: Of<string>, partition: Of<unknown>[], order: Of<unknown>): RawBuilder<string> =>
  sql`lag(${value}, 1, 0) over (partition by ${sql.join(partition)} order by ${order})`
export const totalOver = <T>(value: Of<T>, partition: Of<unknown>[]): RawBuilder<T> =>
  sql`sum(${value}) over (partition by ${sql.join(partition)})`
export const maxOver = <T>(value: Of<T>, partition: Of<unknown>[]): RawBuilder<T> =>
  sql`max(${value}) over (partition by ${sql.join(partition)})`
export const rowNumber = (partition: Of<unknown>[], order: Of<unknown>[]): RawBuilder<number> =>
  sql`row_number() over (partition by ${sql.join(partition)} order by ${sql.join(order)})`

/** How many rows share these values. */
export const countOver = (partition: Of<unknown>[]): RawBuilder<number> =>
  sql`count(*) over (partition by ${sql.join(partition)})`

// Arithmetic of survival curves.
export const calculated = <T = number>(
  parts: TemplateStringsArray,
  ...values: Of<unknown>[]
): RawBuilder<T> => sql<T>(parts, ...values)

// JSON and shapes.
export const jsonNumber = (json: Of<string | null>, path: string): RawBuilder<number | null> =>
  sql`try_cast(json_extract_string(${json}, ${word(`$.${path}`)}) as double)`
export const jsonText = (json: Of<string | null>, path: string): RawBuilder<string | null> =>
  sql`json_extract_string(${json}, ${word(`$.${path}`)})`
/** Elements of a JSON array, one row each, as JSON texts. */
export const jsonElements = (json: Of<string | null>): RawBuilder<string> =>
  sql`unnest(cast(json_extract(${json}, '$[*]') as varchar[]))`
/** {lon, lat, area_m2} of a GeoJSON polygon, as JSON text. */
export const polygonMeasures = (geometry: Of<string | null>): RawBuilder<string | null> =>
  sql`polygon_measures(${geometry})`
/** Outline of a block of a raster, by its north-west corner and its sides in a coordinate system, as GeoJSON text. */
export const gridOutline = (
  xWest: Of<number>,
  yNorth: Of<number>,
  width: Of<unknown>,
  height: Of<unknown>,
  crs: Of<string>,
): RawBuilder<string | null> => sql`grid_outline(${xWest}, ${yNorth}, ${width}, ${height}, ${crs})`
/** {lon, lat, ground_m, height_m, area_m2, footprint} of a CityJSONFeature, as JSON text. */
export const cityObjectMeasures = (
  feature: Of<string | null>,
  header: Of<string | null>,
  geoidMetres: Of<number>,
): RawBuilder<string | null> => sql`city_object_measures(${feature}, ${header}, ${geoidMetres})`

/** What a treasury feed's total (fund T) has beyond its parts (C and S); zero in a sound feed. */
export const totalMinusParts = (fund: Of<string>, amount: Of<string | null>): RawBuilder<string> =>
  sql`cast(coalesce(sum(case ${fund} when 'T' then ${amount} else -${amount} end), 0) as decimal(18, 2))`

/** Incomes − expenses − credits + financing by debt + by balances: zero in December. */
export const closingResidual = (
  incomes: Of<string>,
  expenses: Of<string>,
  credits: Of<string>,
  debt: Of<string>,
  balances: Of<string>,
): RawBuilder<string> =>
  sql`cast(${incomes} - ${expenses} - ${credits} + ${debt} + ${balances} as decimal(18, 2))`

/** A sum that is unknown as soon as one of its parts is. */
export const sumIfAllKnown = (value: Of<string | null>): RawBuilder<string | null> =>
  sql`case when count(*) = count(${value}) then cast(sum(${value}) as decimal(18, 2)) end`

export const wholeSum = (value: Of<number | null>): RawBuilder<number> =>
  sql`cast(coalesce(sum(${value}), 0) as bigint)`
export const lowered = (text: Of<string>): RawBuilder<string> => sql`lower(${text})`

export const lengthOf = (text: Of<string>): RawBuilder<number> => sql`length(${text})`
export const descending = (value: Of<unknown>): RawBuilder<unknown> => sql`${value} desc`
/** A part of a whole, the largest one taking what rounding left over, so that the parts add up exactly. */
export const withRemainder = (
  part: Of<string>,
  whole: Of<string>,
  partition: Of<unknown>[],
  isLargest: Of<unknown>,
): RawBuilder<string> =>
  sql`cast(${part} + case when ${isLargest} then ${whole} - sum(${part}) over (partition by ${sql.join(partition)}) else 0 end as decimal(18, 2))`

/** A feed without rows of fund T has no total to compare with. */
export const hasTotal = (fund: Of<string>): RawBuilder<boolean> => sql`bool_or(${fund} = 'T')`

/** Money that is zero is not known: a plan that nobody has entered yet. */
export const nullIfZero = (value: Of<string>): RawBuilder<string | null> => sql`nullif(${value}, 0)`

/** Is a point in a box of degrees, give or take a tenth of one (some ten kilometres)? 'unknown' without a point. */
export const placeFlag = (
  lon: Of<number | null>,
  lat: Of<number | null>,
  {west, south, east, north}: Record<'west' | 'south' | 'east' | 'north', Of<number>>,
): RawBuilder<'ok' | 'outside' | 'unknown'> =>
  sql`case when ${lon} is null or ${lat} is null then 'unknown' when ${lon} between ${west} - 0.1 and ${east} + 0.1 and ${lat} between ${south} - 0.1 and ${north} + 0.1 then 'ok' else 'outside' end`
