import {type Static, Type} from 'typebox'
import {Nullable} from './nullable.ts'

// The parts of a release as they travel over the wire. They mirror what a sealed release says about itself,
// and the release reader checks a manifest with these same schemas.

const Count = Type.Integer({minimum: 0})
const Identifier = Type.String({pattern: '^[a-z][a-z0-9_]*$'})
const Sha256 = Type.String({pattern: '^[0-9a-f]{64}$'})

export const Text = Type.Object(
  {uk: Type.String(), en: Type.String()},
  {description: 'Ukrainian and English'},
)

export const Licence = Type.Object({id: Type.String(), title: Text, url: Nullable(Type.String())})
export type Licence = Static<typeof Licence>

export const City = Type.Object({
  id: Type.String(),
  name: Text,
  name_of: Text,
  country: Type.String({description: 'ISO 3166-1 alpha-2'}),
  is_home: Type.Boolean(),
  is_demo: Type.Boolean({description: 'An invented city'}),
  zone: Type.String({description: "IANA zone of the city's clocks"}),
  bbox: Type.Unsafe<[number, number, number, number]>({
    type: 'array',
    items: {type: 'number'},
    minItems: 4,
    maxItems: 4,
    description: 'West, south, east, north in degrees WGS 84',
  }),
  population: Type.Array(Type.Object({year: Type.Integer(), residents: Count, source: Type.String()})),
})

const columnTypes = [
  'text',
  'integer',
  'number',
  'decimal',
  'date',
  'timestamp',
  'boolean',
  'json',
  'geometry',
] as const
export type ColumnType = (typeof columnTypes)[number]

export const Column = Type.Object({
  name: Identifier,
  type: Type.Unsafe<ColumnType>({
    type: 'string',
    enum: columnTypes,
    description: 'Decimals are exact; timestamps are UTC; geometry is GeoJSON in WGS 84',
  }),
  unit: Nullable(Type.String()),
  description: Text,
})
export type Column = Static<typeof Column>

export const Place = Nullable(
  Type.Union([
    Type.Object({kind: Type.Literal('point'), lon: Identifier, lat: Identifier}),
    Type.Object({kind: Type.Literal('geometry'), column: Identifier}),
    Type.Object(
      {kind: Type.Literal('h3'), column: Identifier},
      {description: 'A cell of the H3 grid; GeoJSON has its ground as a polygon'},
    ),
  ]),
)

export const Audit = Type.Object({name: Type.String(), description: Text, checked: Count, failures: Count})

const Notice = Type.Object({
  on: Type.String({description: 'The day from which the column may be gone or another'}),
  column: Identifier,
  uk: Type.String(),
  en: Type.String(),
})

const Finding = Type.Object({
  rule: Type.String(),
  column: Nullable(Type.String()),
  severity: Type.Unsafe<'info' | 'warn' | 'block'>({type: 'string', enum: ['info', 'warn', 'block']}),
  count: Count,
  checked: Type.Optional(Type.Integer({minimum: 0, description: 'Of how many rows'})),
  allowed: Type.Optional(
    Type.Integer({minimum: 0, description: 'How many the rule allows: up to there it is only noted'}),
  ),
  rows: Type.Array(Type.Integer(), {description: 'The first few places in the landed file'}),
  example: Nullable(Type.String()),
  message: Text,
})

const Check = Type.Object(
  {
    rule: Type.String(),
    column: Nullable(Type.String()),
    severity: Finding.properties.severity,
    description: Text,
    checked: Count,
    failures: Count,
    allowed: Count,
  },
  {description: 'A rule about the rows, and what came of it'},
)

const HeldBack = Type.Object(
  {
    shown: Type.Unsafe<'earlier' | 'nothing'>({type: 'string', enum: ['earlier', 'nothing']}),
    since: Type.String({description: 'When the first file was fetched since which none could be used'}),
    retrieved_at: Type.String(),
    landing: Type.Object({file: Type.String(), sha256: Sha256}),
    rows_landed: Count,
    findings: Type.Array(Finding),
  },
  {description: 'What was fetched since and is not used, because a rule that blocks is broken in it'},
)

const Feed = Type.Object({
  city: Type.String(),
  publisher: Text,
  licence: Licence,
  page: Nullable(Type.String()),
  retrieved_at: Type.String(),
  sources: Type.Array(Type.Object({address: Type.String(), sha256: Type.String(), bytes: Count})),
  landing: Type.Object({file: Type.String(), sha256: Sha256}, {description: 'What the rows were typed from'}),
  earlier: Type.Optional(
    Type.Array(Type.Object({file: Type.String(), sha256: Sha256}), {
      description:
        'Landed before it and read too, the oldest first; absent where each landing replaces the last',
    }),
  ),
  rows_landed: Count,
  rows_staged: Count,
  findings: Type.Array(Finding),
  checks: Type.Optional(Type.Array(Check)),
  held_back: Type.Optional(HeldBack),
})

const dataset = {
  id: Type.String(),
  title: Text,
  description: Text,
  publisher: Text,
  licence: Licence,
  theme: Type.String({description: 'EU data theme code'}),
  cadence: Type.String({description: 'EU frequency code'}),
  key: Type.Array(Type.String()),
  columns: Type.Array(Column),
  tables: Type.Array(Type.String(), {description: 'Published tables that read it'}),
  feeds: Type.Array(Feed),
}
export const Dataset = Type.Object(dataset)

export const Table = Type.Object({
  name: Identifier,
  title: Text,
  description: Text,
  grain: Type.Array(Identifier, {description: 'Columns that are together unique; rows come in their order'}),
  row_count: Count,
  columns: Type.Array(Column, {minItems: 1}),
  place: Place,
  file: Type.String(),
  bytes: Count,
  sha256: Sha256,
  sql: Type.String(),
  inputs: Type.Array(Type.String()),
  datasets: Type.Array(Type.String()),
  is_demo: Type.Boolean({description: 'True where any row is of an invented city'}),
  audits: Type.Array(Audit),
  notices: Type.Array(Notice, {description: 'Changes of columns that readers were told of'}),
})

export const Tool = Type.Object(
  {name: Type.String(), version: Type.String(), node: Type.String(), duckdb: Type.String()},
  {description: 'What made the release'},
)

export const ReleaseModel = Type.Object({
  name: Identifier,
  kind: Type.Unsafe<'seed' | 'staging' | 'model'>({type: 'string', enum: ['seed', 'staging', 'model']}),
  fingerprint: Type.String({description: 'Of its SQL and all that it reads: equal means equal rows'}),
  sql_sha256: Sha256,
  inputs: Type.Array(Type.String()),
  rows: Count,
  is_published: Type.Boolean(),
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      from: Type.Array(Type.String(), {
        description: 'Where its values come from: `table.column` of an input, or `landing/….parquet#header`',
      }),
    }),
  ),
  rows_from: Type.Array(Type.String(), {description: 'Columns of inputs that decide which rows there are'}),
})
export type ReleaseModel = Static<typeof ReleaseModel>

/** `releases/<id>/manifest.json`. */
export const Manifest = Type.Object({
  id: Type.String(),
  created_at: Type.String(),
  digest: Type.String(),
  fingerprint: Type.String(),
  reason: Nullable(Type.String()),
  tool: Tool,
  models: Type.Array(ReleaseModel),
  cities: Type.Array(City, {minItems: 1}),
  tables: Type.Array(Table),
  datasets: Type.Array(Dataset),
  artefacts: Type.Array(
    Type.Object({path: Type.String(), bytes: Count, sha256: Sha256, role: Type.String()}),
  ),
})
