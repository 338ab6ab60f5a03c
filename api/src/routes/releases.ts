import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {ReleaseManifest, ReleaseSummary} from '@hromada/warehouse'
import {Type} from 'typebox'
import {fillPath, paths, ReleaseDetail, Releases, ref} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import {etagOf, isNotModified} from '../http/etag.ts'
import {lease} from '../http/lease.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {withProblems} from './with-problems.ts'

/** What was published when: `/api/v1/releases` and `/api/v1/releases/:id`. */
export const releaseRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (app, {reader}) => {
  app.get(
    paths.releases,
    {
      schema: {
        operationId: 'getReleases',
        summary: 'Every release that is kept, the newest first',
        tags: ['releases'],
        response: withProblems({200: ref(Releases)}),
      },
    },
    async (_, reply) => {
      const {release: current} = await reader.state()
      reply.header('cache-control', 'public, no-cache')
      return {releases: (await reader.index.list()).map(summariser(current))}
    },
  )
  app.get(
    paths.release,
    {
      schema: {
        operationId: 'getRelease',
        summary: 'One release: hashes of its files, its models and its sources',
        tags: ['releases'],
        params: Type.Object({id: Type.String()}),
        response: withProblems({200: ref(ReleaseDetail)}),
      },
    },
    async (request, reply) => {
      const {id} = request.params
      const summary = (await reader.index.list()).find(release => release.id === id)
      if (!summary) throw new ApiError('RELEASE_NOT_FOUND', `There is no release "${id.slice(0, 100)}".`)
      const release = await lease(reader, reply, id)
      if (isNotModified(request, reply, etagOf(release, 'release'))) return reply
      return describe(summary, release.manifest)
    },
  )
}

const summariser =
  (current: string | null) =>
  (
    {id, sealedAt, reason, tables, bytes}: ReleaseSummary,
    index: number,
    all: ReleaseSummary[],
  ): Releases['releases'][number] => {
    const before = all[index + 1]
    return {
      id,
      sealed_at: sealedAt,
      reason,
      tables,
      bytes,
      is_current: id === current,
      links: {
        self: fillPath(paths.release, {id}),
        catalog: catalogOf(id),
        diff: before ? fillPath(paths.diff, {id: before.id, to: id}) : null,
      },
    }
  }

const catalogOf = (id: string) => `${paths.catalog}?as_of=${encodeURIComponent(id)}`

function describe(
  {id, sealedAt, reason, tables, bytes}: ReleaseSummary,
  manifest: ReleaseManifest,
): ReleaseDetail {
  return {
    id,
    sealed_at: sealedAt,
    reason,
    tables,
    bytes,
    digest: manifest.digest,
    tool: manifest.tool,
    models: manifest.models,
    files: [
      ...manifest.tables.map(table => ({path: table.file, bytes: table.bytes, sha256: table.sha256})),
      ...manifest.artefacts.map(({path, bytes: size, sha256}) => ({path, bytes: size, sha256})),
    ],
    sources: manifest.datasets.flatMap(dataset =>
      dataset.feeds.map(({city, retrieved_at, sources}) => ({
        dataset: dataset.id,
        city,
        retrieved_at,
        files: sources,
      })),
    ),
    links: {self: fillPath(paths.release, {id}), catalog: catalogOf(id)},
  }
}
