import {type Static, Type} from 'typebox'
import {Nullable} from './nullable.ts'
import {ReleaseModel, Tool} from './release.ts'

const Count = Type.Integer({minimum: 0})

const summary = {
  id: Type.String(),
  sealed_at: Type.String({description: 'ISO instant'}),
  reason: Nullable(
    Type.String({description: 'Why it was sealed although a table lost rows or columns; null: none did'}),
  ),
  tables: Type.Integer({minimum: 0, description: 'How many'}),
  bytes: Type.Integer({minimum: 0, description: 'Of all its files'}),
}

export const Releases = Type.Object(
  {
    releases: Type.Array(
      Type.Object({
        ...summary,
        is_current: Type.Boolean(),
        links: Type.Object({
          self: Type.String(),
          catalog: Type.String(),
          diff: Nullable(Type.String({description: 'What changed from the release before it'})),
        }),
      }),
      {description: 'The newest first'},
    ),
  },
  {$id: 'Releases', description: 'Every release that is kept'},
)
export type Releases = Static<typeof Releases>

export const ReleaseDetail = Type.Object(
  {
    ...summary,
    digest: Type.String({description: 'SHA-256 over paths and hashes of all its files'}),
    tool: Tool,
    models: Type.Array(ReleaseModel, {description: 'Everything it was built from, the unpublished too'}),
    files: Type.Array(Type.Object({path: Type.String(), bytes: Count, sha256: Type.String()}), {
      description: 'Tables and other files, by their hashes',
    }),
    sources: Type.Array(
      Type.Object({
        dataset: Type.String(),
        city: Type.String(),
        retrieved_at: Type.String(),
        files: Type.Array(Type.Object({address: Type.String(), sha256: Type.String(), bytes: Count})),
      }),
      {description: 'What publishers’ files it was made from'},
    ),
    links: Type.Object({self: Type.String(), catalog: Type.String()}),
  },
  {$id: 'Release', description: 'One release, to be cited and checked'},
)
export type ReleaseDetail = Static<typeof ReleaseDetail>

const TableDiff = Type.Object({
  name: Type.String(),
  status: Type.Unsafe<'same' | 'changed' | 'added' | 'removed'>({
    type: 'string',
    enum: ['same', 'changed', 'added', 'removed'],
  }),
  rows_added: Count,
  rows_removed: Count,
  rows_changed: Count,
  columns_added: Type.Array(Type.String()),
  columns_removed: Type.Array(Type.String()),
  columns_retyped: Type.Array(Type.String()),
  changes_by_column: Type.Record(Type.String(), Count, {
    description: 'In how many rows a column has another value; columns without a change are left out',
  }),
  links: Nullable(
    Type.Object({ndjson: Type.String(), csv: Type.String()}, {description: 'The rows that differ'}),
  ),
})
export type TableDiff = Static<typeof TableDiff>

export const ReleaseDiff = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    reasons: Type.Array(
      Type.Object({release: Type.String(), sealed_at: Type.String(), reason: Type.String()}),
      {
        description: 'Why rows or columns were taken out on the way from one to the other',
      },
    ),
    tables: Type.Array(TableDiff),
  },
  {$id: 'ReleaseDiff', description: 'What changed from one release to another, table by table'},
)
export type ReleaseDiff = Static<typeof ReleaseDiff>
