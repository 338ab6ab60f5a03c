import type {Column, ColumnType, Text} from './column.ts'
import {portablePattern} from './portable-pattern.ts'

/** How a fault is treated: noted, shown on the dataset's page, or reason to hold the landing back. */
export type Severity = 'info' | 'warn' | 'block'

/** How much may be at fault before a rule is broken; up to there it is only noted. */
export type Allow = {share: number} | {rows: number}

/** Names of columns by what can be asked of them. */
type Names = {
  any: string
  text: string
  ordered: string
  exact: string
  time: string
  degrees: string
  shape: string
}

/** One rule about the rows of a dataset, as data. Empty values break no rule but `filled`. */
export type Check<N extends Names = Names> = {
  /** What its findings are called, together with the column: `out_of_range`. */
  id: string
  severity: Severity
  allow: Allow
  /** Only rows that have one of these values are asked. */
  where: Record<string, string[]>
} & (
  | {kind: 'range'; column: N['ordered']; from: number | string | null; to: number | string | null}
  /** `pattern` is what JavaScript and RE2 read alike; `means` says it to people. */
  | {kind: 'pattern'; column: N['text']; pattern: string; ignoresCase: boolean; means: Text}
  | {kind: 'order'; column: N['ordered']; than: N['ordered']; isStrict: boolean}
  | {kind: 'filled'; column: N['any']}
  | {kind: 'past'; column: N['time']}
  | {kind: 'in-city'; column: N['degrees']; lat: N['degrees']; marginMetres: number}
  | {kind: 'shape-in-city'; column: N['shape']}
  | {kind: 'unique'; columns: N['any'][]}
  /** `dataset`: an id and how people call it; null: this one. */
  | {kind: 'relation'; column: N['any']; to: {dataset: {id: string; title: Text} | null; column: string}}
  /** `whole` and `parts` are values of `by`; rows belong together that agree in the rest of the key. */
  | {kind: 'sum'; column: N['exact']; by: N['text']; whole: string; parts: string[]}
  /** An ISO 8601 duration. */
  | {kind: 'fresh'; column: N['time']; within: string}
  /** Shares by which there may be fewer or more rows than usual; null: any number. */
  | {kind: 'volume'; drop: number | null; growth: number | null}
  | {kind: 'rows'; from: number | null; to: number | null}
  // What reading and typing find anyway, graded otherwise.
  | {kind: 'type'; column: N['any']}
  | {kind: 'allowed'; column: N['any']}
  | {kind: 'required'; column: N['any']}
  | {kind: 'key'}
  | {kind: 'lines'}
)

type Of<C extends Record<string, Column>, T extends ColumnType> = {
  [K in keyof C & string]: C[K]['type'] extends T ? K : never
}[keyof C & string]

/** A rule about a dataset of these columns. */
export type CheckOf<C extends Record<string, Column>> = Check<{
  any: keyof C & string
  text: Of<C, 'text'>
  ordered: Of<C, 'integer' | 'number' | 'decimal' | 'date' | 'timestamp'>
  exact: Of<C, 'integer' | 'decimal'>
  time: Of<C, 'date' | 'timestamp'>
  degrees: Of<C, 'number'>
  shape: Of<C, 'geometry'>
}>

type Options = {
  /** Where the same column has two rules of one kind. */
  id?: string
  severity?: Severity
  allow?: Allow
  where?: Record<string, string | string[]>
}

const common = (id: string, {severity = 'warn', allow = {rows: 0}, where = {}, ...options}: Options) => ({
  id: options.id ?? id,
  severity,
  allow,
  where: Object.fromEntries(Object.entries(where).map(([column, values]) => [column, [values].flat()])),
})

