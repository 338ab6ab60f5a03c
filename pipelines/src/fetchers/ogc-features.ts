import {addressOf} from './address-of.ts'
import type {Fetcher} from './fetcher.ts'
import {ownNext} from './own-next.ts'
import {asFetched} from './shelf/as-fetched.ts'
import {fetchPages} from './shelf/fetch-pages.ts'
import {numberAt, parseJson, recordsAt, textAt} from './shelf/read-json.ts'

/**
 * Features of a collection by OGC API – Features, Part 1: pages follow the link "next" of the answer or of its `Link`
 * header, and add up to `numberMatched` where the service gives it.
 */
export const fetchOgcFeatures: Fetcher<'ogc-features'> = async (source, context) => {
  const {landing, collection, parameters, pageFeatures = 1000, isTotalRough = false} = source
  const {kept} = await fetchPages(
    {
      stem: 'items',
      isTotalRough,
      first: {
        address: addressOf(landing, ['collections', collection, 'items'], {
          ...parameters,
          limit: pageFeatures,
        }),
        expect: 'json',
        // `f=json` is not of the standard, and a strict service refuses what it does not know.
        headers: {accept: 'application/geo+json, application/json;q=0.9'},
      },
      read(text, {address, link}) {
        const json = parseJson(text, address)
        const features = recordsAt(json, address, 'features')
        const next = nextIn(json) ?? nextInHeader(link)
        return {
          records: features.length,
          total: numberAt(json, 'numberMatched'),
          // Some services link to a page after the last.
          next: next === null || features.length === 0 ? null : ownNext(next, address),
          content: JSON.stringify(features),
        }
      },
    },
    context,
  )
  return kept.map(one => asFetched(context.shelf, one))
}

/** The link "next" of an answer; of several (as HTML, as JSON) the one that is GeoJSON. */
function nextIn(json: unknown): string | null {
  const {links} = json as {links?: unknown}
  const next = (Array.isArray(links) ? links : []).filter(link => textAt(link, 'rel') === 'next')
  const fitting = next.find(link => /json/.test(textAt(link, 'type') ?? 'json'))
  return textAt(fitting, 'href')
}

/** The same in a `Link` header (RFC 8288): `<https://…>; rel="next"`. */
function nextInHeader(link: string | undefined): string | null {
  for (const [, href, attributes = ''] of (link ?? '').matchAll(/<([^>]*)>([^<]*)/g))
    if (href && /;\s*rel\s*=\s*"?(?:[^";]*\s)?next[\s";,]?/i.test(`${attributes};`)) return href
  return null
}
