import {featureLine} from '../sql/row-text.ts'
import {type Format, lines} from './format.ts'
import {pieces} from './pieces.ts'

const separator = ',\n'

/**
 * An RFC 7946 FeatureCollection, a feature a line, with the release and the number of rows beside it. A feature's
 * `id` is its grain; a row whose place is unknown has the geometry null. A cell of the H3 grid is a polygon, and stays among
 * the properties: it is a key by which rows are joined.
 */
export const geojson: Format = download => {
  const {place, grain, name} = download.table
  if (place === null) throw new Error(`The rows of ${name} have no place.`)
  const properties = download.query.select.filter(
    column => place.kind !== 'geometry' || column.name !== place.column,
  )
  const about = {type: 'FeatureCollection', release: download.release.id, row_count: download.rowCount}
  return pieces(lines(download, featureLine(place, grain, properties, separator)), {
    head: `${JSON.stringify(about).slice(0, -1)},"features":[\n`,
    tail: '\n]}\n',
    separatorBytes: separator.length,
  })
}
