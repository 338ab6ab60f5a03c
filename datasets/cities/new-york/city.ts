import appeals from '../../appeals/dataset.ts'
import {defineCity, egm96, feed, licences} from '../../src/index.ts'

const clock = {format: ['%m/%d/%Y %I:%M:%S %p', 'iso'], zone: 'America/New_York'}

export default defineCity({
  id: 'new-york',
  name: {uk: 'Нью-Йорк', en: 'New York'},
  nameOf: {uk: 'Нью-Йорка', en: 'New York'},
  country: 'US',
  zone: 'America/New_York',
  bbox: [-74.26, 40.49, -73.7, 40.92],
  population: [{year: 2020, residents: 8_804_190, source: 'US Census 2020'}],
  geoid: egm96({
    west: -74.5,
    south: 40.25,
    metres: [
      [-33.7, -33.57, -33.49, -33.45, -33.52],
      [-33.71, -33.43, -33.15, -32.91, -32.79],
      [-33.61, -33.16, -32.68, -32.24, -31.99],
      [-33.43, -32.94, -32.31, -31.68, -31.26],
    ],
  }),
  feeds: [
    feed(appeals, {
      mirror: {path: 'appeals/nyc_311_*.csv', format: {kind: 'csv', delimiter: ','}},
      live: {
        source: {
          kind: 'socrata',
          portal: 'https://data.cityofnewyork.us',
          dataset: 'erm2-nwe9',
          as: 'csv',
        },
        format: {kind: 'csv', delimiter: ','},
      },
      page: 'https://data.cityofnewyork.us/d/erm2-nwe9',
      publisher: {uk: 'Місто Нью-Йорк', en: 'City of New York'},
      licence: licences.nycOpenData,
      // Headers of exports up to 2018, and of the service since; the channel came with the latter.
      columns: {
        appeal_id: ['Unique Key', 'unique_key'],
        received_at: {from: ['Created Date', 'created_date'], ...clock},
        due_at: {from: ['Due Date', 'due_date'], ...clock},
        closed_at: {from: ['Closed Date', 'closed_date'], ...clock},
        category: ['Complaint Type', 'complaint_type'],
        subcategory: ['Descriptor', 'descriptor'],
        status: ['Status', 'status'],
        channel: {from: ['open_data_channel_type'], mayBeAbsent: true},
        organization: ['Agency Name', 'agency_name'],
        district: ['Borough', 'borough'],
        lon: ['Longitude', 'longitude'],
        lat: ['Latitude', 'latitude'],
        address: ['Street Name', 'street_name'],
        // The city itself publishes where each request is about.
        is_public_on_map: {value: 'true'},
        result: ['Resolution Description', 'resolution_description'],
      },
    }),
  ],
})
