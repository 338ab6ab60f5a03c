import addresses from '../../../../addresses/dataset.ts'
import roadNodes from '../../../../road-nodes/dataset.ts'
import roads from '../../../../roads/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'
import streets from '../../../../streets/dataset.ts'

/** Streets, addresses and the road network: its edges, and the nodes they meet in. */
export const streetsFeeds: Feed[] = [
  feed(streets, {
    made: {
      path: 'streets/streets.demo.csv',
      format: {kind: 'csv', delimiter: ';', encoding: 'windows-1251'},
    },
    nulls: ['-'],
  }),
  feed(addresses, {made: {path: 'streets/addresses.demo.csv', format: {kind: 'csv', delimiter: ','}}}),
  feed(roads, {made: {path: 'roads/roads.demo.geojson', format: {kind: 'geojson'}}}),
  feed(roadNodes, {made: {path: 'roads/nodes.demo.geojson', format: {kind: 'geojson'}}}),
]
