import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {paths} from '../contract/index.ts'
import {withProblems} from './with-problems.ts'

/** The description of this API in OpenAPI 3.1. */
export const openapiRoutes: FastifyPluginAsyncTypebox = async app => {
  const description = Type.Object(
    {openapi: Type.String(), info: Type.Unknown(), paths: Type.Unknown()},
    {additionalProperties: true, description: 'OpenAPI 3.1'},
  )
  app.get(
    paths.openapi,
    {
      schema: {
        operationId: 'getDescription',
        summary: 'This description',
        tags: ['about'],
        response: withProblems({200: description}),
      },
    },
    (_, reply) => {
      reply.header('cache-control', 'public, no-cache')
      return app.swagger() as {openapi: string; info: unknown; paths: unknown}
    },
  )
}
