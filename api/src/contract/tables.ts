import {type Static, Type} from 'typebox'
import {Audit, Column, Licence, Place, Table, Text} from './release.ts'

const Downloads = Type.Object(
  {
    csv: Type.String(),
    json: Type.String(),
    ndjson: Type.String(),
    parquet: Type.String(),
    arrow: Type.String(),
    geojson: Type.Optional(Type.String({description: 'Only where rows have a place'})),
  },
  {description: 'Addresses of the whole table'},
)

const summary = {
  name: Table.properties.name,
  title: Text,
  description: Text,
  grain: Table.properties.grain,
  row_count: Table.properties.row_count,
  columns: Type.Array(Column),
  place: Place,
  datasets: Table.properties.datasets,
  is_demo: Table.properties.is_demo,
  bytes: Table.properties.bytes,
  sha256: Table.properties.sha256,
  links: Type.Object({self: Type.String(), ...Downloads.properties}),
}

export const TableSummary = Type.Object(summary)
export type TableSummary = Static<typeof TableSummary>

export const Tables = Type.Object(
  {release: Type.String(), tables: Type.Array(TableSummary)},
  {$id: 'Tables', description: 'The published tables of the current release'},
)
export type Tables = Static<typeof Tables>

export const Attribution = Type.Object({
  dataset: Type.String(),
  city: Type.String(),
  publisher: Text,
  licence: Licence,
  page: Type.Union([Type.String(), Type.Null()]),
})
export type Attribution = Static<typeof Attribution>

export const TableDetail = Type.Object(
  {
    ...summary,
    release: Type.String(),
    sql: Type.String({description: 'The SQL that made the table'}),
    inputs: Type.Array(Type.String(), {description: 'Models it reads'}),
    audits: Type.Array(Audit),
    attribution: Type.Array(Attribution, {description: 'Whom to name, and under which licence, per city'}),
  },
  {$id: 'Table', description: 'One published table'},
)
export type TableDetail = Static<typeof TableDetail>
