import {addressOf} from './address-of.ts'
import {FetchError, type Fetcher} from './fetcher.ts'
import {plainText} from './plain-text.ts'
import {asFetched} from './shelf/as-fetched.ts'
import {fetchFiles} from './shelf/fetch-files.ts'
import {fetchPages} from './shelf/fetch-pages.ts'
import {fetchWindows} from './shelf/fetch-windows.ts'
import {parseJson, recordsAt} from './shelf/read-json.ts'

/** GeoReport v2: "the maximum duration is 90 days", "the first 1000 requests". */
const mostDays = 90
const mostRequests = 1000

/**
 * Requests of an Open311 GeoReport v2 endpoint, windowed by the day they were made. Where the endpoint knows pages
 * (an extension) each window is read page by page until one is empty; where it does not, a window that comes back
 * full is halved. https://wiki.open311.org/GeoReport_v2/
 */
export const fetchOpen311: Fetcher<'open311'> = async (source, context) => {
  const {endpoint, as, jurisdiction, services, pages, since} = source
  const windowDays = source.windowDays ?? 30
  if (windowDays > mostDays)
    throw new FetchError(`Open311 answers for ${mostDays} days at most; windowDays is ${windowDays}.`)
  const most = source.most ?? mostRequests
  const kept = await fetchWindows(
    {
      stem: '',
      since,
      windowDays,
      // Requests are closed months after they were made.
      settledAfterDays: source.settledAfterDays ?? 365,
      whenDayIsCut:
        'Name fewer service codes in the city’s profile, or its pages, if the endpoint knows them.',
      async fetch({from, to}, stem, within) {
        const pageAt = (page: number) =>
          addressOf(endpoint, [`requests.${as}`], {
            jurisdiction_id: jurisdiction,
            service_code: services?.join(','),
            start_date: `${from}T00:00:00Z`,
            end_date: `${to}T23:59:59Z`,
            ...(pages ? {page, [pages.sizeParameter]: pages.size} : {}),
          })
        const found = await fetchPages(
          {
            stem,
            first: {address: pageAt(1), expect: as},
            read(text, {address, index}) {
              const list =
                as === 'json' ? recordsAt(parseJson(text, address), address) : requestsIn(text, address)
              return {
                records: list.length,
                total: null,
                next: pages && list.length > 0 ? pageAt(index + 1) : null,
                content: JSON.stringify(list),
              }
            },
          },
          within,
        )
        return {...found, isCut: !pages && found.records >= most}
      },
    },
    context,
  )
  return kept.map(one => asFetched(context.shelf, one))
}

/** The kinds of request that an endpoint takes. */
export const fetchOpen311Services: Fetcher<'open311-services'> = ({endpoint, as, jurisdiction}, context) =>
  fetchFiles(
    [
      {
        name: '0001',
        asks: [
          {
            address: addressOf(endpoint, [`services.${as}`], {jurisdiction_id: jurisdiction}),
            expect: as,
          },
        ],
      },
    ],
    context,
  )

/** The text of each request in an XML answer: enough to count and compare; readers take it apart. */
function requestsIn(text: Buffer, address: string): string[] {
  const xml = text.toString('utf8')
  if (!/<(?:\w+:)?service_requests\b/.test(xml)) {
    const said = /<description>([^<]{1,200})/.exec(xml)?.[1]
    throw new FetchError(
      `${address} answers with XML that has no service_requests${said ? `: ${plainText(said)}` : ''}.`,
    )
  }
  return xml.match(/<request\b[^>]*>[\s\S]*?<\/request>|<request\b[^>]*\/>/g) ?? []
}
