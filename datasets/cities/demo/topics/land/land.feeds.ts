import districts from '../../../../districts/dataset.ts'
import landUse from '../../../../land-use/dataset.ts'
import railways from '../../../../railways/dataset.ts'
import {type Feed, feed} from '../../../../src/index.ts'

/** Districts, land use and railway tracks. */
export const landFeeds: Feed[] = [
  feed(districts, {
    made: {path: 'districts/districts.demo.geojson', format: {kind: 'geojson'}},
    publisher: {uk: 'Міська рада', en: 'City council'},
  }),
  feed(railways, {made: {path: 'railways/railways.demo.geojson', format: {kind: 'geojson'}}}),
  feed(landUse, {made: {path: 'land-use/land-use.demo.geojson', format: {kind: 'geojson'}}}),
]
