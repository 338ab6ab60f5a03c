import {FetchError} from './fetcher.ts'
import {plainText} from './plain-text.ts'

/**
 * The next page's address as a service names it, held to the address that was asked. Services behind a proxy write
 * their inner name into links (http://localhost:8080/…); what they mean is the same path with other parameters, so
 * those are taken. A link to another path elsewhere is refused, and none carries a key to another host.
 */
export function ownNext(link: string, asked: string): string {
  const own = new URL(asked)
  const next = URL.parse(link, own.href)
  if (!next)
    throw new FetchError(`${asked} names "${plainText(link)}" as its next page, which is no address.`)
  if (next.origin === own.origin) return next.href
  if (lastPart(next) !== lastPart(own))
    throw new FetchError(
      `${asked} names ${next.origin}${next.pathname} as its next page, another place altogether.`,
    )
  own.search = next.search
  return own.href
}

const lastPart = ({pathname}: URL) => decodeURIComponent(pathname.replace(/\/+$/, '').replace(/^.*\//, ''))
