import {readFile} from 'node:fs/promises'
import {FetchError, type Fetcher} from './fetcher.ts'
import {fetchFiles} from './shelf/fetch-files.ts'
import {numberAt, parseJson, recordsAt} from './shelf/read-json.ts'

const site = 'https://petition.kmu.gov.ua'
const address = `${site}/api/petitions`

/**
 * Petitions to the Cabinet of Ministers: one answer `{count, rows}` with all of them. The service refuses whoever
 * does not come from its own pages, so the request says that it does.
 */
export const fetchKmuPetitions: Fetcher<'kmu-petitions'> = (_source, context) =>
  fetchFiles(
    [
      {
        name: '0001',
        asks: [{address, expect: 'json', headers: {referer: `${site}/`, accept: 'application/json'}}],
        async check(path) {
          const json = parseJson(await readFile(path), address)
          const rows = recordsAt(json, address, 'rows')
          const count = numberAt(json, 'count')
          if (count !== null && count !== rows.length)
            throw new FetchError(`${address} gave ${rows.length} petitions and says there are ${count}.`)
        },
      },
    ],
    context,
  )
