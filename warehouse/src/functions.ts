import {type Expression, type ExpressionWrapper, expressionBuilder, sql} from 'kysely'
import type {FunctionName} from './engines/duckdb/forms.ts'
import {portablePrefix} from './engines/portable-query-compiler.ts'

/**
 * What models need beyond plain SQL, each with its type. Every engine has a form of its own for each in
 * `engines/<engine>/forms.ts`; raw SQL is there and nowhere else.
 */

type Of<T> = Expression<T>
// biome-ignore lint/suspicious/noExplicitAny: an expression that stands in a query over any tables
type Value<T> = ExpressionWrapper<any, any, T>

// biome-ignore lint/suspicious/noExplicitAny: it makes expressions for queries over any tables
const builder = expressionBuilder<any, any>()

/** A call that every engine writes in its own way. */
const call = <T>(name: FunctionName, ...args: Of<unknown>[]): Value<T> =>
  builder.fn<T>(portablePrefix + name, args)

/** A constant of the model, written into its SQL; never a value from data. */
const fixed = (value: string | number) => sql.lit(value)

/** Several expressions as one argument, with commas between. */
const list = (values: Of<unknown>[]) => sql.join(values)

// Money: exact decimals, kopiykas included.
export const sumOfMoney = (value: Of<string | null>) => call<string>('sum_of_money', value)
export const sumOfMoneyWhere = (value: Of<string | null>, condition: Of<unknown>) =>
  call<string>('sum_of_money_where', value, condition)
export const minus = (a: Of<string>, b: Of<string>) => call<string>('money_minus', a, b)
export const dividedExactly = (value: Of<string>, by: Of<number>) => call<string>('money_divided', value, by)
/** Money times a number, to the kopiyka: amounts in other prices. */
export const moneyTimes = (value: Of<string>, factor: Of<number | null>) =>
  call<string>('money_times', value, factor)
export const zeroIfNull = (value: Of<string | null>) => call<string>('money_or_zero', value)
/** Money that is zero is not known: a plan that nobody has entered yet. */
export const nullIfZero = (value: Of<string>) => call<string | null>('null_if_zero', value)
/** How many times `part` goes into `whole`, to the nearest whole number; 1 where the part is zero. */
export const wholeRatio = (whole: Of<string>, part: Of<string>) => call<number>('whole_ratio', whole, part)
/** A sum that is unknown as soon as one of its parts is. */
export const sumIfAllKnown = (value: Of<string | null>) => call<string | null>('sum_if_all_known', value)
/** What a treasury feed's total (fund T) has beyond its parts (C and S); zero in a sound feed. */
export const totalMinusParts = (fund: Of<string>, amount: Of<string | null>) =>
  call<string>('total_minus_parts', fund, amount)
/** A feed without rows of fund T has no total to compare with. */
export const hasTotal = (fund: Of<string>) => call<boolean>('has_total', fund)
/** Incomes − expenses − credits + financing by debt + by balances: zero in December. */
export const closingResidual = (
  incomes: Of<string>,
  expenses: Of<string>,
  credits: Of<string>,
  debt: Of<string>,
  balances: Of<string>,
) => call<string>('closing_residual', incomes, expenses, credits, debt, balances)
/** A part of a whole, the largest one taking what rounding left over, so that the parts add up exactly. */
export const withRemainder = (
  part: Of<string>,
  whole: Of<string>,
  partition: Of<unknown>[],
  isLargest: Of<unknown>,
) => call<string>('with_remainder', part, whole, list(partition), isLargest)

// Numbers.
export const integer = (value: Of<unknown>) => call<number>('integer', value)
export const rounded = (value: Of<number | null>, digits: number) =>
  call<number | null>('rounded', value, fixed(digits))
