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
/** A fraction written in full is a decimal to DuckDB and Trino, and a product of two leaves no room for large counts. */
const fixedReal = (value: number) => sql.raw<number>(`${value}e0`)

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
export const rounded = (value: Of<number | null>, digits: number | Of<number>) =>
  call<number | null>('rounded', value, typeof digits === 'number' ? fixed(digits) : digits)
/** a / b of whole or other numbers, never a whole division. */
export const quotient = (a: Of<unknown>, b: Of<unknown>) => call<number>('quotient', a, b)
/** The same; null where b is zero. */
export const quotientOrNull = (a: Of<unknown>, b: Of<unknown>) =>
  call<number | null>('quotient_or_null', a, b)
export const negative = (value: Of<number>) => call<number>('negative', value)
export const lesser = (a: Of<unknown>, b: Of<unknown>) => call<number>('lesser', a, b)
export const greater = (a: Of<unknown>, b: Of<unknown>) => call<number>('greater', a, b)
/** Cut off after so many decimals; what is a millionth below a step counts as the step, as 16.1 · 10 is. */
export const truncated = (value: Of<number>, digits: number | Of<number>) =>
  call<number>('truncated', value, typeof digits === 'number' ? fixed(digits) : digits)
/** Days as fine as a drawing can show: quarters for the first ten, then whole ones, upwards. */
export const drawnDay = (days: Of<number>) => call<number>('drawn_day', days)
/** S to the power of e to the z · √V / |ln S|; null where S is not between 0 and 1. */
export const logLogBound = (share: Of<unknown>, variance: Of<unknown>, z: number) =>
  call<number | null>('log_log_bound', share, variance, fixedReal(z))

/**
 * End of Wilson's score interval of a share, `part` of `whole` (Wilson, Journal of the American Statistical Association
 * 22, 1927): the lower one for z < 0, the upper one for z > 0; null of nothing.
 */
export const wilsonBound = (part: Of<unknown>, whole: Of<unknown>, z: number) =>
  call<number | null>('wilson_bound', part, whole, fixedReal(z))

export const exponential = (value: Of<number>) => call<number>('exponential', value)
export const power = (base: Of<unknown>, exponent: Of<unknown>) => call<number>('power', base, exponent)
/**
 * End of Byar's interval of the mean of a Poisson count (Breslow and Day, Statistical Methods in Cancer Research II,
 * 1987, §2.3): the lower one for z < 0, the upper one for z > 0. z may be of the data: larger where counts vary more.
 */
export const byarBound = (count: Of<number>, z: Of<number>) => call<number>('byar_bound', count, z)
export const squareRoot = (value: Of<unknown>) => call<number>('square_root', value)
/** {origins, meanError, naiveError, skill, …, expected: [{step, value, low, high}]} of monthly counts, as JSON text. */
export const forecastCounts = (counts: Of<number[]>) => call<string | null>('forecast_counts', counts)
/** [{n, trend, seasonal, remainder}] of log(1 + count) of monthly counts, in their order, as JSON text. */
export const monthlyStl = (counts: Of<number[]>) => call<string | null>('monthly_stl', counts)
/** How likely a standard normal number is at least as far from zero on either side. */
export const normalTails = (z: Of<number | null>) => call<number | null>('normal_tails', z)
/** How likely a number of Student's t distribution is as far from zero as t, on either side. */
export const studentTails = (t: Of<number | null>, degrees: Of<number>) =>
  call<number | null>('student_tails', t, degrees)
/** Between minus and plus this lies the share `within` of Student's t distribution. */
export const studentQuantile = (within: number, degrees: Of<number | null>) =>
  call<number | null>('student_quantile', fixed(within), degrees)

// Texts.
export const left = (text: Of<string>, length: number) => call<string>('left', text, fixed(length))
export const right = (text: Of<string>, length: number) => call<string>('right', text, fixed(length))
export const trimmed = (text: Of<string | null>) => call<string | null>('trimmed', text)
export const lowered = (text: Of<string>) => call<string>('lowered', text)
/** Whether a text has another one in it. */
export const hasText = (text: Of<string>, part: Of<string>) => call<boolean>('has_text', text, part)
/** A district's name without the word for a district behind it, which some registers write and others do not. */
export const districtName = (name: Of<string | null>) => call<string>('district_name', name)
export const lengthOf = (text: Of<string>) => call<number>('length', text)
/**
 * Every three words on end of a text, each once, in small letters and without signs: a list of the engine's own, for
 * `likeness` and `eachOf` alone.
 */
