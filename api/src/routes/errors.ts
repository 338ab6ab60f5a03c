import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {ErrorCode, ErrorCodes, paths, ref} from '../contract/index.ts'
import {ApiError, errors} from '../errors.ts'
import {withProblems} from './with-problems.ts'

const listed = Object.entries(errors).map(([code, error]) => ({code, ...error}))

/** The permanent error codes: what the `type` of a problem leads to. */
export const errorRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    paths.errors,
    {
      schema: {
        operationId: 'getErrorCodes',
        summary: 'Every error code',
        tags: ['about'],
        response: withProblems({200: ref(ErrorCodes)}),
      },
    },
    () => ({errors: listed}),
  )
  app.get(
    paths.error,
    {
      schema: {
        operationId: 'getErrorCode',
        summary: 'What an error code means',
        tags: ['about'],
        params: Type.Object({code: Type.String()}),
        response: withProblems({200: ref(ErrorCode)}),
      },
    },
    request => {
      const found = listed.find(error => error.code === request.params.code)
      if (found) return found
      throw new ApiError('ERROR_NOT_FOUND', `There is no error code "${request.params.code}".`)
    },
  )
}