/** a / b of whole or other numbers, never a whole division. */
export const quotient = (a: Of<unknown>, b: Of<unknown>) => call<number>('quotient', a, b)
export const negative = (value: Of<number>) => call<number>('negative', value)
/** Days as fine as a drawing can show: quarters for the first ten, then whole ones, upwards. */
export const drawnDay = (days: Of<number>) => call<number>('drawn_day', days)
/** S to the power of e to the z · √V / |ln S|; null where S is not between 0 and 1. */
export const logLogBound = (share: Of<unknown>, variance: Of<unknown>, z: number) =>
  call<number | null>('log_log_bound', share, variance, fixed(z))

// Texts.
export const left = (text: Of<string>, length: number) => call<string>('left', text, fixed(length))
export const right = (text: Of<string>, length: number) => call<string>('right', text, fixed(length))
export const trimmed = (text: Of<string | null>) => call<string | null>('trimmed', text)
export const lowered = (text: Of<string>) => call<string>('lowered', text)
/** Whether a text has another one in it. */
export const hasText = (text: Of<string>, part: Of<string>) => call<boolean>('has_text', text, part)
export const lengthOf = (text: Of<string>) => call<number>('length', text)
export const constant = (text: string) => call<string>('constant', fixed(text))
export const joined = (separator: string, ...texts: Of<string | null>[]) =>
  call<string | null>('joined', fixed(separator), list(texts))
/** A contract's number as everybody writes it: small letters, without № and blanks. */
export const contractNumberKey = (number: Of<string | null>) =>
  call<string | null>('contract_number_key', number)
/** Twelve hex digits that stay the same as long as the texts do. */
export const keyOf = (...texts: Of<string | null>[]) => call<string>('key_of', list(texts))
/** A text with the number of a row behind it: `12-3`. */
export const numbered = (text: Of<string>, number: Of<number>) => call<string>('numbered', text, number)

// Time.
export const yearOf = (date: Of<string>) => call<number>('year_of', date)
export const monthOf = (date: Of<string>) => call<number>('month_of', date)
export const lastOfMonth = (year: Of<number>, month: Of<number>) => call<string>('last_of_month', year, month)
/** First day of the month in which an instant falls by the city's clock. */
export const localMonth = (instant: Of<Date | null>, zone: Of<string>) =>
  call<string>('local_month', instant, zone)
export const localDate = (instant: Of<Date>, zone: Of<string>) => call<string>('local_date', instant, zone)
export const localHour = (instant: Of<Date>, zone: Of<string>) => call<number>('local_hour', instant, zone)
/** Day of the week by the city's clock: 1 is Monday, 7 Sunday. */
export const localWeekday = (instant: Of<Date>, zone: Of<string>) =>
  call<number>('local_weekday', instant, zone)
export const hoursBetween = (from: Of<Date>, to: Of<Date | null>) => call<number>('hours_between', from, to)
export const daysBetween = (from: Of<Date>, to: Of<Date | null>) => call<number>('days_between', from, to)
/** The later of two instants; the one that is known where the other is not. */
export const later = (a: Of<Date | null>, b: Of<Date | null>) => call<Date>('later', a, b)
/** Beginnings of the hours that an interval touches, to be joined: a table `touched` with the column `hour`. */
export const hoursTouched = (from: Of<Date>, to: Of<Date>) =>
  call<{hour: Date}>('hours_touched', from, to).as<'touched'>(sql`touched(hour)`)
/** Whole days from one date to another. */
export const dateDifference = (from: Of<string>, to: Of<string>) => call<number>('date_difference', from, to)
/** Hours of an interval that fall into the hour beginning at `hour`. */
export const hoursWithin = (hour: Of<Date>, from: Of<Date>, to: Of<Date>) =>
  call<number>('hours_within', hour, from, to)

// Aggregates and windows.
export const countOf = () => call<number>('count_of')
export const countWhere = (condition: Of<unknown>) => call<number>('count_where', condition)
export const sumWhere = (value: Of<number>, condition: Of<unknown>) =>
  call<number>('sum_where', value, condition)
