import appeals from '../appeals/dataset.ts'
import {type Feed, feed} from '../src/index.ts'

/** What annex 33 to the Cabinet's resolution No. 835 does not ask for; a city that publishes it is read all the same. */
const beyondAnnex = [
  'due_at',
  'closed_at',
  'appeal_type',
  'legal_basis',
  'due_term',
  'registered_at',
  'first_response_at',
  'extended_to',
  'reopened_at',
  'duplicate_of',
  'sign',
  'subject',
  'district',
  'lon',
  'lat',
  'is_public_on_map',
  'applicant_category',
  'applicant_name',
  'applicant_phone',
] as const

/**
 * Appeals of a city that publishes them just as annex 33 says: without terms, closing times and places. What is open is
 * then known by the status alone, and how long it took is not known of what is closed.
 * @param spec where they are: `live`, `mirror`, `publisher` and the like, as every feed has them
 */
export const annex33Appeals = (spec: Omit<Partial<Feed>, 'dataset' | 'columns'>): Feed =>
  feed(appeals, {
    ...spec,
    columns: Object.fromEntries(
      beyondAnnex.map(name => [name, {from: appeals.columns[name].from, mayBeAbsent: true}]),
    ),
  })
