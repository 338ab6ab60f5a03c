import {expectation} from './expectation.ts'
import type {Fetcher} from './fetcher.ts'
import {fetchFiles} from './shelf/fetch-files.ts'

/** Files at fixed addresses, asked for again only if they have changed. */
export const fetchHttp: Fetcher<'http'> = ({urls}, context) =>
  fetchFiles(
    urls.map((address, index) => ({
      name: String(index + 1).padStart(4, '0'),
      asks: [{address, expect: expectation(context.format)}],
    })),
    context,
  )
