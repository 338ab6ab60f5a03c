import {MeshoptEncoder} from 'meshoptimizer'
import {type BuildingMesh, extend, noBounds} from './building-mesh.ts'
import {GlbParts} from './glb-parts.ts'
import type {Local} from './local-frame.ts'
import {propertyTable} from './property-table.ts'
import {triples} from './triples.ts'

const [unsignedShort, unsignedInt, float] = [5123, 5125, 5126]
const features = 'EXT_mesh_features'
const metadata = 'EXT_structural_metadata'
const [compression, used] = ['EXT_meshopt_compression', ['EXT_meshopt_compression', features, metadata]]

/** Positions are whole numbers of steps of two to this power of metres: four millimetres. */
const exponent = -8
const step = 2 ** exponent

/** How far a corner may lie from where it should, in metres along each axis. */
export const mostOffMetres = step

/**
 * Buildings as one GLB: a primitive of roofs and one of walls over the same vertices, a feature id per vertex, and one
 * property table that both point to, because a viewer can pick and style only the first table of a file. A corner is one
 * vertex for all faces of its building that meet there, so there are no normals: faces are flat, and glTF has viewers
 * work out flat normals where none are given; for ours `flatShaded` does. Positions are floats rounded to a grid, which pack as well as whole
 * numbers of 16 bits and are as fine in a tile of any width. Same buildings, same bytes. `MeshoptEncoder` must be ready.
 */
export function buildingGlb(buildings: BuildingMesh[]): Uint8Array {
  const parts = new GlbParts()
  const middle = middleOf(buildings)
  const accessors: object[] = []
  const add = (accessor: object) => accessors.push(accessor) - 1

  const {positions, ids, roof, wall, count} = join(buildings, middle)
  const {min, max} = extremes(positions)
  const attributes = {
    POSITION: add({
      bufferView: parts.addSteps(positions, exponent),
      componentType: float,
      type: 'VEC3',
      count,
      min: min.map(steps => steps * step),
      max: max.map(steps => steps * step),
    }),
    _FEATURE_ID_0: add({
      bufferView: parts.addVertices(ids, 4),
      componentType: ids instanceof Float32Array ? float : unsignedShort,
      type: 'SCALAR',
      count,
    }),
  }
  const featureIds = [{featureCount: buildings.length, attribute: 0, label: 'buildings', propertyTable: 0}]
  const primitives = [roof, wall].flatMap((indices, material) =>
    indices.length === 0
      ? []
      : {
          attributes,
          indices: add({
            bufferView: parts.addTriangles(indices),
            componentType: indices instanceof Uint32Array ? unsignedInt : unsignedShort,
            type: 'SCALAR',
            count: indices.length,
          }),
          material,
          extensions: {[features]: {featureIds}},
        },
  )

  const {schema, table} = propertyTable(
    parts,
    buildings.map(({facts}) => facts),
  )
  const [east, north, up] = middle
  return parts.glb({
    asset: {version: '2.0', generator: 'Hromada'},
    extensionsUsed: used,
    extensionsRequired: [compression],
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

/**
 * Every building's corners, once each, and the triangles of roofs and of walls between them; its place in the list is a
 * building's feature id.
 */
function join(buildings: BuildingMesh[], middle: Local) {
  const {corners, features, roof, wall} = shareCorners(buildings, middle)
  const roofs = new Set<number>()
  for (const triangle of triples(roof)) roofs.add(nameOf(triangle, features.length))

  // Triangles in an order that packs well, and vertices in the order in which triangles meet them.
  const all = Uint32Array.from([...roof, ...wall])
  const [places, count] = MeshoptEncoder.reorderMesh(all, true, true)
  const oldOf = new Uint32Array(count)
  places.forEach((place, old) => {
    if (place < count) oldOf[place] = old
  })
  const positions = new Int32Array(count * 3)
  // Numbers of 16 bits are padded to four bytes.
  const ids = buildings.length > 65_535 ? new Float32Array(count) : new Uint16Array(count * 2)
  const idStride = ids.length / count
  for (const [place, old] of oldOf.entries()) {
    for (let axis = 0; axis < 3; axis++) positions[place * 3 + axis] = corners[old * 3 + axis]!
    ids[place * idStride] = features[old]!
  }

  const [roofPart, wallPart]: [number[], number[]] = [[], []]
  for (const [a, b, c] of triples(all)) {
    const isRoof = roofs.has(nameOf([oldOf[a]!, oldOf[b]!, oldOf[c]!], features.length))
    ;(isRoof ? roofPart : wallPart).push(a, b, c)
  }
  const packed = (indices: number[]) => (count > 65_535 ? Uint32Array : Uint16Array).from(indices)
  return {positions, ids, count, roof: packed(roofPart), wall: packed(wallPart)}
}

/** One number for a triangle of vertices below `count`, which a double holds up to 200,000 of them. */
const nameOf = ([a, b, c]: readonly [number, number, number], count: number): number =>
  (a * count + b) * count + c

/** Corners in whole steps from the middle in glTF's axes, three numbers each; buildings share none. */
function shareCorners(buildings: BuildingMesh[], [east, north, up]: Local) {
  const [corners, features, roof, wall]: [number[], number[], number[], number[]] = [[], [], [], []]
  const size = 2 ** Math.ceil(Math.log2(2 * cornersOf(buildings) + 2))
  const known = new Int32Array(size).fill(-1)
  const vertexAt = (feature: number, x: number, y: number, z: number): number => {
    let slot = Math.imul(Math.imul(Math.imul(feature * 31 + x, 0x9e3779b1) ^ y, 0x85ebca6b) ^ z, 0xc2b2ae35)
    for (slot = (slot ^ (slot >>> 15)) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const vertex = known[slot]!
      if (vertex < 0) {
        corners.push(x, y, z)
        known[slot] = features.length
        return features.push(feature) - 1
      }
      const at = vertex * 3
      if (features[vertex] === feature && corners[at] === x && corners[at + 1] === y && corners[at + 2] === z)
        return vertex
    }
  }
  for (const [feature, building] of buildings.entries())
    for (const [part, into] of [
      [building.wall, wall],
      [building.roof, roof],
    ] as const) {
      const {positions, indices} = part
      for (const index of indices) {
        const at = index * 3
        into.push(
          vertexAt(
            feature,
            Math.round((positions[at]! - east) / step),
            Math.round((positions[at + 2]! - up) / step),
            Math.round((north - positions[at + 1]!) / step),
          ),
        )
      }
    }
  return {corners, features, roof, wall}
}

const cornersOf = (buildings: BuildingMesh[]) =>
  buildings.reduce((sum, {roof, wall}) => sum + (roof.positions.length + wall.positions.length) / 3, 0)

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
