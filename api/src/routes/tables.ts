import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {ReleaseManifest, ReleaseTable} from '@hromada/warehouse'
import {Type} from 'typebox'
import {
  AsOfQuery,
  type Attribution,
  fillPath,
  paths,
  ref,
  TableDetail,
  type TableSummary,
  Tables,
} from '../contract/index.ts'
import {etagOf, isNotModified} from '../http/etag.ts'
import {lease} from '../http/lease.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {findTable} from './find-table.ts'
import {withProblems} from './with-problems.ts'

/** What the published tables are: `/api/v1/tables` and `/api/v1/tables/:name`. */
export const tableRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (app, {reader}) => {
  app.get(
    paths.tables,
    {
      schema: {
        operationId: 'getTables',
        summary: 'The published tables',
        tags: ['tables'],
        querystring: AsOfQuery,
        response: withProblems({200: ref(Tables)}),
      },
    },
    async (request, reply) => {
      const release = await lease(reader, reply, request.query.as_of)
      if (isNotModified(request, reply, etagOf(release, 'tables'))) return reply
      return {release: release.id, tables: release.manifest.tables.map(summarise)}
    },
  )
  app.get(
    paths.table,
    {
      schema: {
        operationId: 'getTable',
        summary: 'One table: columns, SQL, audits, attribution',
        tags: ['tables'],
        querystring: AsOfQuery,
        params: Type.Object({name: Type.String()}),
        response: withProblems({200: ref(TableDetail)}),
      },
    },
    async (request, reply) => {
      const release = await lease(reader, reply, request.query.as_of)
      const table = findTable(release, request.params.name)
      if (isNotModified(request, reply, etagOf(release, 'table', table.name))) return reply
      return describe(release.manifest, table)
    },
  )
}

function summarise(table: ReleaseTable): TableSummary {
  const {name, title, description, grain, row_count, columns, place, datasets, is_demo, bytes, sha256} = table
  const download = (format: string) => fillPath(paths.rows, {name, format})
  const links = {
    self: fillPath(paths.table, {name}),
    csv: download('csv'),
    json: download('json'),
    ndjson: download('ndjson'),
    parquet: download('parquet'),
    arrow: download('arrow'),
    ...(place === null ? {} : {geojson: download('geojson')}),
  }
  return {name, title, description, grain, row_count, columns, place, datasets, is_demo, bytes, sha256, links}
}

function describe(manifest: ReleaseManifest, table: ReleaseTable): TableDetail {
  const {sql, inputs, audits} = table
  return {
    ...summarise(table),
    release: manifest.id,
    sql,
    inputs,
    audits,
    attribution: attribute(manifest, table),
  }
}

/** Whom to name for the rows of a table: the publisher of each of its datasets in each city. */
function attribute({datasets}: ReleaseManifest, table: ReleaseTable): Attribution[] {
  return datasets
    .filter(dataset => table.datasets.includes(dataset.id))
    .flatMap(dataset =>
      dataset.feeds.map(({city, publisher, licence, page}) => ({
        dataset: dataset.id,
        city,
        publisher,
        licence,
        page,
      })),
    )
}