/** Makers of rules, one per kind: `check.range('capacity_persons', {from: 1, to: 20_000})`. They warn unless told otherwise. */
export const check = {
  /** No value is below `from` or above `to`; dates and times as ISO texts. */
  range: <const N extends string>(
    column: N,
    {from, to, ...rest}: Options & {from?: number | string; to?: number | string},
  ) => ({
    ...common('out_of_range', rest),
    kind: 'range' as const,
    column,
    from: from ?? null,
    to: to ?? null,
  }),
  /** Every value has the form, which `means` puts into words. The whole value is meant where it has ^ and $. */
  pattern: <const N extends string>(column: N, pattern: RegExp, means: Text, options: Options = {}) => ({
    ...common('wrong_form', options),
    kind: 'pattern' as const,
    column,
    ...portablePattern(pattern),
    means,
  }),
  /** In every row that has both, the one is not larger, or not later, than the other; with `<` it is smaller. */
  order: <const N extends string, const M extends string>(
    column: N,
    sign: '<=' | '<',
    than: M,
    options: Options = {},
  ) => ({...common('wrong_order', options), kind: 'order' as const, column, than, isStrict: sign === '<'}),
  /** A column that may be empty is filled. */
  filled: <const N extends string>(column: N, options: Options = {}) => ({
    ...common('not_filled', options),
    kind: 'filled' as const,
    column,
  }),
  /** Nothing is dated after the day, by the city's calendar, on which the file was fetched. The value stays. */
  past: <const N extends string>(column: N, options: Options = {}) => ({
    ...common('dated_ahead', options),
    kind: 'past' as const,
    column,
  }),
  /**
   * Every place lies in the city: in one of its districts or at most so far from them, or, where the city has no
   * districts, within 0.1° of its box.
   */
  inCity: <const N extends string, const M extends string>(
    lon: N,
    lat: M,
    {marginMetres = 500, ...options}: Options & {marginMetres?: number} = {},
  ) => ({...common('outside_city', options), kind: 'in-city' as const, column: lon, lat, marginMetres}),
  /** Every shape lies within 0.1° of the city's box. */
  shapeInCity: <const N extends string>(geometry: N, options: Options = {}) => ({
    ...common('outside_city', options),
    kind: 'shape-in-city' as const,
    column: geometry,
  }),
  /** No combination of values comes twice in a city. Rows in which none of them is filled are not asked. */
  unique: <const N extends string>(columns: N[], options: Options = {}) => ({
    ...common('repeated', options),
    kind: 'unique' as const,
    columns,
  }),
  /**
   * Every value is one of that column of another dataset, or of this one where none is named, in the same city. Where
   * that dataset has not landed nothing is asked.
   */
  relation: <const N extends string, C extends Record<string, Column>>(
    column: N,
    to: {id: string; title: Text; columns: C} | null,
    key: keyof C & string,
    options: Options = {},
  ) => ({
    ...common('unknown_reference', options),
    kind: 'relation' as const,
    column,
    to: {dataset: to && {id: to.id, title: to.title}, column: key},
  }),
  /** The row of the whole is the sum of its parts, to the last digit. A city without any row of the whole is not asked. */
  sum: <const N extends string, const M extends string>(
    column: N,
    {by, whole, parts, ...options}: Options & {by: M; whole: string; parts: string[]},
  ) => ({...common('sum_differs', options), kind: 'sum' as const, column, by, whole, parts}),
  /** The newest value is not older than that when the file is fetched. */
  fresh: <const N extends string>(column: N, {within, ...options}: Options & {within: string}) => ({
    ...common('stale', options),
    kind: 'fresh' as const,
    column,
    within,
  }),
  /** A landing has about as many rows as the middle one of the five before it. The first is not asked. */
  volume: ({drop, growth, ...options}: Options & {drop?: number; growth?: number}) => ({
    ...common('unusual_volume', options),
    kind: 'volume' as const,
    drop: drop ?? null,
    growth: growth ?? null,
  }),
  /** There are so many rows. */
  rows: ({from, to, ...options}: Options & {from?: number; to?: number}) => ({
    ...common('number_of_rows', options),
    kind: 'rows' as const,
    from: from ?? null,
    to: to ?? null,
  }),
  /** Texts that are not of the column's type: how grave, and from how many on. */
  type: <const N extends string>(column: N, options: Options) => ({
    ...common('type', options),
    kind: 'type' as const,
    column,
  }),
  /** Texts that are none of the column's values: how grave, and from how many on. */
  allowed: <const N extends string>(column: N, options: Options) => ({
    ...common('not_allowed', options),
    kind: 'allowed' as const,
    column,
  }),
  /** Rows left out because the column is empty: how grave, and from how many on. */
  required: <const N extends string>(column: N, options: Options) => ({
    ...common('required', options),
    kind: 'required' as const,
    column,
  }),
  /** Keys that come twice: how grave, and from how many on. */
  key: (options: Options) => ({...common('duplicate_key', options), kind: 'key' as const}),
  /** Lines that could not be read: how grave, and from how many on. */
  lines: (options: Options) => ({...common('lines', options), kind: 'lines' as const}),
}
