import {IFCGEOMETRICREPRESENTATIONCONTEXT, IFCMAPCONVERSION, IFCSITE, type IfcAPI} from 'web-ifc'
import {siteFrame} from '../site-frame.ts'
import {crsReference} from './crs-reference.ts'
import {type IfcLine, lineAt, numberIn, numbersIn, saidIn} from './ifc-line.ts'
import {ifcOriginOf} from './ifc-placement.ts'
import {unitOf} from './ifc-units.ts'
import type {Georeference, ModelNote} from './soup.ts'

/** A grid's scale differs from 1 by less than this. */
const mostGridScale = 0.01

/**
 * Where a project says it is: by its `IfcMapConversion` into a coordinate system of ours, or by the latitude and
 * longitude of its site and the true north of its model. Null, with a note, where it says neither.
 *
 * The conversion is that of the IFC standard (IfcMapConversion, IFC 4 ADD2 TC1): E = S · (x cos α − y sin α) + Eastings,
 * N = S · (x sin α + y cos α) + Northings, α the direction of the x axis, x and y in the project's unit, E and N in the
 * map's. S carries the units over: S · map unit / project unit is 1 but for the grid's own scale. Files that leave S at
 * 1 although units differ are read by their units, and it is said; any other S would stretch the building, and is refused.
 */
export function ifcGeoreference(
  api: IfcAPI,
  model: number,
  unitMetres: number,
  notes: ModelNote[],
): Georeference | null {
  const conversions = api.GetLineIDsWithType(model, IFCMAPCONVERSION)
  const conversion = conversions.size() > 0 ? lineAt(api, model, conversions.get(0)) : null
  const found =
    (conversion && byConversion(api, model, conversion, unitMetres, notes)) ?? bySite(api, model, unitMetres)
  const isSaid = notes.some(({code}) => code === 'CRS_UNKNOWN' || code === 'SCALE_WRONG')
  if (!found && !isSaid) notes.push({code: 'NO_CRS', word: ''})
  return found
}

function byConversion(
  api: IfcAPI,
  model: number,
  conversion: IfcLine,
  unitMetres: number,
  notes: ModelNote[],
): Georeference | null {
  const target = lineAt(api, model, conversion.TargetCRS)
  const reference = crsReference(String(saidIn(target?.Name) ?? ''), notes)
  const [eastings, northings] = [numberIn(conversion.Eastings), numberIn(conversion.Northings)]
  if (!reference || eastings === null || northings === null) return null

  const given = numberIn(conversion.Scale)
  const scale = given ?? 1
  const isGridScale = (factor: number) => Math.abs(factor - 1) <= mostGridScale
  // Without a map unit the project's own counts; a scale that turns millimetres into metres tells that it is the metre.
  const unitsOfMap = target?.MapUnit ? [unitOf(api, model, target.MapUnit).metres] : [unitMetres, 1]
  let mapMetres = unitsOfMap.find(metres => isGridScale((scale * metres) / unitMetres))
  let factor = mapMetres === undefined ? 1 : (scale * mapMetres) / unitMetres
  if (mapMetres === undefined) {
    if (scale !== 1) {
      notes.push({code: 'SCALE_WRONG', word: String(scale)})
      return null
    }
    mapMetres = unitsOfMap[0]!
    factor = 1
    notes.push({code: 'SCALE_TAKEN_FROM_UNITS', word: given === null ? '–' : String(given)})
  }
  const [abscissa, ordinate] = [
    numberIn(conversion.XAxisAbscissa) ?? 1,
    numberIn(conversion.XAxisOrdinate) ?? 0,
  ]
  const length = Math.hypot(abscissa, ordinate) || 1
  const [cosine, sine] = [(factor * abscissa) / length, (factor * ordinate) / length]
  const metres = mapMetres
  return {
    by: 'map-conversion',
    crs: reference.crs,
    toDegrees: (x, y) =>
      reference.toDegrees(
        cosine * x - sine * y + eastings * metres,
        sine * x + cosine * y + northings * metres,
      ),
  }
}

/** The site's origin in degrees, and the axes turned by the true north of the model's context. */
function bySite(api: IfcAPI, model: number, unitMetres: number): Georeference | null {
  const sites = api.GetLineIDsWithType(model, IFCSITE)
  for (const id of Array.from(sites)) {
    const site = lineAt(api, model, id)
    const [lat, lon] = [degreesOf(site?.RefLatitude), degreesOf(site?.RefLongitude)]
    if (lat === null || lon === null || (lat === 0 && lon === 0)) continue
    const frame = siteFrame(lon, lat)
    const [ox, oy] = ifcOriginOf(api, model, id).map(value => value * unitMetres) as [number, number, number]
    const [nx, ny] = trueNorth(api, model)
    return {
      by: 'site',
      crs: null,
      // True north points up: its own x axis points east.
      toDegrees: (x, y) => frame.toDegrees([(x - ox) * ny - (y - oy) * nx, (x - ox) * nx + (y - oy) * ny]),
    }
  }
  return null
}

/** The direction of true north in the project's plan, of length 1. */
function trueNorth(api: IfcAPI, model: number): [number, number] {
  for (const id of Array.from(api.GetLineIDsWithType(model, IFCGEOMETRICREPRESENTATIONCONTEXT))) {
    const context = lineAt(api, model, id)
    const [x = 0, y = 0] = numbersIn(lineAt(api, model, context?.TrueNorth)?.DirectionRatios)
    const length = Math.hypot(x, y)
    if (length > 0) return [x / length, y / length]
  }
  return [0, 1]
}

/** An `IfcCompoundPlaneAngleMeasure`: degrees, minutes, seconds and millionths of a second, all of one sign. */
function degreesOf(measure: unknown): number | null {
  const [degrees, minutes = 0, seconds = 0, millionths = 0] = numbersIn(measure)
  if (degrees === undefined) return null
  const value = degrees + minutes / 60 + (seconds + millionths / 1e6) / 3600
  return Number.isFinite(value) ? value : null
}
