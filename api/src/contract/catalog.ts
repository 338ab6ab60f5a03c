import {type Static, Type} from 'typebox'
import {City, Dataset, Licence, Text} from './release.ts'

const links = Type.Object({self: Type.String()})

const DatasetSummary = Type.Object({
  id: Type.String(),
  title: Text,
  description: Text,
  publisher: Text,
  licence: Licence,
  theme: Dataset.properties.theme,
  cadence: Dataset.properties.cadence,
  cities: Type.Array(Type.String(), {description: 'Cities with a source of it'}),
  tables: Dataset.properties.tables,
  links,
})

export const Catalog = Type.Object(
  {
    release: Type.String(),
    created_at: Type.String(),
    digest: Type.String({description: 'SHA-256 over the content of the release: same content, same digest'}),
    cities: Type.Array(City, {description: 'The city at home first'}),
    datasets: Type.Array(DatasetSummary),
    tables: Type.Array(
      Type.Object({
        name: Type.String(),
        title: Text,
        row_count: Type.Integer(),
        is_demo: Type.Boolean(),
        links,
      }),
    ),
    links: Type.Object({
      self: Type.String(),
      tables: Type.String(),
      errors: Type.String(),
      openapi: Type.String(),
    }),
  },
  {$id: 'Catalog', description: 'What there is in the current release'},
)
export type Catalog = Static<typeof Catalog>

export const DatasetDetail = Type.Object(
  {
    release: Type.String(),
    ...Dataset.properties,
    links: Type.Object({self: Type.String(), tables: Type.Record(Type.String(), Type.String())}),
  },
  {$id: 'Dataset', description: 'One dataset: columns, sources, licences, findings'},
)
export type DatasetDetail = Static<typeof DatasetDetail>
