import elevationData from '@hromada/datasets/elevation/dataset.ts'
import {gridOutline, rounded} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

export default defineModel({
  name: 'elevation',
  title: {uk: 'Висоти землі', en: 'Elevation'},
  describe: {
    uk: 'Як високо лежить земля: найменша, найбільша й середня висота в кожному блоці моделі висот, а блок – це щонайбільше 64 × 64 клітинки. Самі висоти клітинок – у вихідному файлі: як таблиця вони були б мегабайтами чисел.',
    en: 'How high the ground lies: the least, greatest and mean height in each block of the height model, of 64 × 64 cells at most. The heights of single cells are in the source’s own file: as a table they would be megabytes of numbers.',
  },
  grain: ['city', 'block_id'],
  publish: true,
  place: {kind: 'geometry', column: 'geometry'},
  inputs: [staging(elevationData)],
  columns: {
    mean_m: {uk: 'Середня висота', en: 'Mean height', unit: 'm'},
    geometry: {uk: 'Межа блоку, GeoJSON у WGS 84', en: 'Outline of the block, GeoJSON in WGS 84'},
  },
  query: db =>
    db
      .selectFrom('stg_elevation')
      .select(eb => [
        'city',
        'block_id',
        'minimum_m',
        'maximum_m',
        rounded(eb.ref('mean_m'), 3).as('mean_m'),
        'valid_cells',
        'vertical_crs',
        'crs',
        'x_west',
        'y_north',
        'rows',
        'columns',
        'cell_width',
        'cell_height',
        gridOutline(
          eb.ref('x_west'),
          eb.ref('y_north'),
          eb('columns', '*', eb.ref('cell_width')),
          eb('rows', '*', eb.ref('cell_height')),
          eb.ref('crs'),
        ).as('geometry'),
      ])
      .orderBy('city')
      .orderBy('block_id'),
  audits: {
    heights_in_order: {
      describe: {
        uk: 'Середня висота блоку лежить між найменшою й найбільшою',
        en: 'The mean height of a block lies between its least and its greatest',
      },
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('elevation')
          .select('block_id')
          .where(eb =>
            eb.or([
              eb('mean_m', '<', eb('minimum_m', '-', 0.001)),
              eb('mean_m', '>', eb('maximum_m', '+', 0.001)),
            ]),
          ),
    },
  },
})
