import {type Feed, feed} from '../../../../src/index.ts'
import trees from '../../../../trees/dataset.ts'

/** The trees that the city keeps a list of. */
export const treesFeeds: Feed[] = [
  feed(trees, {made: {path: 'trees/trees.demo.csv', format: {kind: 'csv', delimiter: ','}}}),
]
