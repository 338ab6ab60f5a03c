import type {FastifyRequest} from 'fastify'
import type {Role} from '../contract/index.ts'
import {ApiError} from '../errors.ts'
import type {RateLimit} from './rate-limit.ts'
import type {Token, TokenBook} from './tokens.ts'

/**
 * The token of a request, from `Authorization: Bearer …` and from nowhere else: no cookie says who somebody is.
 * Without a role any valid one will do.
 * @throws ApiError TOKEN_REQUIRED, TOKEN_REFUSED, NOT_ALLOWED, PUBLISHING_OFF, TOO_MANY_REQUESTS
 */
export async function authorise(
  request: FastifyRequest,
  {tokens, rate}: {tokens: TokenBook; rate: RateLimit},
  role: Role | null,
): Promise<Token> {
  if (role === 'planner' && !(await tokens.has('planner')))
    throw new ApiError('PUBLISHING_OFF', 'There is no valid token of a planner.')
  const [, text] = /^Bearer +(\S{1,200})$/i.exec(request.headers.authorization ?? '') ?? []
  if (!text) throw new ApiError('TOKEN_REQUIRED', 'The request has no Authorization: Bearer with a token.')
  rate.check('refusal', request.ip)
  const token = await tokens.find(text)
  if (!token) {
    rate.count('refusal', request.ip)
    request.log.warn('a token was refused')
    throw new ApiError('TOKEN_REFUSED', 'There is no such token, or it has expired or was revoked.')
  }
  if (role !== null && !token.roles.includes(role))
    throw new ApiError('NOT_ALLOWED', `The token is of a ${token.roles.join(' and ')}, and not of a ${role}.`)
  return token
}
