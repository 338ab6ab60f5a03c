import appeals from '../../appeals/dataset.ts'
import {defineCity, egm96, feed, licences} from '../../src/index.ts'

const clock = {format: ['%m/%d/%Y %I:%M:%S %p', '%Y-%m-%d %H:%M:%S'], zone: 'America/New_York'}

export default defineCity({
  id: 'boston',
  name: {uk: 'Бостон', en: 'Boston'},
  nameOf: {uk: 'Бостона', en: 'Boston'},
  country: 'US',
  zone: 'America/New_York',
  bbox: [-71.191, 42.227, -70.986, 42.397],
  population: [{year: 2010, residents: 617_594, source: 'US Census 2010'}],
  geoid: egm96({
    west: -71.25,
    south: 42,
    metres: [
      [-29.63, -29.32, -28.99],
      [-28.99, -28.72, -28.44],
      [-28.43, -28.16, -27.91],
    ],
  }),
  feeds: [
    feed(appeals, {
      mirror: {path: 'appeals/boston_311_2015_merged.csv.gz', format: {kind: 'csv', delimiter: ','}},
      live: {
        source: {
          kind: 'ckan',
          portal: 'https://data.boston.gov',
          package: '8048697b-ad64-4bfc-b090-ee00169f2323',
          // One resource a year; this is the year of the mirror.
          resource: {id: 'c9509ab4-6f6d-4b97-979a-0cf2a10c922b'},
        },
        format: {kind: 'csv', delimiter: ','},
      },
      page: 'https://data.boston.gov/dataset/311-service-requests',
      publisher: {uk: 'Місто Бостон', en: 'City of Boston'},
      licence: licences.pddl,
      // The city renamed its headers since: both spellings are known.
      columns: {
        appeal_id: ['CASE_ENQUIRY_ID', 'case_enquiry_id'],
        received_at: {from: ['OPEN_DT', 'open_dt'], ...clock},
        due_at: {from: ['TARGET_DT', 'target_dt', 'sla_target_dt'], ...clock},
        closed_at: {from: ['CLOSED_DT', 'closed_dt'], ...clock},
        category: ['REASON', 'reason'],
        subcategory: ['TYPE', 'type'],
        status: ['CASE_STATUS', 'case_status'],
        channel: ['Source', 'source'],
        organization: ['Department', 'department'],
        district: ['neighborhood'],
        lon: ['LONGITUDE', 'longitude'],
        lat: ['LATITUDE', 'latitude'],
        address: ['Location', 'location'],
        // The city itself publishes where each request is about, to the metre.
        is_public_on_map: {value: 'true'},
        content: ['CASE_TITLE', 'case_title'],
        result: ['CLOSURE_REASON', 'closure_reason'],
      },
    }),
  ],
})
