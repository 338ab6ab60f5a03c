import {addressOf} from './address-of.ts'
import type {FetchContext, Fetcher} from './fetcher.ts'
import {ownNext} from './own-next.ts'
import {asFetched} from './shelf/as-fetched.ts'
import {addDays} from './shelf/days.ts'
import {fetchPages, type Pages} from './shelf/fetch-pages.ts'
import {fetchWindows} from './shelf/fetch-windows.ts'
import {numberAt, parseJson, recordsAt} from './shelf/read-json.ts'

/**
 * Entities of a SensorThings API 1.1 service, following `@iot.nextLink`. Observations are windowed by time: a window
 * is what lies before its end and not before its beginning, so that even a phenomenon that lasts across midnight is
 * in exactly one, however the service compares an interval with an instant.
 */
export const fetchSensorThings: Fetcher<'sensorthings'> = async (source, context) => {
  const {root, path, expand, select, observations, pageEntities = 1000, isTotalRough = false} = source

  const pagesOf = (
    stem: string,
    filter: string | undefined,
    orderby: string | undefined,
    within: FetchContext,
  ): Promise<Pages> =>
    fetchPages(
      {
        stem,
        isTotalRough,
        first: {
          address: addressOf(`${root.replace(/\/+$/, '')}/${path}`, [], {
            $filter: filter,
            $orderby: orderby,
            $expand: expand,
            $select: select,
            $top: pageEntities,
            $count: isTotalRough ? undefined : 'true',
          }),
          expect: 'json',
        },
        read(text, {address}) {
          const json = parseJson(text, address)
          const entities = recordsAt(json, address, 'value')
          const next = (json as Record<string, unknown>)['@iot.nextLink']
          return {
            records: entities.length,
            total: numberAt(json, '@iot.count'),
            next: typeof next === 'string' && entities.length > 0 ? ownNext(next, address) : null,
            content: JSON.stringify(entities),
          }
        },
      },
      within,
    )

  if (!observations) {
    const {kept} = await pagesOf('entities', source.filter, undefined, context)
    return kept.map(one => asFetched(context.shelf, one))
  }
  const {since, windowDays = 30, settledAfterDays = 30, time = 'phenomenonTime'} = observations
  const kept = await fetchWindows(
    {
      stem: '',
      since,
      windowDays,
      settledAfterDays,
      whenDayIsCut: '',
      async fetch({from, to}, stem, within) {
        const window = `${time} lt ${addDays(to, 1)}T00:00:00Z and not (${time} lt ${from}T00:00:00Z)`
        const filter = source.filter ? `(${source.filter}) and ${window}` : window
        return {...(await pagesOf(stem, filter, `${time} asc`, within)), isCut: false}
      },
    },
    context,
  )
  return kept.map(one => asFetched(context.shelf, one))
}
