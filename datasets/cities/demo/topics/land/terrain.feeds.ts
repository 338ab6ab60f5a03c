import elevation from '../../../../elevation/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'
import terrain from '../../../../terrain/dataset.ts'

/** The ground: the height model, and the same in triangles for the twin. */
export const terrainFeeds: Feed[] = [
  feed(elevation, {made: {path: 'terrain/terrain.tif', format: {kind: 'geotiff', band: 1}}}),
  feed(terrain, {
    made: {path: 'terrain/surface.city.json', format: {kind: 'cityjson', types: ['TINRelief']}},
  }),
]
