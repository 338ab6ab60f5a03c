import {verticalDatum} from '@hromada/datasets/crs'
import {IFCMAPCONVERSION, IFCSITE, type IfcAPI} from 'web-ifc'
import {lineAt, numberIn, saidIn} from './ifc-line.ts'
import {ifcHeightOf} from './ifc-placement.ts'
import {unitOf} from './ifc-units.ts'
import type {Elevation} from './soup.ts'

/**
 * How high a project says its own zero lies: by the `OrthogonalHeight` of its `IfcMapConversion`, over the vertical datum
 * of the map's system, or by the `RefElevation` of its site over the sea. Programs write a zero where nobody filled it
 * in, so a zero over a datum that is not named is none. Null where the file says neither.
 */
export function ifcElevation(api: IfcAPI, model: number, unitMetres: number): Elevation | null {
  const conversions = api.GetLineIDsWithType(model, IFCMAPCONVERSION)
  const conversion = conversions.size() > 0 ? lineAt(api, model, conversions.get(0)) : null
  const target = conversion && lineAt(api, model, conversion.TargetCRS)
  const height = numberIn(conversion?.OrthogonalHeight)
  if (height !== null) {
    const named = String(saidIn(target?.VerticalDatum) ?? '').slice(0, 80)
    const datum =
      verticalDatum(named) ??
      (named === '' ? verticalDatum(String(saidIn(target?.Name) ?? '')) : {name: named, isEllipsoidal: false})
    // Without a map unit the project's own counts, unless the scale is what turns it into metres.
    const scale = numberIn(conversion?.Scale) ?? 1
    const isInMetres = Math.abs(scale / unitMetres - 1) < 0.01
    const mapMetres = target?.MapUnit
      ? unitOf(api, model, target.MapUnit).metres
      : isInMetres
        ? 1
        : unitMetres
    if (datum || height !== 0) return {by: 'map-conversion', datum, zeroMetres: height * mapMetres}
  }
  for (const id of Array.from(api.GetLineIDsWithType(model, IFCSITE))) {
    const elevation = numberIn(lineAt(api, model, id)?.RefElevation)
    if (elevation !== null && elevation !== 0)
      return {
        by: 'site',
        datum: null,
        zeroMetres: (elevation - ifcHeightOf(api, model, id)) * unitMetres,
      }
  }
  return null
}
