import noise from '../../../../noise/dataset.ts'
import noiseStations from '../../../../noise-stations/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

const csv = {kind: 'csv', delimiter: ';'} as const

/** Noise: levels, and the register of stations. */
export const noiseFeeds: Feed[] = [
  feed(noise, {made: {path: 'noise/noise-*.demo.csv', format: csv}}),
  feed(noiseStations, {made: {path: 'noise/stations.demo.csv', format: csv}}),
]
