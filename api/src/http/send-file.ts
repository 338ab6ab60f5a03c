import {open} from 'node:fs/promises'
import {Readable} from 'node:stream'
import type {FastifyReply, FastifyRequest} from 'fastify'
import {ApiError} from '../errors.ts'
import {isNotModified} from './etag.ts'

export type FileToSend = {path: string; bytes: number; sha256: string; mediaType: string}

/**
 * Answers with a file of the release: strong ETag from its hash, 304, one range of bytes, HEAD. Several ranges at
 * once are answered with the whole file, as HTTP allows.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileToSend,
): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`
  if (isNotModified(request, reply, etag)) return reply

  const ifRange = request.headers['if-range']
  const isRangeWanted = ifRange === undefined || ifRange === etag
  const range = isRangeWanted ? parseRange(request.headers.range, file.bytes) : 'whole'
  if (range === 'none') {
    reply.header('content-range', `bytes */${file.bytes}`)
    throw new ApiError('RANGE_NOT_SATISFIABLE', `The file has ${file.bytes} bytes.`)
  }
  const {start, end} = range === 'whole' ? {start: 0, end: file.bytes - 1} : range
  const isEmpty = request.method === 'HEAD' || file.bytes === 0
  const body = isEmpty ? Readable.from([]) : await read(file, start, end)

  reply.headers({'accept-ranges': 'bytes', 'content-type': file.mediaType, 'content-length': end - start + 1})
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${start}-${end}/${file.bytes}`)
  return reply.send(body)
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-100`; 'none' where the file has no such bytes. Both ends count. */
function parseRange(
  header: string | undefined,
  size: number,
): {start: number; end: number} | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'whole'
  return start > end ? 'none' : {start, end}
}

async function read({path, bytes}: FileToSend, start: number, end: number): Promise<Readable> {
  const handle = await open(path)
  const {size} = await handle.stat()
  if (size === bytes) return handle.createReadStream({start, end, highWaterMark: 256 * 1024})
  await handle.close()
  throw new Error(`${path} has ${size} bytes instead of ${bytes}.`)
}
