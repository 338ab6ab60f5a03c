import {type Static, Type} from 'typebox'
import {ReleaseModel} from './release.ts'
import {asOf} from './rows.ts'

export const LineageQuery = Type.Object({
  as_of: asOf,
  of: Type.Optional(
    Type.String({
      description: 'A table (`appeals`) or one of its columns (`appeals.status`): only what leads to it',
    }),
  ),
})

export const Lineage = Type.Object(
  {
    release: Type.String(),
    models: Type.Array(ReleaseModel, {description: 'Tables, published or not, each after those it reads'}),
    files: Type.Array(
      Type.Object({
        file: Type.String({description: 'The landed file, as `from` of a column names it before the #'}),
        sha256: Type.String(),
        city: Type.String(),
        dataset: Type.String(),
        retrieved_at: Type.String(),
        sources: Type.Array(
          Type.Object({address: Type.String(), sha256: Type.String(), bytes: Type.Integer({minimum: 0})}),
        ),
      }),
      {description: 'What was landed, and the publisher’s files it came from'},
    ),
  },
  {
    $id: 'Lineage',
    description: 'Where everything comes from: column by column, down to the publisher’s file',
  },
)
export type Lineage = Static<typeof Lineage>
