import {addressOf} from './address-of.ts'
import {countCsvRecords, countJsonElements, countLines} from './count-records.ts'
import {FetchError, type Fetcher} from './fetcher.ts'
import {secretOf} from './secret-of.ts'
import {fetchFiles} from './shelf/fetch-files.ts'
import {numberAt, readJson} from './shelf/read-json.ts'

/** How records of an export are counted; the other formats are looked into by their readers alone. */
const counters: Record<string, (path: string) => Promise<number>> = {
  csv: path => countCsvRecords(path, ';'),
  json: countJsonElements,
  jsonl: countLines,
}

/**
 * An export of an Opendatasoft portal (Explore API 2.1): everything in one file, unlike `/records`, which ends at
 * 10,000. What came is held against `total_count`, so that an export that breaks off unnoticed is not landed.
 */
export const fetchOpendatasoft: Fetcher<'opendatasoft'> = async (source, context) => {
  const {portal, dataset, as, where, select, key} = source
  const base = [portal.replace(/\/+$/, ''), 'api/explore/v2.1/catalog/datasets'].join('/')
  const secrets = key
    ? [secretOf(key, 'Authorization', context, `${portal} under "API keys"`, text => `Apikey ${text}`)]
    : []
  const count = async () => {
    const address = addressOf(base, [dataset, 'records'], {where, limit: 0})
    return numberAt(await readJson({address, secrets}, context), 'total_count')
  }
  const countOf = counters[as]
  const before = countOf ? await count() : null
  const address = addressOf(base, [dataset, 'exports', as], {
    select,
    where,
    ...(as === 'csv' ? {delimiter: ';', use_labels: 'false'} : {}),
  })
  return fetchFiles(
    [
      {
        name: '0001',
        asks: [{address, secrets, expect: as === 'json' || as === 'geojson' ? 'json' : 'anything'}],
        async check(path) {
          if (!countOf || before === null) return
          const records = await countOf(path)
          if (records === before) return
          // It may have grown or shrunk while it was sent.
          const after = (await count()) ?? before
          if (records < Math.min(before, after) || records > Math.max(before, after))
            throw new FetchError(
              `${address} gave ${records} records and says there are ${after}. The export broke off: run it again.`,
            )
        },
      },
    ],
    context,
  )
}
