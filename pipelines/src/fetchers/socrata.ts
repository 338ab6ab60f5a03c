import {addressOf} from './address-of.ts'
import {countCsvRecords} from './count-records.ts'
import type {Fetcher} from './fetcher.ts'
import {secretOf} from './secret-of.ts'
import {asFetched} from './shelf/as-fetched.ts'
import {fetchPages} from './shelf/fetch-pages.ts'
import {numberAt, parseJson, readJson, recordsAt} from './shelf/read-json.ts'

/** Version 2.0 of the interface gives 50,000 rows at most; JSON is read whole, so its pages are smaller. */
const usualRows = {csv: 50_000, json: 10_000, geojson: 10_000}

/**
 * A dataset of a Socrata portal, page after page in the order of `:id`, the only one that stays the same
 * (https://dev.socrata.com/docs/paging.html). What came is held against `count(*)`, asked before and after.
 */
export const fetchSocrata: Fetcher<'socrata'> = async (source, context) => {
  const {portal, dataset, as, where, select} = source
  const limit = source.pageRows ?? usualRows[as]
  const secrets = source.key
    ? [secretOf(source.key, 'X-App-Token', context, `${portal} in its developer settings`)]
    : []
  const count = async () => {
    const address = addressOf(portal, ['resource', `${dataset}.json`], {
      $select: 'count(*) as rows_in_all',
      $where: where,
    })
    const [row] = recordsAt(await readJson({address, secrets}, context), address)
    return numberAt(row, 'rows_in_all')
  }
  const pageAt = (offset: number) =>
    addressOf(portal, ['resource', `${dataset}.${as}`], {
      $select: select,
      $where: where,
      $order: ':id',
      $limit: limit,
      $offset: offset,
    })
  const before = await count()
  const {kept} = await fetchPages(
    {
      stem: dataset,
      first: {address: pageAt(0), expect: as === 'csv' ? 'anything' : 'json', secrets},
      async read(text, {address, index, path}) {
        const list =
          as === 'csv'
            ? null
            : recordsAt(parseJson(text, address), address, ...(as === 'json' ? [] : ['features']))
        const records = list?.length ?? (await countCsvRecords(path, ','))
        const isLast = records < limit
        return {
          records,
          // Where it grew meanwhile, both counts are right.
          total: index === 1 ? before : isLast ? await count() : null,
          next: isLast ? null : pageAt(index * limit),
          content: list ? JSON.stringify(list) : text,
        }
      },
    },
    context,
  )
  return kept.map(one => asFetched(context.shelf, one))
}
