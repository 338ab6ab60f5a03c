import type {Geoid} from '@hromada/datasets'
import {fromWgs84, geoidHeight, toWgs84} from '@hromada/warehouse'
import {metresPerDegree} from '../layers/ground-metres.ts'
import {fieldOf, type HeightField} from '../layers/height-field.ts'

/** Where a block of a height model lies: the columns of the dataset `elevation`. */
export type BlockPlace = {
  crs: string
  xWest: number
  yNorth: number
  cellWidth: number
  cellHeight: number
  rows: number
  columns: number
}

/** A block with its heights, row by row from the north, in metres of the publisher's datum; null where there is none. */
export type ElevationBlock = BlockPlace & {heights: (number | null)[]}

/** More points than that on a side are thinned: a field is held in memory as a whole. */
const mostPoints = 4096
/** From the shore of the Dead Sea to the top of Everest: −9999, 32767 and the like stand for no height. */
const [lowestMetres, highestMetres] = [-450, 8900]

/**
 * A height model on a grid of degrees about as fine as its own, heights above the ellipsoid. Between the middles of
 * cells heights are bilinear; what no ground on Earth has is no height. Null where no block has a height. Throws where blocks are of different grids.
 * @param places of all blocks; the blocks themselves are read one after another and not kept
 * @param mostCells more cells than that on a side are averaged, so that memory is bounded
 */
export async function elevationField(
  places: BlockPlace[],
  blocks: AsyncIterable<ElevationBlock> | Iterable<ElevationBlock>,
  geoid: Geoid['metres'],
  mostCells = 2 * mostPoints,
): Promise<HeightField | null> {
  const raster = await join(places, blocks, mostCells)
  if (!raster) return null
  const {crs, west: xWest, north: yNorth, cellWidth, cellHeight, columns: wide, rows: high} = raster

  // The box of degrees around the grid's border, which is no straight line there.
  const toPlace = toWgs84(crs, 0)
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let step = 0; step <= 64; step++)
    for (const [column, row] of [
      [(step / 64) * wide, 0],
      [(step / 64) * wide, high],
      [0, (step / 64) * high],
      [wide, (step / 64) * high],
    ] as const) {
      const [lon, lat] = toPlace(xWest + column * cellWidth, yNorth - row * cellHeight, 0)
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2]
  const [nextLon, nextLat] = toPlace(
    ...shifted(fromWgs84(crs)(middleLon, middleLat), cellWidth, cellHeight),
    0,
  )
  const narrowing = Math.cos((middleLat * Math.PI) / 180)
  const cellMetres = Math.min(
    Math.abs(nextLon - middleLon) * metresPerDegree * narrowing,
    Math.abs(nextLat - middleLat) * metresPerDegree,
  )
  const points = (degrees: number, metres: number) =>
    Math.max(2, Math.min(mostPoints, Math.ceil((degrees * metres) / cellMetres) + 1))
  const columns = points(east - west, metresPerDegree * narrowing)
  const rows = points(north - south, metresPerDegree)

  const heights = new Float32Array(columns * rows)
  const project = projection(crs, {west, south, east, north}, columns, rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [x, y] = project(column, row)
      heights[row * columns + column] =
        heightIn(raster, (x - xWest) / cellWidth - 0.5, (yNorth - y) / cellHeight - 0.5) +
        geoidHeight(
          geoid,
          west + (column / (columns - 1)) * (east - west),
          south + (row / (rows - 1)) * (north - south),
        )
    }
  return heights.every(Number.isNaN) ? null : fieldOf({west, south, east, north, columns, rows, heights})
}

const shifted = ([x, y]: [number, number], dx: number, dy: number): [number, number] => [x + dx, y + dy]

type Raster = {
  crs: string
  west: number
  north: number
  cellWidth: number
  cellHeight: number
  columns: number
  rows: number
  /** NaN where there is no height. */
  heights: Float32Array
}

