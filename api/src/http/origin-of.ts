import type {IncomingMessage} from 'node:http'

/**
 * Scheme and host that the asker sees this server under, for addresses in answers. A host that is not a plain name with a
 * port is not repeated; what else is forged comes back to whoever forged it, as no answer with it is kept for others.
 */
export function originOf({headers}: Pick<IncomingMessage, 'headers'>): string {
  const host = headers.host ?? ''
  const isPlain = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)
  // Behind several proxies it is a list, the outermost first.
  const isSecure = /^https\s*(?:,|$)/.test(String(headers['x-forwarded-proto'] ?? ''))
  return `${isSecure ? 'https' : 'http'}://${isPlain ? host : 'localhost'}`
}
