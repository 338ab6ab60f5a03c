import {addressOf} from './address-of.ts'
import type {Fetcher} from './fetcher.ts'
import {ownNext} from './own-next.ts'
import {asFetched} from './shelf/as-fetched.ts'
import {fetchPages} from './shelf/fetch-pages.ts'
import {parseJson, recordsAt, textAt} from './shelf/read-json.ts'

/**
 * Lists of petitions to the UK Parliament, JSON:API in pages of 25 that follow `links.next`. While one signs and
 * another is opened, a petition may slip to the next page: it then comes twice, and the dataset's key keeps the later.
 */
export const fetchUkPetitions: Fetcher<'uk-petitions'> = async ({state}, context) => {
  const {kept} = await fetchPages(
    {
      stem: 'petitions',
      first: {
        address: addressOf('https://petition.parliament.uk', ['petitions.json'], {state}),
        expect: 'json',
      },
      read(text, {address}) {
        const json = parseJson(text, address)
        const petitions = recordsAt(json, address, 'data')
        const next = textAt(json, 'links', 'next')
        return {
          records: petitions.length,
          total: null,
          next: next === null || petitions.length === 0 ? null : ownNext(next, address),
          content: JSON.stringify(petitions),
        }
      },
    },
    context,
  )
  return kept.map(one => asFetched(context.shelf, one))
}
