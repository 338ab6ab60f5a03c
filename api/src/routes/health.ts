import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Health, paths, Readiness, ref} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {withProblems} from './with-problems.ts'

/** `/healthz`: the process answers. `/readyz`: there is a release to serve, and 503 with the reason until then. */
export const healthRoutes: FastifyPluginAsyncTypebox<{reader: ReleaseReader}> = async (app, {reader}) => {
  app.get(
    paths.health,
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the process answers',
        tags: ['about'],
        response: withProblems({200: ref(Health)}),
      },
    },
    (_, reply) => {
      reply.header('cache-control', 'no-store')
      return {status: 'ok' as const}
    },
  )
  app.get(
    paths.ready,
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether a release is served',
        tags: ['about'],
        response: withProblems({200: ref(Readiness)}),
      },
    },
    async (_, reply) => {
      reply.header('cache-control', 'no-store')
      const {release, problem} = await reader.state()
      if (release === null) throw new ApiError('NO_RELEASE', problem ?? 'There is no release.')
      return {status: 'ready' as const, release, problem}
    },
  )
}