export const minimumWhere = (value: Of<number>, condition: Of<unknown>) =>
  call<number | null>('minimum_where', value, condition)
export const medianWhere = (value: Of<number | null>, condition: Of<unknown>) =>
  call<number | null>('median_where', value, condition)
export const meanOf = (value: Of<number | null>) => call<number>('mean_of', value)
export const wholeSum = (value: Of<number | null>) => call<number>('whole_sum', value)
export const newest = <T>(value: Of<T>, by: Of<unknown>) => call<T>('newest', value, by)

const runningNames = {
  sum: 'running_sum',
  product: 'running_product',
  max: 'running_max',
  min: 'running_min',
} as const
/** A running value over `partition` in the order of `order`, the row itself included. */
export const running = <T>(
  aggregate: keyof typeof runningNames,
  value: Of<T>,
  partition: Of<unknown>[],
  order: Of<unknown>,
) => call<T>(runningNames[aggregate], value, list(partition), order)
/** The same over the rows before this one. */
export const runningBefore = <T>(
  aggregate: 'sum' | 'max',
  value: Of<T>,
  partition: Of<unknown>[],
  order: Of<unknown>,
) =>
  call<T | null>(
    aggregate === 'sum' ? 'running_sum_before' : 'running_max_before',
    value,
    list(partition),
    order,
  )
/** The value of the row before, or zero on the first one. */
export const before = (value: Of<string>, partition: Of<unknown>[], order: Of<unknown>) =>
  call<string>('value_before', value, list(partition), order)
export const totalOver = <T>(value: Of<T>, partition: Of<unknown>[]) =>
  call<T>('total_over', value, list(partition))
export const maxOver = <T>(value: Of<T>, partition: Of<unknown>[]) =>
  call<T>('max_over', value, list(partition))
export const rowNumber = (partition: Of<unknown>[], order: Of<unknown>[]) =>
  call<number>('row_number', list(partition), list(order))
/** How many rows share these values. */
export const countOver = (partition: Of<unknown>[]) => call<number>('count_over', list(partition))
export const descending = (value: Of<unknown>) => call<unknown>('descending', value)

// JSON and shapes.
export const jsonNumber = (json: Of<string | null>, path: string) =>
  call<number | null>('json_number', json, fixed(`$.${path}`))
export const jsonText = (json: Of<string | null>, path: string) =>
  call<string | null>('json_text', json, fixed(`$.${path}`))
/** Elements of a JSON array, to be joined: a table `element` with the column `json`, a text. */
export const jsonElements = (json: Of<string | null>) =>
  call<{json: string}>('json_elements', json).as<'element'>(sql`element(json)`)
/** {lon, lat, area_m2} of a GeoJSON polygon, as JSON text. */
export const polygonMeasures = (geometry: Of<string | null>) =>
  call<string | null>('polygon_measures', geometry)
/** {lon, lat, ground_m, height_m, area_m2, footprint} of a CityJSONFeature, as JSON text. */
export const cityObjectMeasures = (
  feature: Of<string | null>,
  header: Of<string | null>,
  geoidMetres: Of<number>,
) => call<string | null>('city_object_measures', feature, header, geoidMetres)
/** A rectangle in a coordinate system (west, north, width, height) as GeoJSON text in WGS 84. */
export const gridOutline = (
  xWest: Of<number>,
  yNorth: Of<number>,
  width: Of<unknown>,
  height: Of<unknown>,
  crs: Of<string>,
) => call<string | null>('grid_outline', xWest, yNorth, width, height, crs)
/** Is a point in a box of degrees, give or take a tenth of one (some ten kilometres)? 'unknown' without a point. */
export const placeFlag = (
  lon: Of<number | null>,
  lat: Of<number | null>,
  {west, south, east, north}: Record<'west' | 'south' | 'east' | 'north', Of<number>>,
) => call<'ok' | 'outside' | 'unknown'>('place_flag', lon, lat, west, south, east, north)
