import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {ReleaseManifest} from '@hromada/warehouse'
import {Type} from 'typebox'
import {AsOfQuery, Catalog, DatasetDetail, fillPath, paths, ref} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {etagOf, isNotModified} from '../http/etag.ts'
import {lease} from '../http/lease.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {withProblems} from './with-problems.ts'

/** What there is: `/api/v1/catalog` and `/api/v1/datasets/:id`. */
export const catalogRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (app, {reader}) => {
  app.get(
    paths.catalog,
    {
      schema: {
        operationId: 'getCatalog',
        summary: 'Cities, datasets and tables of the current release',
        tags: ['catalogue'],
        querystring: AsOfQuery,
        response: withProblems({200: ref(Catalog)}),
      },
    },
    async (request, reply) => {
      const release = await lease(reader, reply, request.query.as_of)
      if (isNotModified(request, reply, etagOf(release, 'catalog'))) return reply
      return describeCatalog(release.manifest)
    },
  )
  app.get(
    paths.dataset,
    {
      schema: {
        operationId: 'getDataset',
        summary: 'One dataset: columns, sources, licences, findings',
        tags: ['catalogue'],
        querystring: AsOfQuery,
        params: Type.Object({id: Type.String()}),
        response: withProblems({200: ref(DatasetDetail)}),
      },
    },
    async (request, reply) => {
      const release = await lease(reader, reply, request.query.as_of)
      const {id} = request.params
      const detail = describeDataset(release.manifest, id)
      if (isNotModified(request, reply, etagOf(release, 'dataset', id))) return reply
      return detail
    },
  )
}

const self = (path: string, values: Record<string, string> = {}) => ({self: fillPath(path, values)})

function describeCatalog({id, created_at, digest, cities, datasets, tables}: ReleaseManifest): Catalog {
  return {
    release: id,
    created_at,
    digest,
    cities,
    datasets: datasets.map(dataset => ({
      ...dataset,
      cities: dataset.feeds.map(feed => feed.city),
      links: self(paths.dataset, {id: dataset.id}),
    })),
    tables: tables.map(table => ({...table, links: self(paths.table, {name: table.name})})),
    links: {self: paths.catalog, tables: paths.tables, errors: paths.errors, openapi: paths.openapi},
  }
}

function describeDataset({id: release, datasets}: ReleaseManifest, id: string): DatasetDetail {
  const dataset = datasets.find(each => each.id === id)
  if (!dataset) {
    const known = datasets.map(each => each.id).join(', ')
    throw new ApiError('DATASET_NOT_FOUND', `There is no dataset "${id}". Datasets: ${known}.`)
  }
  const tables = Object.fromEntries(dataset.tables.map(name => [name, fillPath(paths.table, {name})]))
  return {release, ...dataset, links: {...self(paths.dataset, {id}), tables}}
}
