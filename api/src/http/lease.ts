import type {FastifyReply} from 'fastify'
import type {OpenRelease} from '../release/open-release.ts'
import type {ReleaseReader} from '../release/release-reader.ts'
import {whenAnswered} from './when-answered.ts'

/**
 * The current release, or the one in force at `asOf`, kept open until the answer has gone out or was broken off. Names
 * it in a header.
 */
export async function lease(
  reader: ReleaseReader,
  reply: FastifyReply,
  asOf: string | undefined,
): Promise<OpenRelease> {
  const {release, done} = await reader.acquire(asOf ?? null)
  whenAnswered(reply, done)
  reply.header('hromada-release', release.id)
  return release
}
