import appeals from '../appeals/dataset.ts'
import {type Feed, feed} from '../src/index.ts'

/**
 * Appeals of a city that answers by Open311 GeoReport v2, in its JSON. `updated_datetime` is when a request was closed
 * once its status is closed, and any change before: staged as the time of closing, it counts only then.
 * @param spec where they are: `live`, `mirror`, `publisher` and the like, as every feed has them
 */
export const open311Appeals = (spec: Omit<Partial<Feed>, 'dataset' | 'columns'>): Feed =>
  feed(appeals, {
    ...spec,
    columns: {
      appeal_id: 'service_request_id',
      received_at: {from: 'requested_datetime', format: 'iso'},
      due_at: {from: 'expected_datetime', format: 'iso', mayBeAbsent: true},
      closed_at: {from: 'updated_datetime', format: 'iso'},
      category: 'service_name',
      status: 'status',
      organization: {from: 'agency_responsible', mayBeAbsent: true},
      lon: 'long',
      lat: 'lat',
      address: {from: 'address', mayBeAbsent: true},
      // The standard is for requests that anybody may see where they are.
      is_public_on_map: {value: 'true'},
      result: {from: 'status_notes', mayBeAbsent: true},
    },
  })
