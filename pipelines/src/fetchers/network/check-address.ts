import {isIP} from 'node:net'
import {FetchError} from '../fetcher.ts'
import {plainText} from '../plain-text.ts'
import {whyNotPublic} from './why-not-public.ts'

/** Hosts of the city's own network that may be asked, as `name` or `name:port`. */
export type InternalHosts = ReadonlySet<string>

/** An address that may be asked. */
export type Checked = {url: URL; isInternal: boolean}

/**
 * Reads an address and refuses what no publisher needs: schemes other than http and https, names and passwords in
 * it, IP addresses that are not public, or are written to be misread (http://2130706433/, http://0x7f.1/). What a
 * host name leads to is checked when it is looked up. `from` is where it was found: a public host may not lead to
 * an internal one.
 */
export function checkAddress(text: string, internal: InternalHosts, from: Checked | null = null): Checked {
  const url = URL.parse(text, from?.url.href)
  if (!url) throw new FetchError(`"${plainText(text)}" is no address. Correct it in the city's profile.`)
  const shown = withoutQuery(url)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchError(`${shown} is not fetched: only http and https are.`)
  if (url.username || url.password)
    throw new FetchError(
      `An address at ${url.host} carries a name or a password. Take them out, and name the environment variable that holds the key.`,
    )
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const isInternal = internal.has(url.host) || internal.has(url.hostname)
  if (isInternal) {
    if (from && !from.isInternal)
      throw new FetchError(
        `${withoutQuery(from.url)} leads to ${url.host} in the city's own network, and is not followed.`,
      )
    return {url, isInternal}
  }
  if (isIP(host) !== 0) {
    const written = writtenHost(text)
    if (written !== null && written !== url.hostname && isIP(host) === 4)
      throw new FetchError(`${plainText(text)} hides the address ${host}, and is not fetched.`)
    const why = whyNotPublic(host)
    if (why) throw new FetchError(refusal(shown, host, why))
  }
  return {url, isInternal}
}

/** What to say of an address that is not public. */
export const refusal = (shown: string, address: string, why: string) =>
  `${shown} leads to ${address}, an address ${why}, and is not fetched. If it is the city's own server, name its host in internalHosts of the city's profile.`

/** An address without what may be personal or a signature. */
export const withoutQuery = (url: URL) => `${url.protocol}//${url.host}${url.pathname}`

/** The host as it was written, before the rules of URLs made it readable; null in an address without one. */
function writtenHost(text: string): string | null {
  const authority = /^\s*(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}([^\\/?#]*)/i.exec(text)?.[1]
  return authority === undefined ? null : authority.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase()
}
