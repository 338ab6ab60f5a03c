import type {FastifyInstance} from 'fastify'
import {ApiError} from '../errors.ts'
import {isPublicArea} from './public-area.ts'

const reading = 'GET, HEAD, OPTIONS'
const exposed =
  'ETag, Content-Disposition, Content-Range, Accept-Ranges, Link, Hromada-Release, Hromada-Row-Count, Hromada-Demo'

/** All that is written over HTTP: scenarios by their planners, comments by anybody, decisions by moderators. */
const written: [address: RegExp, methods: string[]][] = [
  [/^\/api\/v1\/scenarios$/, ['POST']],
  [/^\/api\/v1\/scenarios\/[^/]+$/, ['PUT', 'DELETE']],
  [/^\/api\/v1\/scenarios\/[^/]+\/comments$/, ['POST']],
  [/^\/api\/v1\/moderation\/comments\/[^/]+$/, ['PUT']],
]

/**
 * Lets any site read the public data. Other methods than GET and HEAD are refused but where something is written, and
 * there a browser's page of another site gets no leave: what a preflight allows is reading without a token.
 */
export function readOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isPublicArea(request.url)) return
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': exposed,
      'cross-origin-resource-policy': 'cross-origin',
    })
    if (request.method === 'GET' || request.method === 'HEAD') return
    const path = request.url.split('?')[0]!
    const methods = written.find(([address]) => address.test(path))?.[1] ?? []
    if (methods.includes(request.method)) return
    const allow = [reading, ...methods].join(', ')
    if (request.method !== 'OPTIONS') {
      reply.header('allow', allow)
      throw new ApiError('METHOD_NOT_ALLOWED', `${request.method} is not possible here. Use ${allow}.`)
    }
    return reply
      .code(204)
      .headers({
        allow,
        'access-control-allow-methods': reading,
        'access-control-allow-headers': 'If-None-Match, If-Range, Range',
        'access-control-max-age': '86400',
      })
      .send()
  })
}
