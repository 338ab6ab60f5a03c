import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {WebIO} from '@gltf-transform/core'
import {
  EXTMeshFeatures,
  EXTMeshoptCompression,
  EXTStructuralMetadata,
  type Features,
  KHRMeshQuantization,
  type StructuralMetadata,
} from '@gltf-transform/extensions'
import {MeshoptDecoder} from 'meshoptimizer'
import type {Local} from './local-frame.ts'
import {type ReadSquare, readSubtrees} from './read-subtrees.ts'
import type {Tileset} from './tileset.ts'

export type ReadTriangle = {corners: [Local, Local, Local]; normal: Local; material: string}
export type ReadFeature = {row: Record<string, string | number>; triangles: ReadTriangle[]}
export type ReadTile = {uri: string; glb: Uint8Array; tile: ReadBox; features: ReadFeature[]}

/** Where a tile lies, and how rough it is. */
export type ReadBox = {box: number[]; geometricError: number}

/** A written tileset read back by an independent reader, positions turned back to east, north, up; held whole. */
export async function readTiles(folder: string): Promise<{tileset: Tileset; tiles: ReadTile[]}> {
  const tileset = JSON.parse(await readFile(join(folder, 'tileset.json'), 'utf8')) as Tileset
  const squares = tileset.root.implicitTiling ? await readSubtrees(folder) : []
  const tiles: ReadTile[] = []
  for (const {uri, tile} of contentsOf(tileset, squares)) tiles.push(await readTile(folder, uri, tile))
  return {tileset, tiles}
}

/** Files of a tileset's tiles: of an implicit one those that its subtrees say are there. */
export function contentsOf({root}: Tileset, squares: ReadSquare[]): {uri: string; tile: ReadBox}[] {
  if (!root.implicitTiling)
    return [
      {uri: root.content.uri, tile: {box: root.boundingVolume.box, geometricError: root.geometricError}},
    ]
  return squares.flatMap(({level, x, y, hasContent, ...tile}) =>
    hasContent ? [{uri: `content/${level}/${x}/${y}.glb`, tile}] : [],
  )
}

/** One tile of a tileset. */
export async function readTile(folder: string, uri: string, tile: ReadBox): Promise<ReadTile> {
  const glb = new Uint8Array(await readFile(join(folder, uri)))
  return {uri, glb, tile, features: await featuresOf(glb)}
}

/** The buildings of a file with their facts and triangles. */
export async function featuresOf(glb: Uint8Array): Promise<ReadFeature[]> {
  await MeshoptDecoder.ready
  const io = new WebIO()
    .registerExtensions([EXTMeshFeatures, EXTMeshoptCompression, EXTStructuralMetadata, KHRMeshQuantization])
    .registerDependencies({'meshopt.decoder': MeshoptDecoder})
  const root = (await io.readBinary(glb)).getRoot()
  const rows = tableRows(root.getExtension<StructuralMetadata>('EXT_structural_metadata'))
  const features: ReadFeature[] = rows.map(row => ({row, triangles: []}))
  const node = root.listNodes()[0]!
  const [scale, moved] = [node.getScale(), node.getTranslation()]
  for (const primitive of root.listMeshes().flatMap(mesh => mesh.listPrimitives())) {
    const [positions, normals] = [primitive.getAttribute('POSITION')!, primitive.getAttribute('NORMAL')]
    const set = primitive.getExtension<Features>('EXT_mesh_features')?.listFeatureIDs()[0]
    const ids = set && primitive.getAttribute(`_FEATURE_ID_${set.getAttribute()}`)
    const indices = primitive.getIndices()!.getArray()!
    const local = ([x, y, z]: number[]): Local => [x!, -z!, y!]
    const placed = (position: number[]) =>
      local(position.map((part, axis) => part * scale[axis]! + moved[axis]!))
    for (let t = 0; t < indices.length; t += 3) {
      const corners = [0, 1, 2].map(k => placed(positions.getElement(indices[t + k]!, []))) as [
        Local,
        Local,
        Local,
      ]
      const feature = ids ? ids.getScalar(indices[t]!) : 0
      features[feature] ??= {row: {}, triangles: []}
      features[feature].triangles.push({
        corners,
        normal: normals ? local(normals.getElement(indices[t]!, [])) : flatNormal(corners),
        material: primitive.getMaterial()!.getName(),
      })
    }
  }
  return features
}

/** Of a triangle whose corners go round counter-clockwise, seen from where it points to; of none, nothing. */
function flatNormal([a, b, c]: [Local, Local, Local]): Local {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  const normal: Local = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.hypot(...normal) || 1
  return [normal[0] / length, normal[1] / length, normal[2] / length]
}

function tableRows(metadata: StructuralMetadata | null): Record<string, string | number>[] {
  const table = metadata?.listPropertyTables()[0]
  const schema = metadata?.getSchema()
  const type = schema?.getClass(table?.getClass() ?? '')
  if (!table || !schema || !type) return []
  const rows = Array.from({length: table.getCount()}, (): Record<string, string | number> => ({}))
  for (const name of table.listPropertyKeys()) {
    const column = table.getProperty(name)!
    const bytes = column.getValues().slice()
    const property = type.getProperty(name)!
    const offsetBytes = column.getStringOffsets()?.slice()
    const offsets =
      offsetBytes &&
      new (column.getStringOffsetType() === 'UINT16' ? Uint16Array : Uint32Array)(offsetBytes.buffer)
    const words = schema.getEnum(property.getEnumType() ?? '')
    const numbers =
      property.getComponentType() === 'FLOAT32'
        ? new Float32Array(bytes.buffer)
        : property.getComponentType() === 'UINT16' || words?.getValueType() === 'UINT16'
          ? new Uint16Array(bytes.buffer)
          : bytes
    const names = words?.listValues().map(value => value.getName())
    rows.forEach((row, index) => {
      if (offsets) row[name] = new TextDecoder().decode(bytes.subarray(offsets[index]!, offsets[index + 1]!))
      else if (names) row[name] = names[numbers[index]!]!
      else if (property.getType() === 'VEC3')
        row[name] = `#${Buffer.from(bytes.subarray(index * 3, index * 3 + 3)).toString('hex')}`
      else row[name] = numbers[index]!
    })
  }
  return rows
}

/**
 * Volume between triangles and a level `base`, by the divergence theorem: a missing bottom at that level adds nothing.
 * It is taken about the first corner, as far from which a bottom that leans with the Earth's curve would add something.
 */
export function volume(triangles: ReadTriangle[], base: number): number {
  const [x0, y0] = triangles[0]?.corners[0] ?? [0, 0]
  return triangles.reduce((sum, {corners}) => {
    const [a, b, c] = corners.map(([x, y, z]): Local => [x - x0, y - y0, z - base]) as [Local, Local, Local]
    const cross = [b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]] as const
    return sum + (a[0] * cross[0] + a[1] * cross[1] + a[2] * cross[2]) / 6
  }, 0)
}
