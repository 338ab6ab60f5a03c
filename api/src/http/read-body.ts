import type {FastifyInstance, FastifyRequest} from 'fastify'
import {ApiError} from '../errors.ts'

/** Lets the routes of this scope take bodies of JSON: as bytes, so that what is no UTF-8 is refused and not mended. */
export function takeBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', {parseAs: 'buffer'}, (_request, body, done) =>
    done(null, body),
  )
}

/** The value of a body. @throws ApiError INVALID_BODY, MEDIA_TYPE_NOT_SUPPORTED */
export function readBody({body, headers}: FastifyRequest): unknown {
  if (!Buffer.isBuffer(body))
    throw new ApiError(
      'MEDIA_TYPE_NOT_SUPPORTED',
      `A body of type ${(headers['content-type'] ?? '(none)').slice(0, 100)} is not read here.`,
    )
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(body)
  } catch {
    throw new ApiError('INVALID_BODY', 'The body is not UTF-8.')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ApiError('INVALID_BODY', `The body is not JSON: ${(error as Error).message.slice(0, 200)}`)
  }
}