async function join(
  places: BlockPlace[],
  blocks: AsyncIterable<ElevationBlock> | Iterable<ElevationBlock>,
  mostCells: number,
): Promise<Raster | null> {
  const [first] = places
  if (!first) return null
  const {crs, cellWidth, cellHeight} = first
  const stray = places.find(
    place =>
      place.crs !== crs || differs(place.cellWidth, cellWidth) || differs(place.cellHeight, cellHeight),
  )
  if (stray)
    throw new Error(
      `A height model has blocks of ${cellWidth} × ${cellHeight} in ${crs} and of ` +
        `${stray.cellWidth} × ${stray.cellHeight} in ${stray.crs}; it must be of one grid.`,
    )
  const most = (of: (place: BlockPlace) => number) =>
    places.reduce((found, place) => Math.max(found, of(place)), Number.NEGATIVE_INFINITY)
  const west = -most(({xWest}) => -xWest)
  const north = most(({yNorth}) => yNorth)
  const columnOf = ({xWest}: BlockPlace) => Math.round((xWest - west) / cellWidth)
  const rowOf = ({yNorth}: BlockPlace) => Math.round((north - yNorth) / cellHeight)
  const wide = most(place => columnOf(place) + place.columns)
  const high = most(place => rowOf(place) + place.rows)

  // So many cells on a side are one: the mean of those that have a height.
  const together = Math.ceil(Math.max(wide, high) / mostCells)
  const [columns, rows] = [Math.ceil(wide / together), Math.ceil(high / together)]
  const heights = new Float32Array(columns * rows)
  const counts = new Uint16Array(columns * rows)
  for await (const block of blocks) {
    const [left, top] = [columnOf(block), rowOf(block)]
    for (let row = 0; row < block.rows; row++)
      for (let column = 0; column < block.columns; column++) {
        const height = block.heights[row * block.columns + column]
        if (height === null || height === undefined || !(height >= lowestMetres && height <= highestMetres))
          continue
        const at = Math.floor((top + row) / together) * columns + Math.floor((left + column) / together)
        heights[at]! += height
        counts[at]!++
      }
  }
  for (let i = 0; i < heights.length; i++) heights[i] = counts[i] ? heights[i]! / counts[i]! : Number.NaN
  return {
    crs,
    west,
    north,
    cellWidth: cellWidth * together,
    cellHeight: cellHeight * together,
    columns,
    rows,
    heights,
  }
}

/** Sheets of one grid have cells that differ in the last digits of their sizes, a fraction of a cell at a city's end. */
const differs = (a: number, b: number) => Math.abs(a / b - 1) > 1e-6

/** Between the middles of four cells; of those that have a height. Half a cell beyond the border is still inside. */
function heightIn({columns, rows, heights}: Raster, x: number, y: number): number {
  if (x < -0.51 || y < -0.51 || x > columns - 0.49 || y > rows - 0.49) return Number.NaN
  const [column, row] = [Math.floor(x), Math.floor(y)]
  let [sum, weights] = [0, 0]
  for (let dy = 0; dy < 2; dy++)
    for (let dx = 0; dx < 2; dx++) {
      const [c, r] = [
        Math.min(columns - 1, Math.max(0, column + dx)),
        Math.min(rows - 1, Math.max(0, row + dy)),
      ]
      const height = heights[r * columns + c]!
      const weight = Math.abs(1 - dx - (x - column)) * Math.abs(1 - dy - (y - row))
      if (weight > 0 && !Number.isNaN(height)) {
        sum += height * weight
        weights += weight
      }
    }
  return weights > 0 ? sum / weights : Number.NaN
}

/** Every so many points a place is projected; between them a projection is straight to a fraction of a millimetre. */
const lattice = 16

/** From a point of the grid of degrees to the height model's own coordinates. */
function projection(
  crs: string,
  {west, south, east, north}: {west: number; south: number; east: number; north: number},
  columns: number,
  rows: number,
): (column: number, row: number) => [number, number] {
  const inverse = fromWgs84(crs)
  const [across, up] = [Math.ceil((columns - 1) / lattice) + 1, Math.ceil((rows - 1) / lattice) + 1]
  const known = new Float64Array(across * up * 2)
  for (let j = 0; j < up; j++)
    for (let i = 0; i < across; i++)
      known.set(
        inverse(
          west + ((i * lattice) / (columns - 1)) * (east - west),
          south + ((j * lattice) / (rows - 1)) * (north - south),
        ),
        (j * across + i) * 2,
      )
  return (column, row) => {
    const [i, j] = [
      Math.min(across - 2, Math.floor(column / lattice)),
      Math.min(up - 2, Math.floor(row / lattice)),
    ]
    const [fx, fy] = [column / lattice - i, row / lattice - j]
    const at = (j * across + i) * 2
    const between = (axis: 0 | 1) => {
      const low = known[at + axis]! * (1 - fx) + known[at + 2 + axis]! * fx
      const high = known[at + across * 2 + axis]! * (1 - fx) + known[at + across * 2 + 2 + axis]! * fx
      return low * (1 - fy) + high * fy
    }
    return [between(0), between(1)]
  }
}
