import {check, column, defineDataset, licences} from '../src/index.ts'

/**
 * Blocks as the readers of rasters cut them. The heights themselves are not published as a table: a block is 25 kB of
 * one cell's text, a page of rows megabytes. What is, says where the ground is how high, block by block; whoever counts
 * inside the city (tiles, floods) reads `heights`.
 */
export default defineDataset({
  id: 'elevation',
  title: {uk: 'Висоти землі', en: 'Elevation'},
  describe: {
    uk: 'Модель висот землі блоками по 64 × 64 клітинки: де блок лежить, найменша, найбільша й середня висота в ньому. Координати – у системі, яку називає crs; блоки з півночі на південь і з заходу на схід.',
    en: 'The height model of the ground in blocks of 64 × 64 cells: where a block lies, and the least, greatest and mean height in it. Coordinates are in the system that crs names; blocks run from north to south and from west to east.',
  },
  publisher: {uk: 'Міська рада', en: 'City council'},
  theme: 'REGI',
  cadence: 'IRREG',
  licence: licences.ccBy4,
  key: ['block_id'],
  columns: {
    block_id: column.text({
      from: 'block',
      describe: {uk: 'Код блоку: його північно-західний кут', en: 'Key of the block: its north-west corner'},
    }),
    block_row: column.integer({
      from: 'block_row',
      describe: {
        uk: 'Ряд блоків від північного краю, від 0',
        en: 'Row of blocks from the northern edge, from 0',
      },
    }),
    block_column: column.integer({
      from: 'block_column',
      describe: {
        uk: 'Стовпець блоків від західного краю, від 0',
        en: 'Column of blocks from the western edge, from 0',
      },
    }),
    rows: column.integer({
      from: 'rows',
      unit: '1',
      describe: {uk: 'Рядів клітинок у блоці', en: 'Rows of cells in the block'},
    }),
    columns: column.integer({
      from: 'columns',
      unit: '1',
      describe: {uk: 'Стовпців клітинок у блоці', en: 'Columns of cells in the block'},
    }),
    x_west: column.number({
      from: 'x_west',
      describe: {
        uk: 'Західний край, в одиницях системи координат',
        en: 'Western edge, in units of the coordinate system',
      },
    }),
    y_north: column.number({
      from: 'y_north',
      describe: {
        uk: 'Північний край, в одиницях системи координат',
        en: 'Northern edge, in units of the coordinate system',
      },
    }),
    cell_width: column.number({
      from: 'cell_width',
      describe: {
        uk: 'Ширина клітинки, в одиницях системи координат',
        en: 'Width of a cell, in units of the coordinate system',
      },
    }),
    cell_height: column.number({
      from: 'cell_height',
      describe: {
        uk: 'Висота клітинки на карті, в одиницях системи координат',
        en: 'Height of a cell on the map, in units of the coordinate system',
      },
    }),
    crs: column.text({
      from: 'crs',
      describe: {
        uk: 'Система координат: код EPSG або власне означення PROJ',
        en: 'Coordinate system: EPSG code, or a PROJ definition of its own',
      },
    }),
    vertical_crs: column.text({
      from: 'vertical_crs',
      nullable: true,
      describe: {uk: 'Система висот, код EPSG', en: 'System of heights, EPSG code'},
    }),
    valid_cells: column.integer({
      from: 'valid_cells',
      unit: '1',
      describe: {uk: 'Клітинок, що мають висоту', en: 'Cells that have a height'},
    }),
    minimum_m: column.number({
      from: 'minimum',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Найменша висота', en: 'Least height'},
    }),
    maximum_m: column.number({
      from: 'maximum',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Найбільша висота', en: 'Greatest height'},
    }),
    mean_m: column.number({
      from: 'mean',
      nullable: true,
      unit: 'm',
      describe: {uk: 'Середня висота', en: 'Mean height'},
    }),
    heights: column.json({
      from: 'values',
      nullable: true,
      unit: 'm',
      describe: {
        uk: 'Висоти клітинок ряд за рядом від північно-західного кута, список JSON; null – висоти немає',
        en: 'Heights of the cells, row by row from the north-west corner, a JSON list; null where there is none',
      },
    }),
  },
  checks: [
    check.range('minimum_m', {from: -430, to: 8849}),
    check.order('minimum_m', '<=', 'maximum_m'),
    check.order('minimum_m', '<=', 'mean_m'),
    check.order('mean_m', '<=', 'maximum_m'),
  ],
})
