import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {dirname} from 'node:path/posix'
import type {FastifyReply, FastifyRequest} from 'fastify'
import {isNotModified} from './etag.ts'
import {originOf} from './origin-of.ts'
import type {FileToSend} from './send-file.ts'

/**
 * Answers with a TileJSON of the release, its tiles under whole addresses, as viewers ask for them: those of the server
 * that was asked, and of the same moment.
 * @param address where the file lies on this server
 */
export async function sendTileJson(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileToSend,
  {address, asOf}: {address: string; asOf: string | undefined},
): Promise<FastifyReply> {
  const folder = `${originOf(request.raw)}${dirname(address)}`
  const query = asOf === undefined ? '' : `?as_of=${encodeURIComponent(asOf)}`
  const etag = createHash('sha256').update(`${file.sha256} ${folder} ${query}`).digest('hex')
  if (isNotModified(request, reply, `"${etag}"`)) return reply
  const description = JSON.parse(await readFile(file.path, 'utf8')) as {tiles: string[]}
  const tiles = description.tiles.map(tile => `${folder}/${tile}${query}`)
  return reply.header('content-type', file.mediaType).send(JSON.stringify({...description, tiles}))
}
