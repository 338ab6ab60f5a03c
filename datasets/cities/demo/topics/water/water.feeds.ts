import rainfall from '../../../../rainfall/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'
import waterGauges from '../../../../water-gauges/dataset.ts'
import waterLevels from '../../../../water-levels/dataset.ts'

const csv = {kind: 'csv', delimiter: ';'} as const

/** Water: levels, rain, and the register of gauges. */
export const waterFeeds: Feed[] = [
  feed(waterLevels, {made: {path: 'water/levels-*.demo.csv', format: csv}, nulls: ['-9999']}),
  feed(rainfall, {made: {path: 'water/rain-*.demo.csv', format: csv}}),
  feed(waterGauges, {made: {path: 'water/gauges.demo.csv', format: csv}}),
]
