import {createHash} from 'node:crypto'
import type {FastifyReply, FastifyRequest} from 'fastify'
import type {OpenRelease} from '../release/open-release.ts'

/** Raise it when the same query of the same release is answered with other bytes than before. */
const bytesVersion = 1

/** A strong ETag of what a release answers to a question; the same for ever. */
export const etagOf = (release: OpenRelease, ...question: string[]): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([bytesVersion, release.id, release.manifest.digest, ...question]))
    .digest('hex')
    .slice(0, 40)}"`

/**
 * Sets the ETag, and answers 304 where the asker has those bytes already. True if it did. An ETag of compressed
 * bytes (`"…-br"`) stands for the same answer.
 */
export function isNotModified(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.headers({etag, 'cache-control': 'public, no-cache'})
  const held = request.headers['if-none-match']
  if (held === undefined) return false
  const match = held
    .split(',')
    .map(tag => tag.trim())
    .find(tag => tag === '*' || plain(tag) === etag)
  if (match === undefined) return false
  reply
    .code(304)
    .header('etag', match === '*' ? etag : match.replace(/^W\//, ''))
    .send()
  return true
}

/** The ETag without what a compression or a cache on the way added to it. */
export const plain = (etag: string) => etag.replace(/^W\//, '').replace(/-(?:br|gzip)"$/, '"')
