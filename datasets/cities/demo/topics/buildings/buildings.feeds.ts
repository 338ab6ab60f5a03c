import buildings from '../../../../buildings/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

/** Buildings with their shapes; attributes are under CityJSON's usual names. */
export const buildingsFeeds: Feed[] = [
  feed(buildings, {
    made: {path: 'buildings/buildings.city.json', format: {kind: 'cityjson', types: ['Building']}},
    columns: {
      levels: 'storeysAboveGround',
      height_m: 'measuredHeight',
      year: 'yearOfConstruction',
      roof: 'roofType',
    },
  }),
]
