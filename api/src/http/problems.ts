import {STATUS_CODES} from 'node:http'
import type {Socket} from 'node:net'
import type {FastifyError, FastifyReply, FastifyRequest} from 'fastify'
import {fillPath, type Problem, paths} from '../contract/index.ts'
import {ApiError, type ErrorCodeName, errors} from '../errors.ts'

const mediaType = 'application/problem+json; charset=utf-8'

/** Headers of the answer that was meant and did not come about. */
const ofTheAnswer = [
  'etag',
  'content-disposition',
  'content-encoding',
  'content-length',
  'accept-ranges',
  'link',
  'hromada-row-count',
  'hromada-demo',
]

/** Answers an error as RFC 9457. What is not an ApiError is logged and shown without its message. */
export function sendProblem(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known = toApiError(error)
  if (known.code === 'INTERNAL_ERROR') request.log.error(error)
  for (const name of ofTheAnswer) {
    reply.removeHeader(name)
    if (!reply.raw.headersSent) reply.raw.removeHeader(name)
  }
  const retryAfter = known.retryAfterSeconds ?? (known.status === 503 ? 5 : null)
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
  if (known.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(known.status)
    .headers({'content-type': mediaType, 'cache-control': 'no-store'})
    .send(problem(known.code, known.message, request.url))
}

const problem = (code: ErrorCodeName, detail: string, url: string): Problem => ({
  type: fillPath(paths.error, {code}),
  title: errors[code].title,
  status: errors[code].status,
  detail,
  code,
  instance: url.split('?')[0] ?? url,
})

function toApiError(error: FastifyError | Error): ApiError {
  if (error instanceof ApiError) return error
  if ('validation' in error && error.validation)
    return new ApiError('INVALID_PARAMETER', `The parameters cannot be used: ${error.message}.`)
  if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ApiError('BODY_TOO_LARGE', 'The body has more bytes than are read here.')
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500)
    return new ApiError('INVALID_REQUEST', 'The address or a header is not one that HTTP allows.')
  return new ApiError('INTERNAL_ERROR', 'The answer could not be made. The reason is in the log.')
}

const refusal = new ApiError('INVALID_REQUEST', 'These bytes are not an HTTP request.')
const refusals: Record<string, ApiError> = {
  HPE_HEADER_OVERFLOW: new ApiError('REQUEST_TOO_LONG', 'The address and headers are longer than 16 kB.'),
  HPE_INVALID_URL: new ApiError(
    'INVALID_REQUEST',
    'The address holds characters that HTTP does not allow in it. Percent-encode them, such as %D0%BA for к ' +
      '(curl does it with --get --data-urlencode).',
  ),
}

/** Answers bytes that are not HTTP, or headers that are too long, on the bare connection. */
export function refuseConnection(error: Error & {code?: string}, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const {code, message} = refusals[error.code ?? ''] ?? refusal
  const {status} = errors[code]
  const body = JSON.stringify(problem(code, message, ''))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}
