import addresses from '../../../../addresses/dataset.ts'
import roads from '../../../../roads/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'
import streets from '../../../../streets/dataset.ts'

/** Streets, addresses and the road network. The graph's nodes and the timetable have no dataset: files only. */
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
]
