import airQuality from '../../air-quality/dataset.ts'
import petitions from '../../petitions/dataset.ts'
import {defineCity, egm96, feed, licences} from '../../src/index.ts'

export default defineCity({
  id: 'london',
  name: {uk: 'Лондон', en: 'London'},
  nameOf: {uk: 'Лондона', en: 'London'},
  country: 'GB',
  zone: 'Europe/London',
  bbox: [-0.51, 51.286, 0.334, 51.692],
  petitionRules: [
    {
      scope: 'national',
      from: '2015-07-20',
      signatures: 100_000,
      collection: {months: 6},
      source:
        'UK Parliament: debate is considered from 100,000 signatures, the government answers from 10,000',
    },
  ],
  geoid: egm96({
    west: -0.75,
    south: 51.25,
    metres: [
      [46.25, 45.99, 45.76, 45.57, 45.41, 45.27],
      [46.72, 46.4, 46.1, 45.82, 45.57, 45.36],
      [47.1, 46.74, 46.38, 46.06, 45.79, 45.56],
    ],
  }),
  feeds: [
    feed(airQuality, {
      mirror: {path: 'sensors/london_marylebone_hourly_1998_2005.csv', format: {kind: 'csv', delimiter: ','}},
      page: 'https://uk-air.defra.gov.uk/networks/site-info?site_id=MY1',
      publisher: {uk: 'Defra, мережа UK-AIR', en: 'Defra, UK-AIR network'},
      licence: licences.ogl3,
      columns: {
        station_id: {value: 'MY1'},
        observed_at: 'date',
        wind_speed: 'ws',
        wind_direction: 'wd',
      },
    }),
    feed(petitions, {
      mirror: {path: 'petitions/uk_parliament/petition/*.json', format: {kind: 'json', records: 'data'}},
      live: {
        source: {kind: 'uk-petitions', state: 'open'},
        format: {kind: 'json', records: 'data'},
      },
      page: 'https://petition.parliament.uk',
      publisher: {uk: 'Парламент Великої Британії', en: 'UK Parliament'},
      licence: licences.opl3,
      columns: {
        petition_id: 'id',
        title: 'attributes.action',
        status: 'attributes.state',
        signatures: 'attributes.signature_count',
        // Parliament considers a petition for debate from here on; the government answers from 10,000.
        threshold: {value: '100000'},
        created_at: 'attributes.created_at',
        opened_at: 'attributes.opened_at',
        closes_at: 'attributes.closed_at',
        threshold_reached_at: 'attributes.debate_threshold_reached_at',
        rejected_at: 'attributes.rejected_at',
        answered_at: 'attributes.government_response_at',
        signatures_by_country: 'attributes.signatures_by_country',
        creator: 'attributes.creator_name',
      },
    }),
  ],
})
