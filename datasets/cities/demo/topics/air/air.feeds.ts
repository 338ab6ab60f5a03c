import airCommunity from '../../../../air-community/dataset.ts'
import airLun from '../../../../air-lun/dataset.ts'
import airQuality from '../../../../air-quality/dataset.ts'
import airStations from '../../../../air-stations/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

const csv = {kind: 'csv', delimiter: ';'} as const
const comma = {decimal: ','} as const

/** Air: the city's reference stations, the residents' sensors, the self-built ones, and the register of all. */
export const airFeeds: Feed[] = [
  feed(airQuality, {
    made: {path: 'air/air-*.demo.csv', format: csv},
    nulls: ['-9999'],
    // One month went through a spreadsheet that writes commas; with this, points are read as well.
    columns: {
      pm1: comma,
      pm25: comma,
      pm10: comma,
      no2: comma,
      o3: comma,
      so2: comma,
      co: comma,
      nox: comma,
      wind_speed: comma,
      temperature: comma,
      pressure: comma,
    },
  }),
  feed(airLun, {
    made: {path: 'air/lun-*.demo.csv', format: {kind: 'csv', delimiter: ','}},
    // A silent sensor's cells are a bare 0; a reading of nought would be 0.0.
    nulls: ['0'],
  }),
  feed(airCommunity, {made: {path: 'air/community-*.demo.csv', format: csv}, nulls: ['nan']}),
  feed(airStations, {made: {path: 'air/stations.demo.csv', format: csv}}),
]
