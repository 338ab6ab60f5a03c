import {toWgs84} from '../crs/to-wgs84.ts'

/**
 * Outline of a block of a raster as the text of a GeoJSON Polygon, counter-clockwise, in degrees of WGS 84 to seven
 * decimals. `xWest` and `yNorth` are its corner, `width` and `height` its sides, in units of `crs`: its edges are taken
 * for straight, which over a few hundred metres they are to a millimetre. Throws where the system is not known.
 */
export function gridOutline(
  xWest: number,
  yNorth: number,
  width: number,
  height: number,
  crs: string,
): string {
  const toDegrees = toWgs84(crs, 0)
  const corner = (x: number, y: number) => toDegrees(x, y, 0).slice(0, 2).map(sevenDecimals)
  const [xEast, ySouth] = [xWest + width, yNorth - height]
  const northWest = corner(xWest, yNorth)
  const ring = [northWest, corner(xWest, ySouth), corner(xEast, ySouth), corner(xEast, yNorth), northWest]
  return JSON.stringify({type: 'Polygon', coordinates: [ring]})
}

const sevenDecimals = (degrees: number) => Math.round(degrees * 1e7) / 1e7
