import {SourceError} from '../reader.ts'
import type {Directory, OpenFile} from './directory.ts'

/** Where a raster lies: its north-west corner, the size of a cell, and the codes of its coordinate systems. */
type Georeference = {
  west: number
  north: number
  cellWidth: number
  cellHeight: number
  crs: string
  verticalCrs: string | null
}

const tags = {scale: 33550, tie: 33922, matrix: 34264, keys: 34735, keyDoubles: 34736, keyTexts: 34737}
/** Keys of OGC 19-008r4, table of GeoKeys. */
const keys = {
  model: 1024,
  rasterType: 1025,
  citation: 1026,
  geodetic: 2048,
  projected: 3072,
  projectedName: 3073,
}
const heights = {system: 4096, unit: 4099}
/** Codes that name a system; 32767 says that the file describes one of its own. */
const isCode = (code: number | string | undefined) => typeof code === 'number' && code >= 1024 && code < 32767
const metre = 9001

/** Systems of heights in feet, and of depths in feet, by the EPSG data set 12. */
const inFeet = new Set([
  5614, 5702, 5754, 6130, 6131, 6132, 6358, 6359, 6360, 8050, 8051, 8052, 8053, 8228, 10919,
])

/**
 * Reads GeoTIFF 1.0 and 1.1 (OGC 19-008r4). The grid must run with the axes of its system, north up: one that is turned,
 * upside down or tied to single points is refused. Points that stand for the middle of cells are moved to corners.
 * @param declared what the feed says of a file that names no system; it may not contradict the file, but for a
 *   definition of the city's own, which says what the file's name leaves open
 */
export async function readGeoreference(
  file: OpenFile,
  directory: Directory,
  declared: {crs?: string; verticalCrs?: string},
): Promise<Georeference> {
  const {address} = file
  const known = await readKeys(directory, address)
  const [west, north, cellWidth, cellHeight] = await readGrid(directory, address)
  const isPoint = known.get(keys.rasterType) === 2
  const place = {
    west: isPoint ? west - cellWidth / 2 : west,
    north: isPoint ? north + cellHeight / 2 : north,
    cellWidth,
    cellHeight,
  }

  const isGeodetic = known.get(keys.model) === 2
  const code = known.get(isGeodetic ? keys.geodetic : keys.projected)
  const named = isCode(code) ? `EPSG:${code}` : undefined
  const crs = declared.crs?.startsWith('+proj=') ? declared.crs : agreed(named, declared.crs, address)
  if (crs === undefined) {
    const name = known.get(keys.projectedName) ?? known.get(keys.citation)
    throw new SourceError(
      `${address} names no coordinate system by its EPSG code${name ? ` (it says "${name}")` : ''}. Declare it: format: {kind: 'geotiff', crs: 'EPSG:32636'}.`,
    )
  }
  if (isGeodetic && (Math.abs(west) > 360 || Math.abs(north) > 90.5))
    throw new SourceError(
      `${address} is misplaced: it is in degrees (${crs}), and its corner is ${west}, ${north}.`,
    )
  const unit = known.get(heights.unit) ?? metre
  const vertical = known.get(heights.system)
  if (unit !== metre || inFeet.has(vertical as number))
    throw new SourceError(
      `${address} gives heights in ${unit === metre ? `feet (EPSG:${vertical})` : `the unit EPSG:${unit}`}; metres are read.`,
    )
  return {
    ...place,
    crs,
    verticalCrs:
      agreed(isCode(vertical) ? `EPSG:${vertical}` : undefined, declared.verticalCrs, address) ?? null,
  }
}

function agreed(named: string | undefined, said: string | undefined, address: string): string | undefined {
  if (named !== undefined && said !== undefined && named !== said)
    throw new SourceError(`${address} is in ${named}, and ${said} is declared. Correct the declaration.`)
  return named ?? said
}

/** Values of the key directory: codes and texts. */
async function readKeys(directory: Directory, address: string): Promise<Map<number, number | string>> {
  const found = new Map<number, number | string>()
  const numbers = await directory.numbers(tags.keys)
  if (numbers.length === 0) return found
  const count = numbers[3] ?? 0
  if (numbers.length < 4 + count * 4)
    throw new SourceError(`${address} is damaged: its ${count} GeoTIFF keys are not all there.`)
  const texts = await directory.text(tags.keyTexts)
  for (let index = 0; index < count; index++) {
    const [key, where, length, value] = numbers.slice(4 + index * 4, 8 + index * 4) as [
      number,
      number,
      number,
      number,
    ]
    if (where === 0) found.set(key, value)
    else if (where === tags.keyTexts)
      found.set(key, texts.slice(value, value + length).replace(/[|\0]+$/, ''))
  }
  return found
}

/** West, north, width and height of a cell, whichever way they are written. */
async function readGrid(directory: Directory, address: string): Promise<[number, number, number, number]> {
  const [scale, tie, matrix] = [
    await directory.numbers(tags.scale),
    await directory.numbers(tags.tie),
    await directory.numbers(tags.matrix),
  ]
  if (matrix.length >= 16) {
    const [a, b, , x, d, e, , y] = matrix as [number, number, number, number, number, number, number, number]
    if (b !== 0 || d !== 0) throw new SourceError(`${address} is turned against its axes. ${warp}`)
    return checked(x, y, a, -e, address)
  }
  if (scale.length < 2 || tie.length < 6)
    throw new SourceError(
      tie.length > 6
        ? `${address} is tied to ${tie.length / 6} points, not to a grid. ${warp}`
        : `${address} does not say where it lies: it is a TIFF, and no GeoTIFF.`,
    )
  const [width, height] = scale as [number, number]
  const [column, row, , x, y] = tie as [number, number, number, number, number]
  return checked(x - column * width, y + row * height, width, height, address)
}

function checked(
  west: number,
  north: number,
  width: number,
  height: number,
  address: string,
): [number, number, number, number] {
  if (![west, north, width, height].every(Number.isFinite) || width === 0 || height === 0)
    throw new SourceError(`${address} is misplaced: corner ${west}, ${north}, cells of ${width} × ${height}.`)
  if (width < 0 || height < 0)
    throw new SourceError(`${address} is upside down or mirrored: cells of ${width} × ${height}. ${warp}`)
  return [west, north, width, height]
}

const warp = 'Straighten it: gdalwarp.'
