import type {FastifyReply, FastifyRequest} from 'fastify'
import {ApiError} from '../errors.ts'

/**
 * Refuses what a browser sends from a page of another site. Browsers name the relation in Sec-Fetch-Site, on plain HTTP
 * only the origin in Origin, which must then be the host that was asked; programs name neither and may write.
 * Nothing here is decided by a cookie, so this keeps other sites from spending their readers' names and addresses.
 */
export async function sameOrigin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const {'sec-fetch-site': site, origin} = request.headers
  // What is written, and what needs a token to be read, is for no other site to see.
  reply.removeHeader('access-control-allow-origin')
  reply.headers({'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store'})
  const isOurs =
    typeof site === 'string'
      ? site === 'same-origin' || site === 'none'
      : origin === undefined || hostOf(origin) === request.host
  if (!isOurs) throw new ApiError('OTHER_ORIGIN', 'The request comes from a page of another site.')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
