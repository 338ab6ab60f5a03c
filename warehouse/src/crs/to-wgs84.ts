import proj4 from 'proj4'
import {crsDefinitions} from './definitions.ts'
import {obliqueStereographic} from './oblique-stereographic.ts'
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
 * where the authority lists northing first. Accuracy: centimetres for ETRS89 and LV95, 0.2 m for RD, 0.5 m and
 * more for MGI, about 1 m for UCS-2000.
 *
 * Height is z + `geoidMetres`: no horizontal transformation touches z, and a city is small enough for one constant.
 * Throws where the system is not known.
 */
export function toWgs84(crs: string, geoidMetres: number): ToWgs84 {
  const {forward} = converter(crs)
  return (x, y, z) => {
    const [lon, lat] = forward([x, y])
    return [lon, lat, z + geoidMetres]
  }
}

/** A function from longitude and latitude in degrees of WGS 84 to coordinates in `crs`: `toWgs84` backwards, without heights. */
export function fromWgs84(crs: string): (lonDegrees: number, latDegrees: number) => [x: number, y: number] {
  const {inverse} = converter(crs)
  return (lon, lat) => inverse([lon, lat])
}

type Convert = (xy: [number, number]) => [number, number]
type Converter = {forward: Convert; inverse: Convert}

const converters = new Map<string, Converter>()

// Its types ask for what it fills in itself.
proj4.Proj.projections.add(obliqueStereographic as never, 0)

function converter(crs: string): Converter {
  const definition = crsDefinitions.get(parseCrs(crs))
  if (!definition)
    throw new Error(
      `The coordinate system "${crs}" is not known. Known are ${[...crsDefinitions.keys()].join(', ')}; ` +
        'another one takes one line in warehouse/src/crs/definitions.ts.',
    )
  let found = converters.get(definition.proj)
  if (!found) {
    const between = proj4(definition.proj, '+proj=longlat +datum=WGS84 +no_defs')
    found = {
      forward: xy => between.forward(xy) as [number, number],
      inverse: xy => between.inverse(xy) as [number, number],
    }
    converters.set(definition.proj, found)
  }
  return found
}
