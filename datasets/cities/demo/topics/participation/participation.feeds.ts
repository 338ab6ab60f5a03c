import participatoryProjects from '../../../../participatory-projects/dataset.ts'
import participatoryVotes from '../../../../participatory-votes/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

const format = {kind: 'csv', delimiter: ';'} as const

export const participationFeeds: Feed[] = [
  feed(participatoryProjects, {made: {path: 'participation/projects.demo.csv', format}, nulls: ['NA']}),
  feed(participatoryVotes, {made: {path: 'participation/votes-*.demo.csv', format}}),
]
