import {Buffer} from 'node:buffer'
import {Readable} from 'node:stream'
import type {FastifyReply} from 'fastify'
import {whenAnswered} from './when-answered.ts'

/**
 * Answers with bytes that are being made: as they come, no faster than they are taken. What fails before the
 * second piece is thrown, so that it becomes a proper error; later the connection is broken off, so that nobody
 * takes the part for the whole. An answer of one piece has a Content-Length, and is there to be remembered.
 */
export async function sendBytes(
  reply: FastifyReply,
  bytes: AsyncGenerator<Uint8Array>,
  remember: (whole: Buffer) => void,
): Promise<FastifyReply> {
  whenAnswered(reply, () => void bytes.return(undefined).catch(() => {}))
  const first = await bytes.next()
  const second = first.done ? first : await bytes.next()
  if (second.done) {
    const whole = Buffer.from(first.done ? [] : first.value)
    remember(whole)
    return reply.send(whole)
  }
  return reply.send(Readable.from(joined(first.value, second.value, bytes), {objectMode: false}))
}

async function* joined(first: Uint8Array, second: Uint8Array, rest: AsyncGenerator<Uint8Array>) {
  yield first
  yield second
  yield* rest
}
