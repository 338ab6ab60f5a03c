import type {FastifyReply} from 'fastify'

/** Calls back once: when the answer has gone out, or when the asker went away, even before now. */
export function whenAnswered({raw}: FastifyReply, callback: () => void): void {
  const once = () => {
    raw.off('finish', once).off('close', once)
    callback()
  }
  if (raw.closed || raw.destroyed) callback()
  else raw.once('finish', once).once('close', once)
}
