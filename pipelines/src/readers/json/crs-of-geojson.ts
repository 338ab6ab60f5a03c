import {SourceError} from '../reader.ts'

const degrees =
  /^(urn:ogc:def:crs:OGC:[^:]*:CRS84h?|(urn:ogc:def:crs:)?EPSG:{1,2}(4326|4979)|OGC:CRS84|CRS84)$/i

/**
 * The coordinate system that a GeoJSON file names in its member `crs` (GeoJSON 2008, section 3); null where that is what
 * GeoJSON has today, longitude and latitude of WGS 84.
 */
export function crsOfGeoJson(member: string, address: string): string | null {
  if (member === '' || member.trim() === 'null') return null
  let name: unknown
  try {
    name = (JSON.parse(member) as {properties?: {name?: unknown}}).properties?.name
  } catch {
    throw new SourceError(`${address} is not JSON: its member "crs" is broken.`)
  }
  if (typeof name !== 'string' || /\p{Cc}/u.test(name))
    throw new SourceError(
      `${address} names its coordinate system in a way that is not read: ${member.slice(0, 200)}.`,
    )
  return degrees.test(name) ? null : name
}
