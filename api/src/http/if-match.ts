import type {FastifyRequest} from 'fastify'
import {ApiError} from '../errors.ts'
import {plain} from './etag.ts'

/** Refuses a change of what is not, or no longer, what the asker has read. @throws ApiError VERSION_REQUIRED, VERSION_CHANGED */
export function ifMatch({headers}: FastifyRequest, etag: string): void {
  const held = headers['if-match']
  if (held === undefined)
    throw new ApiError('VERSION_REQUIRED', 'The request has no If-Match. Read the ETag and send it.')
  if (!held.split(',').some(tag => tag.trim() === '*' || plain(tag.trim()) === etag))
    throw new ApiError('VERSION_CHANGED', `It is ${etag} now, and If-Match is ${held.slice(0, 100)}.`)
}