export const shinglesOf = (text: Of<string>) => call<unknown[]>('shingles_of', text)
/** Jaccard's share of what two lists of `shinglesOf` have in common (Broder, On the resemblance of documents, 1997). */
export const likeness = (a: Of<unknown>, b: Of<unknown>) => call<number | null>('likeness', a, b)
/** What follows a digit and a blank: `2 raion` is `raion`. */
export const afterBlank = (text: Of<string>) => call<string>('after_blank', text)
export const constant = (text: string) => call<string>('constant', fixed(text))
export const text = (value: Of<number>) => call<string>('text', value)
export const joined = (separator: string, ...texts: Of<string | null>[]) =>
  call<string | null>('joined', fixed(separator), list(texts))
/** The whole number in the first group of a regular expression; null where it is not found. */
export const numberIn = (text: Of<string | null>, pattern: string) =>
  call<number | null>('number_in', text, fixed(pattern))
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
/** 1 for Monday … 7 for Sunday. */
export const weekdayOf = (date: Of<string>) => call<number>('weekday_of', date)
export const lastOfMonth = (year: Of<number>, month: Of<number>) => call<string>('last_of_month', year, month)
/** First day of the month in which an instant falls by the city's clock. */
export const localMonth = (instant: Of<Date | null>, zone: Of<string>) =>
  call<string>('local_month', instant, zone)
export const localDate = <T extends Date | null>(instant: Of<T>, zone: Of<string>) =>
  call<T extends null ? null : string>('local_date', instant, zone)
export const localHour = (instant: Of<Date>, zone: Of<string>) => call<number>('local_hour', instant, zone)
/** 1 for Monday … 7 for Sunday, by the city's clock. */
export const localWeekday = (instant: Of<Date>, zone: Of<string>) =>
  call<number>('local_weekday', instant, zone)
/** The beginning of the hour in which an instant lies. */
export const hourOf = (instant: Of<Date>) => call<Date>('hour_of', instant)
export const firstOfMonth = (date: Of<string>) => call<string>('first_of_month', date)
export const firstOfYear = (date: Of<string>) => call<string>('first_of_year', date)
/** Days from one date to another; negative where it is earlier. */
export const wholeDays = (from: Of<string>, to: Of<string | null>) => call<number>('whole_days', from, to)
export const hoursBetween = (from: Of<Date>, to: Of<Date | null>) => call<number>('hours_between', from, to)
export const daysBetween = (from: Of<Date>, to: Of<Date | null>) => call<number>('days_between', from, to)
/** Days between instants, added as whole microseconds: exact, and faster than a sum of fractions. */
export const sumOfDays = (from: Of<Date>, to: Of<Date | null>) => call<number | null>('sum_of_days', from, to)
/**
 * When a term that begins at an instant ends: hours run by the clock, days and months by the calendar of a zone to the
 * last minute of the last day. What is null is not added.
 */
export const endOfTerm = (
  from: Of<Date>,
  zone: Of<string>,
  term: Record<'hours' | 'days' | 'months', Of<number | null>>,
) => call<Date | null>('end_of_term', from, zone, term.hours, term.days, term.months)
/** The later of two instants; the one that is known where the other is not. */
export const later = (a: Of<Date | null>, b: Of<Date | null>) => call<Date>('later', a, b)
/** The later of two dates; the one that is known where the other is not. */
export const laterDay = (a: Of<string | null>, b: Of<string | null>) => call<string>('later', a, b)
/** The earlier of two instants; the one that is known where the other is not. */
export const sooner = (a: Of<Date | null>, b: Of<Date | null>) => call<Date | null>('sooner', a, b)
/** Of two dates: first days of the months from one month to another, to be joined: a table `touched` with the column `month`. */
export const monthsTouched = (from: Of<string>, to: Of<string>) =>
  call<{month: string}>('months_touched', from, to).as<'touched'>(sql`touched(month)`)
/** The first day of the month that is so many months after a day's. */
export const monthAfter = (day: Of<string>, months: number | Of<number | null>) =>
  call<string>('month_after', day, typeof months === 'number' ? fixed(months) : months)
/** Monday of the week of a day. */
export const weekOf = (date: Of<string>) => call<string>('week_of', date)
/** Of two Mondays: those of the weeks from one to the other, to be joined: a table `touched` with the column `week`. */
export const weeksTouched = (from: Of<string>, to: Of<string>) =>
  call<{week: string}>('weeks_touched', from, to).as<'touched'>(sql`touched(week)`)
/** The day so many days after another. */
export const dayAfter = (day: Of<string>, days: number | Of<number>) =>
  call<string>('day_after', day, typeof days === 'number' ? fixed(days) : days)
/** The instant at which a day begins by the city's clock. */
export const startOfDay = (day: Of<string>, zone: Of<string>) => call<Date>('start_of_day', day, zone)
/** Beginnings of the hours that an interval touches, to be joined: a table `touched` with the column `hour`. */
export const hoursTouched = (from: Of<Date>, to: Of<Date>) =>
  call<{hour: Date}>('hours_touched', from, to).as<'touched'>(sql`touched(hour)`)
