import {type Ask, FetchError} from '../fetcher.ts'
import {plainText} from '../plain-text.ts'
import {NetworkFault} from './network-fault.ts'
import type {Answer} from './open-transport.ts'

/** The address is good, but nothing lies there. */
export class NotThere extends FetchError {}

/**
 * What a status other than success means: whether another try may help, how long to wait, and what the server says
 * of it. A key that was refused is named by its variable. The body is closed.
 */
export async function describeRefusal(
  {status, statusText, body}: Answer,
  ask: Ask,
  askedToWait: number | null,
): Promise<Error> {
  const said = plainText(hide(await beginning(body), ask))
  const words = `the server answers ${status}${statusText ? ` ${plainText(hide(statusText, ask))}` : ''}${said ? `: ${said}` : ''}`
  const key = ask.secrets?.[0]
  if ((status === 401 || status === 403) && key)
    return new FetchError(
      `${ask.address} does not accept the key in the environment variable ${key.env} (${status}). Check that it is whole and still valid.`,
    )
  if (status === 429)
    return new NetworkFault(words, {mayPass: true, status, waitMilliseconds: askedToWait ?? 10_000})
  const mayPass = status === 408 || status === 425 || (status >= 500 && status !== 501 && status !== 505)
  return new NetworkFault(words, {mayPass, status, waitMilliseconds: mayPass ? askedToWait : null})
}

/** The first words of a body that is text; nothing of a web page. */
async function beginning(body: Answer['body']): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  if (/html/i.test(body.headers['content-type'] ?? '') || body.headers['content-encoding']) {
    body.destroy()
    return ''
  }
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes > 4096) break
    }
  } catch {
    // What it says of itself is worth less than that it refuses.
  }
  body.destroy()
  const text = Buffer.concat(pieces).toString('utf8').trim()
  return /^<!doctype html|^<html/i.test(text) || text.includes('\ufffd') ? '' : text
}

/** A server may repeat what it was sent. */
const hide = (text: string, {secrets = []}: Ask) =>
  secrets.reduce((shown, {key, env}) => shown.replaceAll(key, `(${env})`), text)
