import {Document, type Primitive, type TypedArray, WebIO} from '@gltf-transform/core'
import {EXTMeshFeatures, EXTStructuralMetadata, KHRMeshQuantization} from '@gltf-transform/extensions'
import {alignGlb} from './align-glb.ts'
import type {BuildingMesh, Mesh} from './building-mesh.ts'
import {propertyTable} from './property-table.ts'

const extensions = [EXTMeshFeatures, EXTStructuralMetadata, KHRMeshQuantization]

/**
 * Buildings as one GLB: a primitive of roofs and one of walls, a feature id per vertex, and one property table that both
 * point to, because a viewer can pick and style only the first table of a file. Same buildings, same bytes.
 */
export async function buildingGlb(buildings: BuildingMesh[]): Promise<Uint8Array> {
  const document = new Document()
  const buffer = document.createBuffer()
  document.createExtension(KHRMeshQuantization).setRequired(true)
  const metadata = document.createExtension(EXTStructuralMetadata)
  const features = document.createExtension(EXTMeshFeatures)

  const [schema, table] = propertyTable(
    metadata,
    buildings.map(({facts}) => facts),
  )
  const root = metadata.createStructuralMetadata().setSchema(schema).addPropertyTable(table)
  document.getRoot().setExtension('EXT_structural_metadata', root)

  const mesh = document.createMesh('buildings')
  for (const part of ['roof', 'wall'] as const) {
    const primitive = joined(
      document,
      buffer,
      buildings.map(building => building[part]),
    )
    if (!primitive) continue
    // White: a viewer's style multiplies it. Both sides, as publishers do not always turn faces outwards.
    const material = document
      .createMaterial(part)
      .setMetallicFactor(0)
      .setRoughnessFactor(1)
      .setDoubleSided(true)
    const ids = features
      .createFeatureID()
      .setFeatureCount(buildings.length)
      .setAttribute(0)
      .setLabel('buildings')
      .setPropertyTable(table)
    primitive
      .setMaterial(material)
      .setExtension('EXT_mesh_features', features.createFeatures().addFeatureID(ids))
    mesh.addPrimitive(primitive)
  }
  document.createScene().addChild(document.createNode().setMesh(mesh))
  return alignGlb(await new WebIO().registerExtensions(extensions).writeBinary(document))
}

/** One primitive out of every building's mesh; its place in the list is its feature id. Null where all are empty. */
function joined(
  document: Document,
  buffer: ReturnType<Document['createBuffer']>,
  meshes: Mesh[],
): Primitive | null {
  const count = (of: (mesh: Mesh) => number[]) => meshes.reduce((sum, mesh) => sum + of(mesh).length, 0)
  const vertices = count(mesh => mesh.positions) / 3
  if (vertices === 0) return null

  const positions = new Float32Array(vertices * 3)
  const normals = new Int8Array(vertices * 3)
  const features = new Uint16Array(vertices)
  const corners = count(mesh => mesh.indices)
  const indices = vertices > 65_535 ? new Uint32Array(corners) : new Uint16Array(corners)
  let [vertex, corner] = [0, 0]
  meshes.forEach((mesh, feature) => {
    for (const index of mesh.indices) indices[corner++] = vertex + index
    for (let i = 0; i < mesh.positions.length; i += 3) {
      // East, north, up becomes glTF's x, y up, z south.
      positions.set([mesh.positions[i]!, mesh.positions[i + 2]!, -mesh.positions[i + 1]!], vertex * 3)
      normals.set(
        [byte(mesh.normals[i]!), byte(mesh.normals[i + 2]!), byte(-mesh.normals[i + 1]!)],
        vertex * 3,
      )
      features[vertex++] = feature
    }
  })

  const accessor = (array: TypedArray, type: 'VEC3' | 'SCALAR') =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  return document
    .createPrimitive()
    .setAttribute('POSITION', accessor(positions, 'VEC3'))
    .setAttribute('NORMAL', accessor(normals, 'VEC3').setNormalized(true))
    .setAttribute('_FEATURE_ID_0', accessor(features, 'SCALAR'))
    .setIndices(accessor(indices, 'SCALAR'))
}

/** A part of a unit normal as a signed byte. */
const byte = (part: number) => Math.round(part * 127)
