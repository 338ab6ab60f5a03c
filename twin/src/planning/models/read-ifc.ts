import {IFCBUILDINGSTOREY, IfcAPI} from 'web-ifc'
import {ifcElevation} from './ifc-elevation.ts'
import {ifcGeoreference} from './ifc-georeference.ts'
import {lineAt, numberIn} from './ifc-line.ts'
import {ifcHeightOf} from './ifc-placement.ts'
import {ifcUnit} from './ifc-units.ts'
import {mostTriangles} from './mesh.ts'
import {ModelFault} from './model-fault.ts'
import {hexOf, type ModelNote, type Soup} from './soup.ts'

/** Entities that are drawn in a file and are no part of the building. */
const isNoBuilding = (name: string) =>
  /^Ifc(Site|Geographic|Annotation|Grid|Furnish|Furniture|SystemFurniture|Virtual|Space|Opening|Alignment|Referent)/.test(
    name,
  )

/**
 * IFC 2x3, 4 and 4.3 (STEP): every element's triangles in metres and the project's own axes, its storeys' heights, and
 * where it says it is. The geometry is web-ifc's; it leaves `IfcMapConversion` to us.
 *
 * @param wasmAddress where its program is; null where it finds it itself (Node)
 * @throws ModelFault
 */
export async function readIfc(bytes: Uint8Array<ArrayBuffer>, wasmAddress: string | null): Promise<Soup> {
  const api = new IfcAPI()
  await api.Init(wasmAddress === null ? undefined : () => wasmAddress, true)
  api.SetLogLevel(6)
  const model = opened(api, bytes)
  try {
    const [corners, colours, leftOut]: [number[], string[], Set<string>] = [[], [], new Set()]
    let elements = 0
    api.StreamAllMeshes(model, mesh => {
      const count = mesh.geometries.size()
      const name = api.GetNameFromTypeCode(api.GetLineType(model, mesh.expressID)) ?? ''
      if (count === 0) return
      if (isNoBuilding(name)) {
        leftOut.add(name)
        return
      }
      elements++
      for (let i = 0; i < count; i++) {
        const {geometryExpressID, flatTransformation: m, color} = mesh.geometries.get(i)
        const shape = api.GetGeometry(model, geometryExpressID)
        const vertices = api.GetVertexArray(shape.GetVertexData(), shape.GetVertexDataSize())
        const indices = api.GetIndexArray(shape.GetIndexData(), shape.GetIndexDataSize())
        const colour = hexOf([color.x, color.y, color.z])
        for (const [at, index] of indices.entries()) {
          const [x, y, z] = [vertices[index * 6]!, vertices[index * 6 + 1]!, vertices[index * 6 + 2]!]
          const along = (row: number) => m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!
          // It turns y up; IFC has z up.
          corners.push(along(0), -along(2), along(1))
          if (at % 3 === 0) colours.push(colour)
        }
        shape.delete()
        if (colours.length > mostTriangles * 2)
          throw new ModelFault('TOO_MANY_TRIANGLES', `more than ${mostTriangles} triangles`)
      }
    })
    const notes: ModelNote[] = []
    if (leftOut.size > 0) notes.push({code: 'LEFT_OUT', word: [...leftOut].slice(0, 6).join(', ')})
    const unit = ifcUnit(api, model)
    const storeys = Array.from(api.GetLineIDsWithType(model, IFCBUILDINGSTOREY), id => ({
      floor: ifcHeightOf(api, model, id) * unit.metres,
      // Over the building's own zero, which is where people go in.
      elevation: (numberIn(lineAt(api, model, id)?.Elevation) ?? 0) * unit.metres,
    })).sort((a, b) => a.floor - b.floor)
    return {
      ...{corners, colours, unit, notes},
      isBuiltUp: elements > 1,
      floors: storeys.length > 0 ? storeys.map(({floor}) => floor) : null,
      groundMetres: storeys.find(({elevation}) => elevation >= -1)?.floor ?? null,
      georeference: ifcGeoreference(api, model, unit.metres, notes),
      elevation: ifcElevation(api, model, unit.metres),
    }
  } catch (error) {
    if (error instanceof ModelFault) throw error
    throw new ModelFault('BROKEN', (error as Error).message)
  } finally {
    api.CloseModel(model)
  }
}

function opened(api: IfcAPI, bytes: Uint8Array<ArrayBuffer>): number {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000))
  const schema = /FILE_SCHEMA\s*\(\s*\(\s*'([^']{1,40})'/i.exec(head)?.[1] ?? ''
  if (!/^IFC(2X3|4)/i.test(schema)) throw new ModelFault('UNSUPPORTED', schema || 'FILE_SCHEMA')
  if (!new TextDecoder('latin1').decode(bytes.subarray(-2000)).includes('END-ISO-10303-21'))
    throw new ModelFault('BROKEN', 'it has no END-ISO-10303-21: the file is cut off')
  try {
    const model = api.OpenModel(bytes, {COORDINATE_TO_ORIGIN: false, CIRCLE_SEGMENTS: 24})
    if (model >= 0) return model
  } catch (error) {
    throw new ModelFault('BROKEN', (error as Error).message)
  }
  throw new ModelFault('UNSUPPORTED', schema)
}
