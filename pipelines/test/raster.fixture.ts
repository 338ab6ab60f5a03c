import {join} from 'node:path'
import {column, defineDataset, type Format, licences} from '@hromada/datasets'
import {landingFolder} from '../src/index.ts'
import {rowsIn, townWith} from './lake.fixture.ts'

const raster = defineDataset({
  id: 'raster',
  title: {uk: 'Растр', en: 'Raster'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'REGI',
  cadence: 'IRREG',
  key: ['block'],
  columns: {block: column.text({from: 'block', describe: {uk: 'Блок', en: 'Block'}})},
})

export type Block = Record<string, string> & {values: string | null}

/** Lands a raster: what became of it, its blocks, and the cells of a band put together again, row by row. */
export async function landedRaster(name: string, content: string | Uint8Array, format: Format) {
  const town = await townWith(raster, name, content, format)
  const {manifest} = await town.land()
  const blocks = (await rowsIn(join(landingFolder(town.data, 'town', 'raster'), manifest.file))) as Block[]
  return {manifest, blocks, cells: (band = 1) => cellsOf(blocks.filter(one => Number(one.band) === band))}
}

function cellsOf(blocks: Block[]): (number | null)[][] {
  const cells: (number | null)[][] = []
  for (const {block_row, block_column, rows, columns, values} of blocks) {
    const list = values === null ? null : (JSON.parse(values) as (number | null)[])
    for (let row = 0; row < Number(rows); row++)
      for (let column = 0; column < Number(columns); column++) {
        const line = Number(block_row) * 64 + row
        cells[line] ??= []
        cells[line][Number(block_column) * 64 + column] = list ? list[row * Number(columns) + column]! : null
      }
  }
  return cells
}
