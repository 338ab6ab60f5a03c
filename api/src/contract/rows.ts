import {type Static, Type} from 'typebox'

export const operators = ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is null', 'is not null'] as const
export type Operator = (typeof operators)[number]

/** Which release is to answer. */
export const asOf = Type.Optional(
  Type.String({
    description:
      'The release in force at that time instead of the current one: an instant (2026-11-21T08:00:00Z), a date ' +
      '(its end, UTC) or the id of a release',
  }),
)

export const AsOfQuery = Type.Object({as_of: asOf})

/** The named parameters of every download; any other parameter is `column=value`. */
export const RowsQuery = Type.Object({
  as_of: asOf,
  select: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Columns, in the order wanted, comma-separated: `select=city,year`',
    }),
  ),
  where: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'Conditions on columns: `where=year>=2024`, `where=category in (a,b)`, `where=closed_at is null`. ' +
        `Operators: ${operators.join(', ')}. Joined by \`and\` or by repeating the parameter. Quote a value with ' ' ` +
        'where it holds a comma, a quote, outer spaces or the word null. `?city=kyiv` is short for `where=city=kyiv`.',
    }),
  ),
  order: Type.Optional(
    Type.Array(Type.String(), {description: 'Columns, `-` before one for descending: `order=-year,city`'}),
  ),
  limit: Type.Optional(
    Type.Integer({minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'At most so many rows'}),
  ),
})
export type RowsQuery = Static<typeof RowsQuery>

export const Rows = Type.Object(
  {
    release: Type.String(),
    row_count: Type.Integer({minimum: 0, description: 'Rows in this answer'}),
    rows: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  },
  {$id: 'Rows'},
)

/** A row as JSON carries it: dates and timestamps are ISO texts, decimals and integers numbers. */
export type JsonRow = Record<string, unknown>
export type RowsOf<Row> = {release: string; row_count: number; rows: Row[]}
