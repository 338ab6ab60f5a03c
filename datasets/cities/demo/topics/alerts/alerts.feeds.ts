import alerts from '../../../../alerts/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

export const alertsFeeds: Feed[] = [
  feed(alerts, {made: {path: 'alerts/alerts.demo.csv', format: {kind: 'csv', delimiter: ','}}}),
]
