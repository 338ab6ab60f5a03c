import alerts from '../alerts/dataset.ts'
import {type Feed, feed} from '../src/index.ts'

/** The archive of official alerts, the rows of one oblast. */
export const officialAlerts = (oblast: string): Feed => {
  const where = {oblast}
  const format = {kind: 'csv', delimiter: ','} as const
  return feed(alerts, {
    mirror: {path: 'geo/alerts_official_en_to_2024-04.csv', format, where},
    live: {
      source: {
        kind: 'http',
        urls: [
          'https://raw.githubusercontent.com/Vadimkin/ukrainian-air-raid-sirens-dataset/main/datasets/official_data_en.csv',
        ],
      },
      format,
      where,
    },
    page: 'https://github.com/Vadimkin/ukrainian-air-raid-sirens-dataset',
  })
}
