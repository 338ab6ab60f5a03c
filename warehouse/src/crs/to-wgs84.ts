import type {Geoid} from '@hromada/datasets'
import {crsDefinition} from '@hromada/datasets/crs'
import proj4 from 'proj4'
import {geoidHeight} from './geoid-height.ts'
import {obliqueStereographic} from './oblique-stereographic.ts'

/** x (easting or longitude), y (northing or latitude), z (metres in the publisher's vertical datum). */
export type ToWgs84 = (
  x: number,
  y: number,
  z: number,
) => [lonDegrees: number, latDegrees: number, heightMetres: number]

/**
 * A function from coordinates in `crs` to WGS 84 longitude and latitude in degrees and height above the ellipsoid in
 * metres. `crs` may be a code, an urn or an address. x is always easting or longitude, as city files write it, also
 * where the authority lists northing first. `crsErrorMetres` says how far off a place may be.
 *
 * Height is z and the geoid's height at the place: no horizontal transformation touches z.
 * Throws where the system is not known.
 */
export function toWgs84(crs: string, geoid: Geoid['metres']): ToWgs84 {
  const {forward} = converter(crs)
  return (x, y, z) => {
    const [lon, lat] = forward([x, y])
    return [lon, lat, z + geoidHeight(geoid, lon, lat)]
  }
}

/** How far from its place in WGS 84 something given in `crs` may come out, metres. Throws where the system is not known. */
export const crsErrorMetres = (crs: string): number => crsDefinition(crs).errorMetres

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
  const definition = crsDefinition(crs)
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
