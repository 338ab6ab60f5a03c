import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {leadingTo, type ReleaseManifest} from '@hromada/warehouse'
import {Lineage, LineageQuery, paths, ref} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {etagOf, isNotModified} from '../http/etag.ts'
import {lease} from '../http/lease.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {withProblems} from './with-problems.ts'

/** Where tables and columns come from: `/api/v1/lineage`. */
export const lineageRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (app, {reader}) => {
  app.get(
    paths.lineage,
    {
      schema: {
        operationId: 'getLineage',
        summary: 'Where tables and columns come from, down to the landed files',
        tags: ['tables'],
        querystring: LineageQuery,
        response: withProblems({200: ref(Lineage)}),
      },
    },
    async (request, reply) => {
      const {as_of, of} = request.query
      const release = await lease(reader, reply, as_of)
      const whole = describe(release.manifest)
      const part = of === undefined ? whole : partOf(of, whole)
      if (isNotModified(request, reply, etagOf(release, 'lineage', of ?? ''))) return reply
      return part
    },
  )
}

function describe({id, models, datasets}: ReleaseManifest): Lineage {
  const named = new Set(
    models.flatMap(({columns}) => columns.flatMap(({from}) => from.map(origin => origin.split('#')[0]))),
  )
  return {
    release: id,
    models,
    files: datasets.flatMap(dataset =>
      dataset.feeds.flatMap(({city, retrieved_at, sources, landing, earlier = []}) =>
        // Of hundreds of landings those are named that brought a column.
        [...earlier.filter(({file}) => named.has(file)), landing].map(landed => ({
          ...landed,
          city,
          dataset: dataset.id,
          retrieved_at,
          sources,
        })),
      ),
    ),
  }
}

/** The part of it that leads to a table or a column. Of a column, only columns whose values are in it are left. */
function partOf(of: string, {release, models, files}: Lineage): Lineage {
  const [table = '', column] = of.split('.')
  const target = models.find(({name}) => name === table)
  if (!target)
    throw new ApiError(
      'TABLE_NOT_FOUND',
      `There is no table "${table.slice(0, 100)}" in the lineage of this release.`,
    )
  const names = target.columns.map(({name}) => name)
  if (column !== undefined && !names.includes(column))
    throw new ApiError(
      'UNKNOWN_COLUMN',
      `${table} has no column "${column.slice(0, 100)}". Columns: ${names.join(', ')}.`,
    )
  const isWhole = column === undefined
  const left = leadingTo(models, isWhole ? names.map(name => `${table}.${name}`) : [of], isWhole)
  const used = new Set(
    left.flatMap(({columns}) => columns.flatMap(({from}) => from.map(origin => origin.split('#')[0]))),
  )
  return {release, models: left, files: files.filter(({file}) => used.has(file))}
}
