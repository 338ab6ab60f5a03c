import {parseCrs} from '@hromada/datasets/crs'
import {toWgs84} from '@hromada/warehouse/geometry'
import type {Georeference, ModelNote} from './soup.ts'

/** A reference by the name of a coordinate system of ours; null, with a note, for one that is not known. */
export function crsReference(name: string, notes: ModelNote[]): Georeference | null {
  try {
    const place = toWgs84(name, 0)
    return {
      by: 'crs',
      // By its code, however the file writes it.
      crs: parseCrs(name),
      toDegrees: (x, y) => {
        const [lon, lat] = place(x, y, 0)
        return [lon, lat]
      },
    }
  } catch {
    notes.push({code: 'CRS_UNKNOWN', word: name.slice(0, 80)})
    return null
  }
}
