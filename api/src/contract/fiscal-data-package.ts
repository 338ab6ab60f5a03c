import {type Static, Type} from 'typebox'
import {asOf} from './rows.ts'

export const FiscalDataPackageQuery = Type.Object({
  as_of: asOf,
  city: Type.Optional(Type.String({description: 'A city of the catalogue; the home city unless said'})),
})

const Field = Type.Object({
  name: Type.String(),
  type: Type.String(),
  title: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  columnType: Type.Optional(Type.String({description: 'A concept of the budget taxonomy'})),
  normalize: Type.Optional(Type.Record(Type.String(), Type.String())),
  normalizationTarget: Type.Optional(Type.Boolean()),
  constant: Type.Optional(Type.String()),
})

export const FiscalDataPackage = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    description: Type.String(),
    profile: Type.Literal('tabular-data-package'),
    version: Type.String({description: 'The release'}),
    created: Type.String(),
    countryCode: Type.String(),
    granularity: Type.Literal('aggregated'),
    licenses: Type.Array(
      Type.Object({name: Type.String(), title: Type.String(), path: Type.Optional(Type.String())}),
    ),
    sources: Type.Array(Type.Object({title: Type.String(), path: Type.Optional(Type.String())})),
    columnTypes: Type.Array(Type.String()),
    resources: Type.Array(
      Type.Object({
        name: Type.String(),
        title: Type.String(),
        description: Type.String(),
        path: Type.String({description: 'Relative to the address of this descriptor'}),
        profile: Type.Literal('tabular-data-resource'),
        format: Type.Literal('csv'),
        mediatype: Type.Literal('text/csv'),
        encoding: Type.Literal('utf-8'),
        schema: Type.Object({
          fields: Type.Array(Field),
          extraFields: Type.Array(Field),
          primaryKey: Type.Array(Type.String()),
          missingValues: Type.Array(Type.String()),
        }),
      }),
    ),
  },
  {$id: 'FiscalDataPackage', description: 'The budget of a city as a Fiscal Data Package 1.0'},
)
export type FiscalDataPackage = Static<typeof FiscalDataPackage>
