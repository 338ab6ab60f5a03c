import {toWgs84} from '@hromada/warehouse'
import {expect, test} from 'vitest'
import {heightAt} from '../layers/height-field.ts'
import {type ElevationBlock, elevationField} from './elevation-field.ts'

const [xWest, yNorth, cell] = [364_900, 5_090_000, 10]
/** A slope that a bilinear grid keeps exactly: metres by easting and northing. */
const slope = (x: number, y: number) => 80 + (x - xWest) * 0.03 - (yNorth - y) * 0.02

/** A block of so many cells whose corner lies so many cells from the model's, each as high as its middle. */
function block(column: number, row: number, columns: number, rows: number): ElevationBlock {
  const [west, north] = [xWest + column * cell, yNorth - row * cell]
  return {
    crs: 'EPSG:32636',
    xWest: west,
    yNorth: north,
    cellWidth: cell,
    cellHeight: cell,
    rows,
    columns,
    heights: Array.from({length: rows * columns}, (_, i) =>
      slope(west + ((i % columns) + 0.5) * cell, north - (Math.floor(i / columns) + 0.5) * cell),
    ),
  }
}

const fieldOf = (blocks: ElevationBlock[], geoidMetres: number, mostCells?: number) =>
  elevationField(blocks, blocks, geoidMetres, mostCells)

test('heights of a projected model are found at their degrees, above the ellipsoid, across blocks', async () => {
  const blocks = [block(64, 0, 36, 64), block(0, 0, 64, 64), block(0, 64, 64, 16), block(64, 64, 36, 16)]
  const toPlace = toWgs84('EPSG:32636', 0)
  // As it is, and with four cells and with sixteen averaged, which a slope does not mind.
  for (const mostCells of [1000, 50, 25]) {
    const field = (await fieldOf(blocks, 25.5, mostCells))!
    for (let i = 0; i < 200; i++) {
      const [x, y] = [xWest + 40 + ((i * 37) % 200) * 4.6, yNorth - 40 - ((i * 17) % 200) * 3.6]
      const [lon, lat] = toPlace(x, y, 0)
      expect(heightAt(field, lon, lat)).toBeCloseTo(slope(x, y) + 25.5, 1)
    }
  }
})

test('a cell without a height takes none of its neighbours’ weight, and its place is filled from beside', async () => {
  const level = block(0, 0, 20, 20)
  level.heights = level.heights.map((_, i) => (i === 210 ? null : 7))
  const field = (await fieldOf([level], 1))!
  expect([...field.heights].every(height => Math.abs(height - 8) < 1e-6)).toBe(true)
})

test.each([-9999, -32768, 32767, 3.4e38, -3.4e38])(
  '%d, which its file does not declare, is no height',
  async nothing => {
    const level = block(0, 0, 20, 20)
    level.heights = level.heights.map((_, i) => (i === 210 || i < 20 ? nothing : 7))
    const field = (await fieldOf([level], 1))!
    expect([...field.heights].every(height => Math.abs(height - 8) < 1e-6)).toBe(true)
    expect(await fieldOf([{...level, heights: level.heights.map(() => nothing)}], 1)).toBeNull()
  },
)

test('a row of cells, and one alone, are ground', async () => {
  for (const [columns, rows] of [
    [64, 1],
    [1, 64],
    [1, 1],
  ] as const) {
    const field = (await fieldOf([block(0, 0, columns, rows)], 0))!
    const [lon, lat] = toWgs84('EPSG:32636', 0)(xWest + (columns * cell) / 2, yNorth - (rows * cell) / 2, 0)
    expect(heightAt(field, lon, lat)).toBeCloseTo(
      slope(xWest + (columns * cell) / 2, yNorth - (rows * cell) / 2),
      0,
    )
  }
})

test('sheets whose cells differ in the last digits are of one grid', async () => {
  const [west, east] = [block(0, 0, 64, 64), block(64, 0, 36, 64)]
  const field = (await fieldOf(
    [west, {...east, cellWidth: cell * (1 + 1e-9), cellHeight: cell * (1 - 1e-9)}],
    0,
  ))!
  const [x, y] = [xWest + 64 * cell, yNorth - 320]
  const [lon, lat] = toWgs84('EPSG:32636', 0)(x, y, 0)
  expect(heightAt(field, lon, lat)).toBeCloseTo(slope(x, y), 1)
})

test('without a height there is no field, and two grids are no model', async () => {
  expect(await fieldOf([], 0)).toBeNull()
  const empty = block(0, 0, 4, 4)
  expect(await fieldOf([{...empty, heights: empty.heights.map(() => null)}], 0)).toBeNull()
  await expect(fieldOf([block(0, 0, 4, 4), {...block(4, 0, 4, 4), cellWidth: 5}], 0)).rejects.toThrow(
    'blocks of 10 × 10 in EPSG:32636 and of 5 × 10 in EPSG:32636',
  )
})
