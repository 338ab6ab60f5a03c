import {toWgs84} from '../crs/to-wgs84.ts'

type Geometry = {type: string; coordinates?: unknown; geometries?: Geometry[]}

/**
 * A GeoJSON geometry (text) whose coordinates are in `crs`, as one in degrees of WGS 84 to eight decimals, a millimetre.
 * Easting or longitude comes first; heights stay as they are. Corners are turned and edges stay straight, which bends
 * one of a kilometre by three centimetres. Throws where the system is not known, and for what is no geometry in it.
 */
export function shapeInDegrees(text: string, crs: string): string {
  const place = toWgs84(crs, 0)
  const turn = (coordinates: unknown): unknown => {
    if (!Array.isArray(coordinates)) throw new RangeError('A geometry has coordinates.')
    const [x, y, ...rest] = coordinates
    if (coordinates.length === 0 || Array.isArray(x)) return coordinates.map(turn)
    const [lon, lat] = place(x, y, 0)
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
      throw new RangeError(`${x}, ${y} lies nowhere in ${crs}.`)
    return [eightDecimals(lon), eightDecimals(lat), ...rest]
  }
  const turned = ({type, coordinates, geometries}: Geometry): Geometry =>
    geometries ? {type, geometries: geometries.map(turned)} : {type, coordinates: turn(coordinates)}
  return JSON.stringify(turned(JSON.parse(text) as Geometry))
}

const eightDecimals = (degrees: number) => Math.round(degrees * 1e8) / 1e8
