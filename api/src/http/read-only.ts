import type {FastifyInstance} from 'fastify'
import {ApiError} from '../errors.ts'
import {isPublicArea} from './public-area.ts'

const methods = 'GET, HEAD, OPTIONS'
const exposed =
  'ETag, Content-Disposition, Content-Range, Accept-Ranges, Link, Hromada-Release, Hromada-Row-Count, Hromada-Demo'

/** Lets any site read the public data, and nobody write: other methods than GET and HEAD are refused. */
export function readOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isPublicArea(request.url)) return
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': exposed,
      'cross-origin-resource-policy': 'cross-origin',
    })
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (request.method !== 'OPTIONS') {
      reply.header('allow', methods)
      throw new ApiError('METHOD_NOT_ALLOWED', `${request.method} is not possible here. Use GET or HEAD.`)
    }
    return reply
      .code(204)
      .headers({
        allow: methods,
        'access-control-allow-methods': methods,
        'access-control-allow-headers': 'If-None-Match, If-Range, Range',
        'access-control-max-age': '86400',
      })
      .send()
  })
}
