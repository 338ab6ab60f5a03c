import type {IncomingMessage} from 'node:http'
import type {Sender} from '@hromada/api'

/** A form that somebody has sent, and on whose behalf a page may pass it on. */
export type Posted = {fields: URLSearchParams; sender: Sender}

const mostBytes = 64_000
/** What says where a form comes from: the API decides on it. */
const ofSender = ['host', 'origin', 'sec-fetch-site', 'x-forwarded-for', 'x-forwarded-host']

/** The form in a request; null for a body that is none, is too large or is no UTF-8. */
export async function readPosted(request: IncomingMessage): Promise<Posted | null> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type)) return null
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > mostBytes) return null
    pieces.push(piece)
  }
  const text = Buffer.concat(pieces).toString('latin1')
  if (!isUtf8(text)) return null
  const headers = ofSender.flatMap(name => {
    const value = request.headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return {
    fields: new URLSearchParams(text),
    sender: {
      headers: Object.fromEntries(headers),
      ...(request.socket.remoteAddress ? {remoteAddress: request.socket.remoteAddress} : {}),
    },
  }
}

/** Percent-encoded bytes that are no UTF-8 would become signs that nobody wrote. */
function isUtf8(text: string): boolean {
  if (/[^\x20-\x7e]/.test(text)) return false
  try {
    decodeURIComponent(text.replaceAll('+', ' '))
    return true
  } catch {
    return false
  }
}
