import {MeshoptEncoder} from 'meshoptimizer'
import {type BuildingMesh, extend, type Mesh, noBounds} from './building-mesh.ts'
import {GlbParts} from './glb-parts.ts'
import type {Local} from './local-frame.ts'
import {propertyTable} from './property-table.ts'

const [byteType, unsignedShort, unsignedInt, float] = [5120, 5123, 5125, 5126]
const features = 'EXT_mesh_features'
const metadata = 'EXT_structural_metadata'
const used = ['KHR_mesh_quantization', 'EXT_meshopt_compression', features, metadata]

/** Positions are whole numbers of steps of two to this power of metres: four millimetres. */
const exponent = -8
const step = 2 ** exponent

/** How far a corner may lie from where it should, in metres along each axis. */
export const mostOffMetres = step

/**
 * Buildings as one GLB: a primitive of roofs and one of walls, a feature id per vertex, and one property table that both
 * point to, because a viewer can pick and style only the first table of a file. Positions are floats rounded to a grid,
 * which pack as well as whole numbers of 16 bits and are as fine in a tile of any width. Same buildings, same bytes.
 * `MeshoptEncoder` must be ready.
 */
export function buildingGlb(buildings: BuildingMesh[]): Uint8Array {
  const parts = new GlbParts()
  const middle = middleOf(buildings)
  const accessors: object[] = []
  const primitives: object[] = []
  const add = (accessor: object) => accessors.push(accessor) - 1

  for (const [material, part] of (['roof', 'wall'] as const).entries()) {
    const joined = join(
      buildings.map(building => building[part]),
      middle,
    )
    if (!joined) continue
    const {positions, normals, ids, indices, count, min, max} = joined
    const attributes = {
      POSITION: add({
        bufferView: parts.addSteps(positions, exponent),
        componentType: float,
        type: 'VEC3',
        count,
        min: min.map(steps => steps * step),
        max: max.map(steps => steps * step),
      }),
      NORMAL: add({
        bufferView: parts.addVertices(normals, 4),
        componentType: byteType,
        normalized: true,
        type: 'VEC3',
        count,
      }),
      _FEATURE_ID_0: add({
        bufferView: parts.addVertices(ids, 4),
        componentType: ids instanceof Float32Array ? float : unsignedShort,
        type: 'SCALAR',
        count,
      }),
    }
    const featureIds = [{featureCount: buildings.length, attribute: 0, label: 'buildings', propertyTable: 0}]
    primitives.push({
      attributes,
      indices: add({
        bufferView: parts.addTriangles(indices),
        componentType: indices instanceof Uint32Array ? unsignedInt : unsignedShort,
        type: 'SCALAR',
        count: indices.length,
      }),
      material,
      extensions: {[features]: {featureIds}},
    })
  }

  const {schema, table} = propertyTable(
    parts,
    buildings.map(({facts}) => facts),
  )
  const [east, north, up] = middle
  return parts.glb({
    asset: {version: '2.0', generator: 'Hromada'},
    extensionsUsed: used,
    extensionsRequired: used.slice(0, 2),
    extensions: {[metadata]: {schema, propertyTables: [table]}},
    scene: 0,
    scenes: [{nodes: [0]}],
    // East, north, up becomes glTF's x, y up, z south.
    nodes: [{mesh: 0, translation: [east, up, -north]}],
    meshes: [{name: 'buildings', primitives}],
    // White: a viewer's style multiplies it. Both sides, as publishers do not always turn faces outwards.
    materials: ['roof', 'wall'].map(name => ({
      name,
      doubleSided: true,
      pbrMetallicRoughness: {metallicFactor: 0, roughnessFactor: 1},
    })),
    accessors,
  })
}

/** The middle of the tile's ground in whole metres. */
function middleOf(buildings: BuildingMesh[]): Local {
  const bounds = noBounds()
  for (const building of buildings) extend(bounds, building.bounds)
  const {min, max} = bounds
  return [Math.round((min[0] + max[0]) / 2), Math.round((min[1] + max[1]) / 2), Math.round(min[2])]
}

/** One primitive out of every building's mesh; its place in the list is its feature id. Null where all are empty. */
function join(meshes: Mesh[], [east, north, up]: Local) {
  const corners = meshes.reduce((sum, {indices}) => sum + indices.length, 0)
  if (corners === 0) return null
  const wide = new Uint32Array(corners)
  let [first, corner] = [0, 0]
  for (const {positions, indices} of meshes) {
    for (const index of indices) wide[corner++] = first + index
    first += positions.length / 3
  }
  // Triangles in an order that packs well, vertices in the order in which triangles meet them; a vertex that none
  // meets has no place.
  const [places, count] = MeshoptEncoder.reorderMesh(wide, true, true)
  const indices = count > 65_535 ? wide : Uint16Array.from(wide)

  const positions = new Int32Array(count * 3)
  // These are padded to multiples of four bytes.
  const normals = new Int8Array(count * 4)
  const ids = meshes.length > 65_535 ? new Float32Array(count) : new Uint16Array(count * 2)
  const idStride = ids.length / count
  let vertex = 0
  for (let feature = 0; feature < meshes.length; feature++) {
    const mesh = meshes[feature]!
    for (let i = 0; i < mesh.positions.length; i += 3, vertex++) {
      const place = vertex < places.length ? places[vertex]! : count
      if (place >= count) continue
      positions[place * 3] = Math.round((mesh.positions[i]! - east) / step)
      positions[place * 3 + 1] = Math.round((mesh.positions[i + 2]! - up) / step)
      positions[place * 3 + 2] = Math.round((north - mesh.positions[i + 1]!) / step)
      normals[place * 4] = Math.round(mesh.normals[i]! * 127)
      normals[place * 4 + 1] = Math.round(mesh.normals[i + 2]! * 127)
      normals[place * 4 + 2] = Math.round(mesh.normals[i + 1]! * -127)
      ids[place * idStride] = feature
    }
  }
  return {positions, normals, ids, indices, count, ...extremes(positions)}
}

/** Least and greatest of each of three coordinates. */
function extremes(positions: Int32Array): {min: number[]; max: number[]} {
  const [min, max] = [
    [2 ** 23, 2 ** 23, 2 ** 23],
    [-(2 ** 23), -(2 ** 23), -(2 ** 23)],
  ]
  for (let i = 0; i < positions.length; i++) {
    const [value, axis] = [positions[i]!, i % 3]
    if (value < min[axis]!) min[axis] = value
    if (value > max[axis]!) max[axis] = value
  }
  return {min, max}
}
