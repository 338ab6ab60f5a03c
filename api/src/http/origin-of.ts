import type {IncomingMessage} from 'node:http'

/**
 * Scheme and host that the asker sees this server under, for addresses in answers. A host that is not a plain name with a
 * port is not repeated; what else is forged comes back to whoever forged it, as no answer with it is kept for others.
 */
export function originOf({headers}: Pick<IncomingMessage, 'headers'>): string {
  const host = headers.host ?? ''
  const isPlain = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
  return `${scheme}://${isPlain ? host : 'localhost'}`
}
