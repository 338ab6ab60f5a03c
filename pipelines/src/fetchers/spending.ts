import {addressOf} from './address-of.ts'
import type {Fetcher} from './fetcher.ts'
import {asFetched} from './shelf/as-fetched.ts'
import {fetchPages} from './shelf/fetch-pages.ts'
import {fetchWindows} from './shelf/fetch-windows.ts'
import type {Kept} from './shelf/open-shelf.ts'
import {at, numberAt, parseJson, recordsAt} from './shelf/read-json.ts'

const service = 'https://api.spending.gov.ua/api/v2'

/** Documents in one answer; the service holds back the rest and says so, though not always. */
const mostDocuments = 1000

/**
 * Payments, contracts, acts or addenda of spending.gov.ua, one payer after the other, in windows of days: the service
 * refuses more than about 90. Contracts and the like come a thousand at most, so a full window is halved. They are
 * windowed by the document's date; payments by the day they were made.
 */
export const fetchSpending: Fetcher<'spending'> = async (source, context) => {
  const {what, payers, since, windowDays = 30, settledAfterDays = 60} = source
  const addressFor = (payer: string, from: string, to: string) =>
    what === 'transactions'
      ? addressOf(service, ['api', 'transactions', ''], {payers_edrpous: payer, startdate: from, enddate: to})
      : addressOf(service, ['disposers', what], {
          disposerId: payer,
          documentDateFrom: from,
          documentDateTo: to,
        })
  const kept: Kept[] = []
  for (const payer of payers)
    kept.push(
      ...(await fetchWindows(
        {
          stem: `${payer}_`,
          since,
          windowDays,
          settledAfterDays,
          whenDayIsCut: 'The service gives no more, and the rest of that day cannot be had from it.',
          async fetch({from, to}, stem, within) {
            const pages = await fetchPages(
              {
                stem,
                isTotalRough: true,
                first: {address: addressFor(payer, from, to), expect: 'json'},
                read(text, {address}) {
                  const json = parseJson(text, address)
                  const records =
                    what === 'transactions' ? recordsAt(json, address) : recordsAt(json, address, 'documents')
                  const count = numberAt(json, 'count') ?? records.length
                  return {
                    records: records.length,
                    total: at(json, 'moreThenCount') === true ? Math.max(count, records.length + 1) : count,
                    next: null,
                    content: JSON.stringify(records),
                  }
                },
              },
              within,
            )
            const isFull = what !== 'transactions' && pages.records >= mostDocuments
            return {...pages, isCut: isFull || (pages.total ?? 0) > pages.records}
          },
        },
        context,
      )),
    )
  return kept.map(one => asFetched(context.shelf, one))
}
