import type {Chapter} from '../../chapter.ts'
import {epsg, originEast, originNorth, verticalEpsg} from '../../tools/space/plan-frame.ts'
import {writeGeoTiff} from '../../tools/write/geotiff.ts'
import {generatedNote} from '../../tools/write/outbox.ts'
import {cellMetres, terrainCells} from '../../world/ground/terrain.ts'

/** The height model of the whole plan, sea bed and river bed included, to the centimetre. */
export const terrain: Chapter = {
  id: 'terrain',
  title: {uk: 'Рельєф', en: 'Terrain'},
  thread: 'first',
  truths: [],
  write({ground}, outbox) {
    const {heights} = ground().terrain
    writeGeoTiff(outbox, 'terrain/terrain.tif', {
      values: heights.map(height => Math.round(height * 100) / 100),
      columns: terrainCells,
      rows: terrainCells,
      cellMetres,
      southWest: [originEast, originNorth],
      horizontalEpsg: epsg,
      verticalEpsg,
      verticalName: 'Baltic 1977 height',
      noData: -9999,
      description: generatedNote,
      software: 'Hromada, Pryklad',
    })
    return {dirt: []}
  },
}
