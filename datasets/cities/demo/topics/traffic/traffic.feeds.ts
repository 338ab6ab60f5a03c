import {type Feed, feed} from '../../../../src/index.ts'
import trafficCounters from '../../../../traffic-counters/dataset.ts'
import trafficCounts from '../../../../traffic-counts/dataset.ts'

const csv = {kind: 'csv', delimiter: ';'} as const

/** Traffic: counts, and the register of counters. */
export const trafficFeeds: Feed[] = [
  feed(trafficCounts, {made: {path: 'traffic/traffic-*.demo.csv', format: csv}, nulls: ['65535']}),
  feed(trafficCounters, {made: {path: 'traffic/counters.demo.csv', format: csv}}),
]