/** Hours of an interval that fall into the hour beginning at `hour`. */
export const hoursWithin = (hour: Of<Date>, from: Of<Date>, to: Of<Date>) =>
  call<number>('hours_within', hour, from, to)

// Aggregates and windows.
export const countOf = () => call<number>('count_of')
export const countWhere = (condition: Of<unknown>) => call<number>('count_where', condition)
/**
 * The sum of numbers with fractions, each taken to fifteen decimals: the same in whatever order rows come. What is not
 * below 10²³ is no number to add. Whole numbers and money are added by `eb.fn.sum` and `sumOfMoney`.
 */
export const sumOf = (value: Of<number | null>) => call<number | null>('sum_of', value)
/** The same of the rows that meet a condition; zero of none. */
export const sumWhere = (value: Of<number>, condition: Of<unknown>) =>
  call<number>('sum_where', value, condition)
export const minimumWhere = (value: Of<number>, condition: Of<unknown>) =>
  call<number | null>('minimum_where', value, condition)
export const medianOf = (value: Of<number | null>) => call<number | null>('median_of', value)
/** Median of the distances from the median. */
export const medianAbsoluteDeviation = (value: Of<number | null>) =>
  call<number | null>('median_absolute_deviation', value)
/** The quantile by linear interpolation, `share` from 0 to 1. */
export const quantileOf = (value: Of<number | null>, share: number) =>
  call<number | null>('quantile_of', value, fixed(share))
/** Mean of decibels by energy: 10 lg of the mean of 10^(L/10) (ISO 1996-1). */
export const energyMean = (decibels: Of<number | null>) => call<number | null>('energy_mean', decibels)
/**
 * How unlikely so large a count is where so many are expected: −lg of Chernoff's bound of a Poisson tail,
 * P(X ≥ n) ≤ e^(n − λ) (λ / n)^n; 0 where the count is not above the expected.
 */
export const surpriseOf = (count: Of<number>, expected: Of<number>) =>
  call<number>('surprise', count, expected)
/** Pearson's correlation; rows where either is empty do not count. */
export const correlation = (a: Of<number | null>, b: Of<number | null>) =>
  call<number | null>('correlation', a, b)
/** Slope of the straight line by least squares: change of `value` for one of `by`. */
export const slopeOf = (value: Of<number | null>, by: Of<number>) =>
  call<number | null>('slope_of', value, by)
/** The mean, added as `sumOf` adds. */
export const meanOf = (value: Of<number | null>) => call<number>('mean_of', value)
/** A whole number among those with fractions. */
export const real = (value: Of<number>) => call<number>('real', value)
export const wholeSum = (value: Of<number | null>) => call<number>('whole_sum', value)
/** Numbers of a group as a list, by an order. */
export const listOf = (value: Of<number>, order: Of<unknown>) => call<number[]>('list_of', value, order)
/** The value where `by` is largest; the larger one of two. */
export const newest = <T>(value: Of<T>, by: Of<unknown>) => call<T>('newest', value, by)

const runningNames = {
  sum: 'running_sum',
  sumOfFractions: 'running_sum_of_fractions',
  product: 'running_product',
  max: 'running_max',
  min: 'running_min',
} as const
/**
 * A running value over `partition` in the order of `order`, the row itself included. `sum` is for whole numbers and money;
 * `sumOfFractions` for what does not add up to more than two: to 2⁻⁵², as whole numbers among doubles, which no order of
 * adding changes and which are added four times as fast as decimals. A product, of logarithms to 2⁻⁴⁷, that comes to zero
 * or below stays zero.
 */
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
/** The sum over the rows from so many before this one to so many after it. */
export const sumAround = (value: Of<number>, reach: number, partition: Of<unknown>[], order: Of<unknown>) =>
  call<number>('sum_around', value, list(partition), order, fixed(reach))
/** The sum over so many rows before this one; null where there is none. */
export const sumBefore = (value: Of<number>, rows: number, partition: Of<unknown>[], order: Of<unknown>) =>
  call<number | null>('sum_before', value, list(partition), order, fixed(rows))
