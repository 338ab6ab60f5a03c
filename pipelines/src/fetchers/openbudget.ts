import {addressOf} from './address-of.ts'
import type {Fetcher} from './fetcher.ts'
import {addDays} from './shelf/days.ts'
import {fetchFiles} from './shelf/fetch-files.ts'

const service = 'https://api.openbudget.gov.ua/api/public/localBudgetData'

/** The treasury closes a year in spring; after that its reports do not change. */
const settledAfterDays = 180

/**
 * One report on a local budget, a file a year, months cumulative. The answer is text with semicolons in windows-1251
 * or UTF-8; it is empty while a year has no report yet.
 */
export const fetchOpenbudget: Fetcher<'openbudget'> = (source, context) => {
  const {budgetCode, item: budgetItem, classification, sinceYear} = source
  const thisYear = Number(context.today.slice(0, 4))
  const years = Array.from({length: Math.max(1, thisYear - sinceYear + 1)}, (_, index) => sinceYear + index)
  return fetchFiles(
    years.map(year => ({
      name: String(year),
      asks: [
        {
          address: addressOf(service, [], {
            budgetCode,
            budgetItem,
            classificationType: classification,
            period: 'MONTH',
            year,
          }),
          expect: 'anything',
        },
      ],
      isFinal: day => day >= addDays(`${year}-12-31`, settledAfterDays),
    })),
    context,
  )
}
