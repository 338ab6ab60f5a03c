import interventions from '../../../../interventions/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

export const interventionsFeeds: Feed[] = [
  feed(interventions, {
    made: {path: 'interventions/interventions.demo.csv', format: {kind: 'csv', delimiter: ';'}},
  }),
]
