import {join} from 'node:path'
import {literal} from '@hromada/pipelines'
import {format as formatSql} from 'sql-formatter'
import type {Build, BuiltModel} from '../build/build.ts'
import {datasetsOf} from '../build/order.ts'
import type {Model} from '../model.ts'
import type {Passage} from '../privacy/release/open-gate.ts'
import type {Warehouse} from '../warehouse.ts'
import {describeColumns} from './describe-columns.ts'
import {fileHash} from './file-hash.ts'
import type {PublishedType, ReleaseColumn, ReleaseTable} from './release-manifest.ts'

/** What stands for the rows of a table. */
export type TableFile = {sha256: string; bytes: number}

/** What of a passage through the gate a table needs; one that holds nothing of anybody's makes it up. */
type Way = Pick<Passage, 'described' | 'fingerprint' | 'open'>

/**
 * Writes a table of a release and says what it is. Where its rows are known to be those of a file that `keep` puts in
 * place, nothing is written.
 */
export async function sealTable(
  {model, audits}: BuiltModel,
  built: Build,
  folder: string,
  {described, fingerprint, open}: Way,
  warehouse: Warehouse,
  keep: ((path: string) => Promise<TableFile | null>) | null = null,
): Promise<ReleaseTable> {
  const file = `${model.name}.parquet`
  const path = join(folder, file)
  const columns = (await describeColumns(described, warehouse)).map(({column_name, column_type}) =>
    releaseColumn(model, column_name, publishedType(model, column_name, column_type)),
  )
  let content = (await keep?.(path)) ?? null
  if (!content) {
    await warehouse.run(
      `copy (select * ${await open()}) to ${literal(path)} (format parquet, compression zstd)`,
    )
    content = await fileHash(path)
  }
  const datasets = datasetsOf(model)
  return {
    name: model.name,
    title: model.title,
    description: model.describe,
    grain: model.grain,
    row_count: await countRows(path, warehouse),
    gate: fingerprint,
    columns,
    place: model.place,
    file,
    ...content,
    sql: model.sql === '' ? '' : formatSql(model.sql, {language: 'duckdb', keywordCase: 'lower'}),
    inputs: model.inputs.map(({name}) => name),
    datasets,
    is_demo: built.cities.some(({isDemo}) => isDemo),
    audits: [...audits, ...upstreamAudits(model, built)].map(({name, description, checked, failures}) => ({
      name,
      description,
      checked,
      failures,
    })),
    notices: model.notices,
  }
}

/** The rows of a Parquet file, which its foot tells. */
async function countRows(path: string, warehouse: Warehouse): Promise<number> {
  const [{rows} = {rows: 0}] = await warehouse.rows<{rows: number}>(
    `select num_rows as rows from parquet_file_metadata(${literal(path)})`,
  )
  return rows
}

/** What was asked of the unpublished models that a table is made from; published ones show their own. */
function upstreamAudits({inputs}: Model, built: Build): BuiltModel['audits'] {
  return inputs
    .filter(({publish}) => !publish)
    .flatMap(input => [
      ...(built.models.find(({model}) => model.name === input.name)?.audits ?? [])
        .filter(({name}) => !name.startsWith('grain_'))
        .map(audit => ({...audit, name: `${input.name}.${audit.name}`})),
      ...upstreamAudits(input, built),
    ])
}

function publishedType(model: Model, column: string, type: string): PublishedType {
  if (model.place?.kind === 'geometry' && model.place.column === column) return 'geometry'
  if (type.startsWith('DECIMAL')) return 'decimal'
  const known: Record<string, PublishedType> = {
    VARCHAR: 'text',
    BOOLEAN: 'boolean',
    DATE: 'date',
    'TIMESTAMP WITH TIME ZONE': 'timestamp',
    DOUBLE: 'number',
    FLOAT: 'number',
    TINYINT: 'integer',
    SMALLINT: 'integer',
    INTEGER: 'integer',
    BIGINT: 'integer',
    JSON: 'json',
  }
  const found = known[type]
  if (!found)
    throw new Error(`${model.name}.${column} is ${type}, which has no published type. Cast it in the model.`)
  return found
}

const releaseColumn = (model: Model, name: string, type: PublishedType): ReleaseColumn => {
  const {uk, en, unit} = model.columns[name]!
  return {name, type, unit: unit ?? null, description: {uk, en}}
}
