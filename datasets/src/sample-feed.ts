import {existsSync} from 'node:fs'
import type {Dataset} from './define-dataset.ts'
import {type Feed, feed} from './feed.ts'

/** A feed of the rows that lie beside a dataset's declaration: CSV with semicolons, or GeoJSON. */
export function sampleFeed(dataset: Dataset): Feed {
  const isMap = existsSync(new URL(`../${dataset.id}/sample.geojson`, import.meta.url))
  return feed(dataset, {
    sample: isMap
      ? {file: 'sample.geojson', format: {kind: 'geojson'}}
      : {file: 'sample.csv', format: {kind: 'csv', delimiter: ';'}},
  })
}
