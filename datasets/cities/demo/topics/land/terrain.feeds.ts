import {type Feed, feed} from '../../../../src/index.ts'
import terrain from '../../../../terrain/dataset.ts'

/** The ground in triangles; the height model itself is for simulations. */
export const terrainFeeds: Feed[] = [
  feed(terrain, {
    made: {path: 'terrain/surface.city.json', format: {kind: 'cityjson', types: ['TINRelief']}},
  }),
]