const rollingNames = {
  min: 'rolling_min',
  max: 'rolling_max',
  mean: 'rolling_mean',
  count: 'rolling_count',
} as const
/** An aggregate over this row and so many before it; empty values do not count. */
export const rolling = (
  aggregate: keyof typeof rollingNames,
  value: Of<number | null>,
  rowsBefore: number,
  partition: Of<unknown>[],
  order: Of<unknown>,
) => call<number | null>(rollingNames[aggregate], value, fixed(rowsBefore), list(partition), order)
/** The value so many rows before this one; null where there is no such row. */
export const earlierRow = <T>(
  value: Of<T>,
  rows: number,
  partition: Of<unknown>[],
  ...order: Of<unknown>[]
) => call<T | null>('earlier_row', value, fixed(rows), list(partition), list(order))
/** The value so many rows after this one; null where there is no such row. */
export const laterRow = <T>(value: Of<T>, rows: number, partition: Of<unknown>[], order: Of<unknown>) =>
  call<T | null>('later_row', value, fixed(rows), list(partition), order)
/** The value of the row before, or zero on the first one. */
export const before = (value: Of<string>, partition: Of<unknown>[], order: Of<unknown>) =>
  call<string>('value_before', value, list(partition), order)
export const totalOver = <T>(value: Of<T>, partition: Of<unknown>[]) =>
  call<T>('total_over', value, list(partition))
export const meanOver = (value: Of<number>, partition: Of<unknown>[]) =>
  call<number>('mean_over', value, list(partition))
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
/** Items of a list, to be joined: a table `each` with the column `item`. */
export const eachOf = <T>(items: Of<T[] | null>) =>
  call<{item: T}>('each_of', items).as<'each'>(sql`each(item)`)
export const lengthOfList = (items: Of<unknown>) => call<number>('length_of_list', items)
/** Names with commas between, to be joined: a table `listed` with the column `name`. */
export const namesIn = (text: Of<string | null>) =>
  call<{name: string}>('names_in', text).as<'listed'>(sql`listed(name)`)
/** {lon, lat, area_m2} of a GeoJSON polygon, as JSON text. */
export const polygonMeasures = (geometry: Of<string | null>) =>
  call<string | null>('polygon_measures', geometry)
/** {lon, lat, ground_m, height_m, area_m2, footprint} of a CityJSONFeature, as JSON text; the geoid as `cities` has it. */
export const cityObjectMeasures = (
  feature: Of<string | null>,
  header: Of<string | null>,
  geoid: Of<string>,
) => call<string | null>('city_object_measures', feature, header, geoid)
/** A rectangle in a coordinate system (west, north, width, height) as GeoJSON text in WGS 84. */
export const gridOutline = (
  xWest: Of<number>,
  yNorth: Of<number>,
  width: Of<unknown>,
  height: Of<unknown>,
  crs: Of<string>,
) => call<string | null>('grid_outline', xWest, yNorth, width, height, crs)
/**
 * The cell of H3 in which a point lies: 15 hexadecimal digits. To be asked of distinct places: it is a call each.
 */
export const h3Cell = (lat: Of<number | null>, lon: Of<number | null>, resolution: number) =>
  call<string | null>('h3_cell', lat, lon, fixed(resolution))
/** A cell of H3 and those up to so many steps from it, as a list for `eachOf`. */
export const h3Disk = (cell: Of<string>, rings: number | Of<number>) =>
  call<string[] | null>('h3_disk', cell, typeof rings === 'number' ? fixed(rings) : rings)
/** {lat, lon} of the middle of a cell of H3, as JSON text. */
export const h3Centre = (cell: Of<string>) => call<string | null>('h3_centre', cell)
/**
 * A grid of squares over a city, numbered eastwards and northwards: so many metres wide where the latitude is
 * `middleLat`, a degree of latitude being 111,320 m. The number of the square that a point lies in, and back the middle.
 */
export const gridColumn = (lon: Of<number | null>, middleLat: Of<number>, metres: number) =>
  call<number | null>('grid_column', lon, middleLat, fixed(metres))
export const gridRow = (lat: Of<number | null>, metres: number) =>
  call<number | null>('grid_row', lat, fixed(metres))
export const gridLon = (column: Of<number>, middleLat: Of<number>, metres: number) =>
  call<number>('grid_lon', column, middleLat, fixed(metres))
export const gridLat = (row: Of<number>, metres: number) => call<number>('grid_lat', row, fixed(metres))
/** Metres between two points of a city, on a plane that touches the sphere there. */
export const metresBetween = (
  a: Record<'lon' | 'lat', Of<number | null>>,
  b: Record<'lon' | 'lat', Of<number | null>>,
) => call<number | null>('metres_between', a.lon, a.lat, b.lon, b.lat)
/** Is a point in a box of degrees, give or take a tenth of one (some ten kilometres)? 'unknown' without a point. */
export const placeFlag = (
  lon: Of<number | null>,
  lat: Of<number | null>,
  {west, south, east, north}: Record<'west' | 'south' | 'east' | 'north', Of<number>>,
) => call<'ok' | 'outside' | 'unknown'>('place_flag', lon, lat, west, south, east, north)
