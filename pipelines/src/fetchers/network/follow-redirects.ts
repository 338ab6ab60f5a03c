import {type Ask, FetchError} from '../fetcher.ts'
import {type Checked, checkAddress, type InternalHosts, withoutQuery} from './check-address.ts'
import type {Limits} from './limits.ts'
import type {Answer, Transport} from './open-transport.ts'

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Asks an address and goes where it is sent, at most `limits.redirects` times; every address on the way is checked
 * like the first one. Keys go to the first address's origin alone.
 */
export async function followRedirects(
  ask: Ask,
  headers: Record<string, string>,
  transport: Transport,
  internal: InternalHosts,
  limits: Pick<Limits, 'connect' | 'redirects'>,
  signal: AbortSignal,
): Promise<Answer> {
  let to: Checked = checkAddress(ask.address, internal)
  const {origin} = to.url
  const keys = Object.fromEntries((ask.secrets ?? []).map(({name, value}) => [name, value]))
  const seen = new Set<string>()
  for (let hop = 0; ; hop++) {
    seen.add(to.url.href)
    const own = to.url.origin === origin ? {...headers, ...keys} : headers
    const answer = await transport.send(to, own, limits.connect, signal)
    const {location} = answer.headers
    if (!redirects.has(answer.status) || location === undefined) return answer
    answer.body.destroy()
    if (hop === limits.redirects)
      throw new FetchError(
        `${ask.address} sends from one address to the next, more than ${limits.redirects} times. Declare the last one.`,
      )
    to = checkAddress(location, internal, to)
    if (seen.has(to.url.href))
      throw new FetchError(
        `${ask.address} sends in a circle, back to ${withoutQuery(to.url)}. It may want a browser's cookies.`,
      )
  }
}
