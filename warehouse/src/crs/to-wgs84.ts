import proj4 from 'proj4'
import {crsDefinitions} from './definitions.ts'
import {parseCrs} from './parse-crs.ts'

/** x (easting or longitude), y (northing or latitude), z (metres in the publisher's vertical datum). */
export type ToWgs84 = (
  x: number,
  y: number,
  z: number,
) => [lonDegrees: number, latDegrees: number, heightMetres: number]

/**
 * A function from coordinates in `crs` to WGS 84 longitude and latitude in degrees and height above the ellipsoid in
 * metres. `crs` may be a code, an urn or an address. x is always easting or longitude, as city files write it, also
 * where the authority lists northing first. Seven-parameter accuracy: better than 0.3 m for RD, about 1 m for UCS-2000.
 *
 * Height is z + `geoidMetres`: no horizontal transformation touches z, and a city is small enough for one constant.
 * Throws where the system is not known.
 */
export function toWgs84(crs: string, geoidMetres: number): ToWgs84 {
  const definition = crsDefinitions.get(parseCrs(crs))
  if (!definition)
    throw new Error(
      `The coordinate system "${crs}" is not known. Known are ${[...crsDefinitions.keys()].join(', ')}; ` +
        'another one takes one line in warehouse/src/crs/definitions.ts.',
    )
  const forward = converter(definition.proj)
  return (x, y, z) => {
    const [lon, lat] = forward([x, y])
    return [lon, lat, z + geoidMetres]
  }
}

type Converter = (xy: [number, number]) => [number, number]

const converters = new Map<string, Converter>()

function converter(proj: string): Converter {
  let forward = converters.get(proj)
  if (!forward) {
    const to = proj4(proj, '+proj=longlat +datum=WGS84 +no_defs')
    forward = xy => to.forward(xy) as [number, number]
    converters.set(proj, forward)
  }
  return forward
}
